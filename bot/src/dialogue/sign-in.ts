import { isBookingError } from '@zapis/sdk'
import type { Talk } from './answer.ts'
import type { Clinic } from './clinic.ts'
import { clinicsScreen, home } from './screens/home.ts'
import { sayIn } from '../texts/say.ts'
import type { Reply } from './reply.ts'
import type { Step } from './step.ts'
import type { Turn } from './turn.ts'

type TurnOf = (talk: Talk, clinic: Clinic) => Promise<Turn>

/** The phone is the person's own: signed in, they go on with what they were about to do. */
export async function signInByContact(
  talk: Talk,
  phone: string,
  turnOf: TurnOf,
  show: (turn: Turn, step: Step) => Promise<Reply>,
): Promise<Reply> {
  const { clinics, memory } = talk
  const { pending } = memory
  const wanted = pending?.organizationId ?? memory.organizationId
  const clinic = clinics.find(({ id }) => id === wanted) ?? clinics[0]
  if (clinic === undefined) throw new Error('a bot speaks for a clinic')
  await clinic.signIn({ phone })
  memory.pending = null
  const turn = await turnOf(talk, clinic)
  const say = turn.say
  if (pending !== null && pending.organizationId === clinic.id)
    return { ...(await show(turn, pending.step)), contactGiven: true }
  if (clinics.length > 1 && wanted === null)
    return { ...clinicsScreen(turn), notice: say('signedIn'), contactGiven: true }
  return { ...(await home(turn, say('signedIn'))), contactGiven: true }
}

/** Of the account page or of the panel. The link names no clinic: it is the one that knows it. */
export async function comeByLink(talk: Talk, link: string, turnOf: TurnOf): Promise<Reply> {
  let refusal: unknown
  const isOfStaff = link.startsWith('staff_')
  for (const clinic of talk.clinics) {
    try {
      await (isOfStaff ? clinic.tellStaff(link) : clinic.signIn({ link }))
      const turn = await turnOf(talk, clinic)
      const reply = await home(turn)
      return {
        ...reply,
        text: `${turn.say(isOfStaff ? 'staffLinked' : 'linked')}\n\n${reply.text}`,
      }
    } catch (error) {
      if (!isBookingError(error)) throw error
      refusal = error
      if (error.code !== 'invalid_link') break
    }
  }
  const [first] = talk.clinics
  const detail = isBookingError(refusal) ? refusal.detail : undefined
  const text = detail ?? sayIn(talk.person.locale)('failed')
  if (first === undefined) return { text, choices: [] }
  const turn = await turnOf(talk, first)
  const reply = talk.clinics.length > 1 ? clinicsScreen(turn) : await home(turn)
  return { ...reply, text: `${text}\n\n${reply.text}` }
}
