import fc from 'fast-check'
import * as assert from 'uvu/assert'
import { guest } from '../../test/clinic.ts'
import type { HttpAnswer } from '../../test/server.ts'
import {
  gridOf,
  includes,
  offered,
  offeredSeats,
  staleViews,
  type Model,
  type Real,
  type Wish,
} from './model.ts'

type Command = fc.AsyncCommand<Model, Real>

/** Does something, then asks whether any cached view is older than its answer. */
function command(
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command {
  return {
    check,
    toString: () => name,
    async run(model, real) {
      await run(model, real)
      assert.equal(await staleViews(real), [], `after ${name}`)
    },
  }
}

const post = (real: Real, path: string, body: object): Promise<HttpAnswer> =>
  real.server.http('POST', `/v1${path}`, { credential: real.clinic.secret, body })

const wishBody = ({ clinic, locationIds, serviceIds }: Real, wish: Wish, starts_at: string) => ({
  location_id: locationIds[wish.place]!,
  service_id: serviceIds[wish.service]!,
  starts_at,
  ...(wish.specialist === null ? {} : { specialist_id: clinic.specialistIds[wish.specialist]! }),
})

const timeOf = (real: Real, place: number, nth: number) => {
  const grid = gridOf(real, place)
  return grid[nth % grid.length]!
}

function hold(wish: Wish, nth: number): Command {
  return command(`hold ${JSON.stringify(wish)} ${nth}`, async (model, real) => {
    const time = timeOf(real, wish.place, nth)
    const isOffered = includes(await offered(real, wish, 'cached'), time)
    const { status, json } = await post(real, '/appointments/book', wishBody(real, wish, time))
    assert.is(status === 201, isOffered, `${time}: ${status} ${String(json['code'])}`)
    if (status === 201) model.holds.push(String(json['hold']))
  })
}

const take = <T>(list: T[], nth: number): T => list.splice(nth % list.length, 1)[0]!

function confirm(nth: number): Command {
  return command(
    `confirm ${nth}`,
    async (model, real) => {
      const body = { hold: take(model.holds, nth), client: guest() }
      const { status, json } = await post(real, '/appointments/confirm', body)
      if (status === 409 && model.isDisturbed) return
      assert.is(status, 201, String(json['code']))
      const { clinic, locationIds, serviceIds } = real
      model.visits.push({
        id: Number(json['id']),
        code: String(json['code']),
        place: locationIds.indexOf(Number(json['location_id'])),
        service: serviceIds.indexOf(Number(json['service_id'])),
        specialist: clinic.specialistIds.indexOf(Number(json['specialist_id'])),
        time: String(json['starts_at']),
      })
    },
    ({ holds }) => holds.length > 0,
  )
}

function release(nth: number): Command {
  return command(
    `release ${nth}`,
    async (model, real) => {
      const { status } = await post(real, '/appointments/release', { hold: take(model.holds, nth) })
      assert.is(status, 204)
    },
    ({ holds }) => holds.length > 0,
  )
}

function cancel(nth: number): Command {
  return command(
    `cancel ${nth}`,
    async (model, real) => {
      const { id } = take(model.visits, nth)
      assert.is((await post(real, `/appointments/${id}/cancel`, {})).status, 200)
    },
    ({ visits }) => visits.length > 0,
  )
}

/** By its manage link, whose bearer is bound like any visitor. */
function move(nth: number, to: number, specialist: number): Command {
  return command(
    `move ${nth} to ${to} of ${specialist}`,
    async (model, real) => {
      const visit = model.visits[nth % model.visits.length]!
      const time = timeOf(real, visit.place, to)
      const isThere = visit.specialist === specialist && Date.parse(visit.time) === Date.parse(time)
      const { day, specialistIds } = real.clinic
      const specialist_id = specialistIds[specialist]!
      const { days } = await real.server
        .as()
        .manage.availability(visit.code, { from: day, to: day, specialist_id })
      const times = days.flatMap(({ slots }) => slots.map(({ starts_at }) => Date.parse(starts_at)))
      const { status, json } = await real.server.http(
        'POST',
        `/v1/manage/${visit.code}/reschedule`,
        {
          body: { starts_at: time, specialist_id },
        },
      )
      assert.is(
        status === 200,
        isThere || times.includes(Date.parse(time)),
        `${time}: ${status} ${String(json['code'])}`,
      )
      if (status === 200) Object.assign(visit, { time, specialist })
    },
    ({ visits }) => visits.length > 0,
  )
}

function pause(specialist: number, from: number, hours: number): Command {
  return command(`break of ${specialist} at ${from} for ${hours}`, async (model, real) => {
    const { status, json } = await post(real, '/breaks', {
      specialist_id: real.clinic.specialistIds[specialist],
      location_id: real.clinic.locationId,
      date: real.clinic.day,
      start_time: `${String(9 + from).padStart(2, '0')}:15`,
      end_time: `${9 + from + hours}:00`,
    })
    assert.ok(status === 201 || status === 409, `${status} ${String(json['code'])}`)
    if (status !== 201) return
    model.breaks.push(Number(json['id']))
    model.isDisturbed = true
  })
}

function overbook(service: number, specialist: number, nth: number): Command {
  return command(`overbook ${service} of ${specialist} at ${nth}`, async (model, real) => {
    const wish = { place: 0, service, specialist }
    const { status, json } = await post(real, '/appointments', {
      ...wishBody(real, wish, timeOf(real, 0, nth)),
      client: guest(),
      force: true,
      reason: 'Для проверки',
    })
    // Nobody is forced into a group without a seat.
    const isFull = status === 409 && service === 2
    assert.ok(status === 201 || isFull, String(json['code']))
    model.isDisturbed = true
  })
}

function holiday(place: number | null): Command {
  return command(`holiday in ${place}`, async (model, real) => {
    const { status, json } = await post(real, '/holidays', {
      location_id: place === null ? null : real.locationIds[place],
      date: real.clinic.day,
      name: 'Праздник',
      ...(place === 0 ? { opens: '10:00', closes: '15:30' } : {}),
    })
    assert.ok(status === 201 || status === 409, String(json['code']))
    if (status === 201) model.holidays.push(Number(json['id']))
  })
}

function remove(what: 'breaks' | 'holidays', nth: number): Command {
  return command(
    `remove ${what} ${nth}`,
    async (model, { server, clinic }) => {
      const path = `/v1/${what}/${take(model[what], nth)}`
      const { status } = await server.http('DELETE', path, { credential: clinic.secret })
      assert.is(status, 204)
    },
    (model) => model[what].length > 0,
  )
}

/** Every time of the day is held, and given back: those that are listed and no others. */
export async function sweep(real: Real, wish: Wish): Promise<void> {
  const listed = await offered(real, wish, 'cached')
  for (const time of gridOf(real, wish.place)) {
    const { status, json } = await post(real, '/appointments/book', wishBody(real, wish, time))
    assert.is(status === 201, includes(listed, time), `${JSON.stringify(wish)} ${time}: ${status}`)
    if (status === 201) await post(real, '/appointments/release', { hold: json['hold'] })
  }
}

/** Of every time of a group with one specialist, exactly the seats that are listed become visits, and are given back. */
export async function sweepSeats(real: Real, wish: Wish & { specialist: number }): Promise<number> {
  const listed = await offeredSeats(real, wish, 'cached')
  for (const { time, seats } of listed) {
    const made: number[] = []
    for (;;) {
      const held = await post(real, '/appointments/book', wishBody(real, wish, time))
      if (held.status !== 201) break
      const body = { hold: held.json['hold'], client: guest() }
      const { status, json } = await post(real, '/appointments/confirm', body)
      assert.is(status, 201, String(json['code']))
      made.push(Number(json['id']))
    }
    assert.is(made.length, seats, `${JSON.stringify(wish)} ${time}`)
    for (const id of made) await post(real, `/appointments/${id}/cancel`, {})
  }
  assert.equal(await offeredSeats(real, wish, 'cached'), listed)
  return listed.length
}

const nth = fc.nat({ max: 40 })
const specialist = fc.nat({ max: 1 })
const wish = fc.record({
  place: fc.nat({ max: 1 }),
  service: fc.constantFrom(0, 1, 2, 2),
  specialist: fc.constantFrom(null, 0, 1),
})

export const anyCommand = [
  fc.tuple(wish, nth).map((given) => hold(...given)),
  fc.tuple(wish, nth).map((given) => hold(...given)),
  nth.map(confirm),
  nth.map(confirm),
  nth.map(release),
  nth.map(cancel),
  fc.tuple(nth, nth, specialist).map((given) => move(...given)),
  fc
    .tuple(specialist, fc.nat({ max: 7 }), fc.integer({ min: 1, max: 2 }))
    .map((given) => pause(...given)),
  fc.tuple(fc.constantFrom(0, 2), specialist, nth).map((given) => overbook(...given)),
  fc.constantFrom(null, 0, 1).map(holiday),
  nth.map((each) => remove('breaks', each)),
  nth.map((each) => remove('holidays', each)),
]
