import type { Clinic } from './data/clinic.ts'
import type { Configuration } from '../../server/src/availability/configuration.ts'
import { addDays } from '../../server/src/availability/dates.ts'
import { placesOf } from '../../server/src/availability/offering.ts'
import { createRandom } from './data/random.ts'
import type { Pick } from './traffic.ts'

interface Period {
  from: string
  days: number
}

/** Of a site's widget: JSON, in Russian, with the publishable key. */
export function headersOf(key: string): string[] {
  return [
    `authorization: Bearer ${key}`,
    'accept: application/json',
    'accept-language: ru',
    'user-agent: bench',
  ]
}

/** Times of any specialist, in every place, of every service, from any day of the period: hardly one is asked twice. */
export function manyQuestions({ configuration }: Clinic, period: Period, days: number): string[] {
  const random = createRandom(days)
  const locations = [...configuration.locations.keys()]
  const services = [...configuration.services.keys()]
  return Array.from({ length: 4000 }, () =>
    question(
      locations[random(locations.length)] ?? 0,
      services[random(services.length)] ?? 0,
      addDays(period.from, random(period.days - days)),
      days,
    ),
  )
}

/** Every service of every place on every day, each once: no answer is ever asked for again. Of anybody, or of one who works there. */
export function everyQuestion(
  { configuration }: Clinic,
  period: Period,
  whose: 'anybody' | 'somebody' = 'anybody',
): string[] {
  const ofWhom = (location: number, service: number) =>
    whose === 'anybody' ? '' : `&specialist_id=${performer(configuration, location, service)}`
  const services = [...configuration.services.keys()]
  return shuffled(
    [...configuration.locations.keys()].flatMap((location) =>
      services.flatMap((service) =>
        Array.from(
          { length: period.days },
          (_, day) =>
            question(location, service, addDays(period.from, day), 1) + ofWhom(location, service),
        ),
      ),
    ),
  )
}

function performer({ services, specialists }: Configuration, location: number, service: number) {
  const able = [...(services.get(service)?.specialists.keys() ?? [])]
  const here = able.find((id) => {
    const specialist = specialists.get(id)
    return specialist !== undefined && placesOf(specialist).has(location)
  })
  return here ?? able[0] ?? 0
}

/** From the same day: what the visitors of a day look at. */
export function todaysQuestions(
  { configuration }: Clinic,
  period: Period,
  days: number,
  servicesAsked: number,
): string[] {
  const services = [...configuration.services.keys()].slice(0, servicesAsked)
  return [...configuration.locations.keys()].flatMap((location) =>
    services.map((service) => question(location, service, period.from, days)),
  )
}

function question(location: number, service: number, from: string, days: number): string {
  return `/v1/availability?location_id=${location}&service_id=${service}&from=${from}&to=${addDays(from, days - 1)}`
}

interface Answer {
  days: { slots: { starts_at: string; ends_at: string; specialist_ids: number[] }[] }[]
}

/** At one time in one place, so that the rooms suffice. */
const MOST_AT_ONCE = 4

/** Free times for so many bookings, each of another time or specialist, all over the period and the places. */
export async function freeTimes(
  port: number,
  key: string,
  { configuration }: Clinic,
  period: Period,
): Promise<Pick[]> {
  const picks: Pick[] = []
  const busy = new Map<number, { from: number; to: number }[]>()
  const services = [...configuration.services.keys()]
  let turn = 0
  for (const location of configuration.locations.keys()) {
    const inPlace: { from: number; to: number }[] = []
    for (let day = 0; day < period.days; day++) {
      const service = services[turn++ % services.length] ?? 0
      const asked = question(location, service, addDays(period.from, day), 1)
      const response = await fetch(`http://127.0.0.1:${port}${asked}`, {
        headers: { authorization: `Bearer ${key}` },
      })
      const { days } = (await response.json()) as Answer
      for (const slot of days.flatMap(({ slots }) => slots)) {
        // The longest visit and its buffers, whoever's.
        const time = { from: Date.parse(slot.starts_at), to: Date.parse(slot.ends_at) + 3_600_000 }
        const specialist = slot.specialist_ids.find((id) => !meets(busy.get(id) ?? [], time))
        if (specialist === undefined || count(inPlace, time) >= MOST_AT_ONCE) continue
        inPlace.push(time)
        busy.set(specialist, [...(busy.get(specialist) ?? []), time])
        picks.push({
          location_id: location,
          service_id: service,
          specialist_id: specialist,
          starts_at: slot.starts_at,
        })
      }
    }
  }
  return shuffled(picks)
}

function meets(list: readonly { from: number; to: number }[], time: { from: number; to: number }) {
  return count(list, time) > 0
}

function count(list: readonly { from: number; to: number }[], time: { from: number; to: number }) {
  return list.filter(({ from, to }) => from < time.to && time.from < to).length
}

/** Neighbours in time would wait for each other's locks. */
function shuffled<T>(list: T[]): T[] {
  const random = createRandom(list.length)
  for (let index = list.length - 1; index > 0; index--) {
    const other = random(index + 1)
    const [a, b] = [list[index], list[other]]
    if (a === undefined || b === undefined) continue
    list[index] = b
    list[other] = a
  }
  return list
}
