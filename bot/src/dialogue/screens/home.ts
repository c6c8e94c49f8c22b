import type { Appointment } from '@zapis/sdk'
import { named } from '../catalogue.ts'
import type { Choice, Reply } from '../reply.ts'
import { button, layout, type Turn } from '../turn.ts'
import { encode } from '../step.ts'

/** Where everything begins: what can be done, and the last visit again. */
export async function home(turn: Turn, notice?: string): Promise<Reply> {
  const { say, clinic, person, clinics } = turn
  const last = (await clinic.isKnown()) ? await lastVisit(turn) : undefined
  const service = last && named(await clinic.catalogue.services(), last.service_id)
  return {
    text: say('hello', { name: person.firstName, clinic: clinic.name }),
    choices: layout(
      [button(turn, say('book'), { screen: 'book' })],
      last !== undefined &&
        service !== undefined && [
          button(turn, say('repeat', { service: service.name }), {
            screen: 'repeat',
            id: last.id,
          }),
        ],
      [
        button(turn, say('visits'), { screen: 'visits' }),
        button(turn, say('balance'), { screen: 'balance' }),
      ],
      [button(turn, say('settings'), { screen: 'settings' }), ...appChoice(turn)],
      clinics.length > 1 && [
        {
          text: say('otherClinic'),
          data: encode({ organizationId: 0, step: { screen: 'clinics' } }),
        },
      ],
    ),
    ...(notice === undefined ? {} : { notice }),
  }
}

function appChoice({ clinic, say }: Turn): Choice[] {
  return clinic.appUrl === null ? [] : [{ text: say('openApp'), app: clinic.appUrl }]
}

/** The latest that took place or is to: what was called off is not what one wants again. */
async function lastVisit({ clinic }: Turn): Promise<Appointment | undefined> {
  const { data } = await clinic.api.me.appointments({ limit: 10 })
  return data.find(({ status }) => ['confirmed', 'arrived', 'completed'].includes(status))
}

/** Which clinic, where one bot speaks for several. */
export function clinicsScreen({ clinics, say }: Pick<Turn, 'clinics' | 'say'>): Reply {
  return {
    text: say('chooseClinic'),
    choices: clinics.map(({ id, name }) => [
      { text: name, data: encode({ organizationId: id, step: { screen: 'home' } }) },
    ]),
  }
}

export function help(turn: Turn): Reply {
  const { say } = turn
  return {
    text: say('help'),
    choices: [
      [button(turn, say('book'), { screen: 'book' })],
      [button(turn, say('visits'), { screen: 'visits' })],
    ],
  }
}
