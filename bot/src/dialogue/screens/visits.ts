import { mustBe, named } from '../catalogue.ts'
import { whenText } from '../format.ts'
import type { Reply } from '../reply.ts'
import type { Step } from '../step.ts'
import { button, homeButton, layout, paged, rows, type Turn } from '../turn.ts'
import { askContact } from './contact.ts'
import { hold } from './hold.ts'
import { book } from './book.ts'
import { isAhead, withVisit } from './visit.ts'
import { minuteOf } from '../free.ts'
import { ANYONE } from '../step.ts'

const PER_PAGE = 6

/** Coming visits, the soonest first. */
export async function visits(turn: Turn, step: Step): Promise<Reply> {
  const { say, clinic, person, now } = turn
  if (!(await clinic.isKnown())) return askContact(turn, step)
  const found = await clinic.api.appointments
    .list({ from: now.toISOString(), sort: 'starts_at', limit: 100 })
    .toArray({ limit: 100 })
  const coming = found.filter(isAhead)
  const bookChoice = button(turn, say('book'), { screen: 'book' })
  if (coming.length === 0)
    return { text: say('noVisits'), choices: [[bookChoice], [homeButton(turn)]] }
  const { shown, arrows } = paged(turn, coming, {
    page: step.page ?? 0,
    size: PER_PAGE,
    at: (page) => ({ screen: 'visits', page }),
  })
  const [services, locations] = await Promise.all([
    clinic.catalogue.services(),
    clinic.catalogue.locations(),
  ])
  return {
    text: say('yourVisits', { count: coming.length }),
    choices: layout(
      ...rows(
        shown.map(({ id, starts_at, service_id, location_id }) => {
          const zone = named(locations, location_id)?.time_zone ?? clinic.timeZone
          const when = whenText(Date.parse(starts_at), zone, person.locale)
          const what = named(services, service_id)?.name
          return button(turn, [when, what].filter(Boolean).join(' · '), { screen: 'visit', id })
        }),
        1,
      ),
      arrows,
      [bookChoice, homeButton(turn)],
    ),
  }
}

/** The same again, in two taps: the nearest time is held at once, and the second tap confirms it. */
export async function repeat(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, async (last) => {
    const { clinic } = turn
    const wish = {
      location: last.location_id,
      service: last.service_id,
      specialist: last.specialist_id,
    }
    mustBe(named(await clinic.catalogue.locations(), wish.location))
    if (!named(await clinic.catalogue.services(), wish.service))
      return book(turn, { screen: 'book', location: wish.location })
    const isThere = named(await clinic.catalogue.specialists(), wish.specialist) !== undefined
    const found = isThere ? await nearest(turn, wish) : undefined
    const specialist = found === undefined ? ANYONE : wish.specialist
    const starts = found ?? (await nearest(turn, { ...wish, specialist }))
    if (starts === undefined) return book(turn, { screen: 'book', ...wish, specialist })
    return hold(turn, { screen: 'hold', ...wish, specialist, minute: minuteOf(starts) })
  })
}

async function nearest(
  { clinic }: Turn,
  { location, service, specialist }: { location: number; service: number; specialist: number },
): Promise<number | undefined> {
  const { data } = await clinic.api.availability.nearest({
    location_id: location,
    service_id: service,
    ...(specialist > 0 ? { specialist_id: specialist } : {}),
  })
  const starts = data[0]?.slots[0]?.starts_at
  return starts === undefined ? undefined : Date.parse(starts)
}
