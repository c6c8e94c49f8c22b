import type { Location, Service } from '@zapis/sdk'
import { locationsOf, mustBe, named, servicesAt, specialistsFor } from '../catalogue.ts'
import { moneyText, nameOf } from '../format.ts'
import type { Reply } from '../reply.ts'
import { ANYONE, type Step } from '../step.ts'
import { button, homeButton, layout, note, paged, rows, type Turn } from '../turn.ts'
import { days } from './days.ts'
import { times } from './times.ts'

const PER_PAGE = 8

/** Asks for what has not been chosen yet; what leaves no choice is not asked. */
export async function book(turn: Turn, step: Step): Promise<Reply> {
  const wish = { ...step, screen: 'book' as const }
  const locations = workedAt(await locationsOf(turn, wish.service), wish.specialist)
  const [only] = locations
  if (only === undefined)
    return wish.service ? book(turn, { ...wish, service: 0 }) : note(turn, turn.say('nothingYet'))
  if (!wish.location) {
    if (locations.length > 1) return chooseLocation(turn, wish, locations)
    wish.location = only.id
  }
  const location = mustBe(named(await turn.clinic.catalogue.locations(), wish.location))
  const services = await servicesAt(turn, location)
  const service = wish.service ? named(services, wish.service) : undefined
  if (service === undefined)
    return chooseService(turn, wish, doneBy(services, wish.specialist), location)
  if (!wish.specialist) {
    const team = await specialistsFor(turn, location, service)
    if (team.length > 1) return chooseSpecialist(turn, wish, { location, service })
    wish.specialist = ANYONE
  }
  return wish.day
    ? times(turn, wish, { location, service })
    : days(turn, wish, { location, service })
}

/** Where the wished-for specialist works, where one is named first. */
function workedAt(locations: Location[], specialist = 0): Location[] {
  const found = locations.filter(({ specialist_ids }) => specialist_ids.includes(specialist))
  return specialist > 0 && found.length > 0 ? found : locations
}

/** What the wished-for specialist does, where one is named first. */
function doneBy(services: Service[], specialist = 0): Service[] {
  return specialist > 0
    ? services.filter(({ specialist_ids }) => specialist_ids.includes(specialist))
    : services
}

function chooseLocation(turn: Turn, wish: Step, locations: Location[]): Reply {
  const { say } = turn
  const { shown, arrows } = paged(turn, locations, {
    page: wish.page ?? 0,
    size: PER_PAGE,
    at: (page) => ({ ...wish, page }),
  })
  return {
    text: say('chooseLocation'),
    choices: layout(
      ...shown.map((location) => [
        button(turn, [location.name, location.city].filter(Boolean).join(', '), {
          ...wish,
          location: location.id,
          page: 0,
        }),
      ]),
      arrows,
      [homeButton(turn)],
    ),
  }
}

async function chooseService(
  turn: Turn,
  wish: Step,
  services: Service[],
  location: Location,
): Promise<Reply> {
  const { say, person } = turn
  if (services.length === 0) return note(turn, say('nothingYet'))
  const { shown, arrows } = paged(turn, services, {
    page: wish.page ?? 0,
    size: PER_PAGE,
    at: (page) => ({ ...wish, service: 0, page }),
  })
  const isOneOfMany = (await locationsOf(turn)).length > 1
  return {
    text: [isOneOfMany && location.name, say('chooseService')].filter(Boolean).join('\n'),
    choices: layout(
      ...shown.map((service) => [
        button(turn, `${service.name} · ${moneyText(service.price, person.locale)}`, {
          ...wish,
          service: service.id,
          page: 0,
        }),
      ]),
      arrows,
      [
        ...(isOneOfMany
          ? [button(turn, say('back'), { ...wish, location: 0, service: 0, page: 0 })]
          : []),
        homeButton(turn),
      ],
    ),
  }
}

interface What {
  location: Location
  service: Service
}

async function chooseSpecialist(turn: Turn, wish: Step, what: What): Promise<Reply> {
  const { say } = turn
  const team = await specialistsFor(turn, what.location, what.service)
  const { shown, arrows } = paged(turn, team, {
    page: wish.page ?? 0,
    size: PER_PAGE,
    at: (page) => ({ ...wish, page }),
  })
  return {
    text: `${what.service.name}\n${say('chooseSpecialist')}`,
    choices: layout(
      [button(turn, say('anyone'), { ...wish, specialist: ANYONE, page: 0 })],
      ...rows(
        shown.map((one) =>
          button(turn, [nameOf(one), one.title].filter(Boolean).join(', '), {
            ...wish,
            specialist: one.id,
            page: 0,
          }),
        ),
        1,
      ),
      arrows,
      [
        button(turn, say('back'), { ...wish, service: 0, specialist: 0, page: 0 }),
        homeButton(turn),
      ],
    ),
  }
}
