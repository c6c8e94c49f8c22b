import { changedConfiguration } from './changed-configuration.ts'
import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { locationHours } from '../availability/hours.ts'
import type { Configuration, WeekInterval } from '../availability/configuration.ts'
import { configurationChanged, lockCatalogue } from '../catalogue/changed.ts'
import { lockRow } from '../db/lock-row.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { isOurs, type Call } from '../http/call.ts'
import { comingOfLocation } from './coming.ts'
import { outside, outsideToWire } from './outside.ts'
import { replaceLocationWeek, weeksOfLocations } from './rows.ts'
import { tellOfHours } from './tell.ts'
import { minuteOf, orderFaults, timeOf, weekOverlaps } from './week.ts'

type Schedule = OperationTypes['locationSchedule.get']['reply']
type OpenInterval = Schedule['week'][number]

const shown = statement(
  'location_shown',
  'select id from locations where organization_id = $1 and id = $2 and ($3 or archived_at is null)',
)

export async function getLocationWeek(
  call: Call<'locationSchedule.get'>,
  tx: Tx,
): Promise<Schedule> {
  const { id } = call.params
  const location = await tx.maybe(shown, [tx.organizationId, id, isOurs(call.caller)])
  if (location === undefined) throw new Fault('not_found')
  return { week: (await weeksOfLocations(tx, [id])).map(toWire) }
}

/** The hours are put whatever is booked: what falls outside is named, and stays. */
export async function putLocationWeek(
  app: App,
  call: Call<'locationSchedule.put'>,
  tx: Tx,
): Promise<Schedule> {
  const { id } = call.params
  const intervals = call.body.week.map(fromWire)
  const errors = orderFaults(intervals, 'closes')
  if (errors.length > 0) throw new Fault('invalid_data', { errors })
  const overlaps = weekOverlaps(intervals)
  if (overlaps.length > 0) throw new Fault('schedule_overlap', { errors: overlaps })
  if (call.body.dry_run) return wouldBeOutside(app, call, tx, intervals)
  await lockCatalogue(tx)
  const { organization_id } = await lockRow<LocationRow>(tx, 'locations', id, null)
  const before = (await weeksOfLocations(tx, [id])).map(toWire)
  await replaceLocationWeek(tx, id, intervals)
  const week = (await weeksOfLocations(tx, [id])).map(toWire)
  await audit(tx, call, `location:${id}`, { week: before }, { week })
  await tellOfHours(tx, { kind: 'location', id, locationId: id })
  configurationChanged(app, tx)
  const configuration = await changedConfiguration(tx, organization_id)
  return { week, outside: await leftOutside(app, tx, configuration, id) }
}

/** The same answer over the week that is only thought of. */
async function wouldBeOutside(
  app: App,
  call: Call<'locationSchedule.put'>,
  tx: Tx,
  week: WeekInterval[],
): Promise<Schedule> {
  const { id } = call.params
  const configuration = await changedConfiguration(tx)
  const location = configuration.locations.get(id)
  if (location === undefined) throw new Fault('not_found')
  const locations = new Map(configuration.locations).set(id, { ...location, week })
  const left = await leftOutside(app, tx, { ...configuration, locations }, id)
  return { week: call.body.week, outside: left }
}

async function leftOutside(app: App, tx: Tx, configuration: Configuration, id: number) {
  const visits = await comingOfLocation(tx, app.clock(), id)
  const left = outside(configuration, visits, (location, from, to) =>
    locationHours(configuration, location, from, to),
  )
  return outsideToWire(configuration, left)
}

interface LocationRow {
  organization_id: number
  version: number
}

function fromWire(wire: OpenInterval): WeekInterval {
  return {
    day: wire.day_of_week,
    from: minuteOf(wire.opens),
    to: minuteOf(wire.closes),
    validFrom: wire.valid_from ?? null,
    validTo: wire.valid_to ?? null,
  }
}

function toWire(interval: WeekInterval): OpenInterval {
  return {
    day_of_week: interval.day,
    opens: timeOf(interval.from),
    closes: timeOf(interval.to),
    valid_from: interval.validFrom,
    valid_to: interval.validTo,
  }
}
