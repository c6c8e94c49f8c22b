import { changedConfiguration } from './changed-configuration.ts'
import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import type { Configuration } from '../availability/configuration.ts'
import { specialistHours } from '../availability/hours.ts'
import { configurationChanged, lockCatalogue } from '../catalogue/changed.ts'
import { referencesOf, requireReferences } from '../catalogue/references.ts'
import { lockRow } from '../db/lock-row.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { comingOfSpecialist } from './coming.ts'
import {
  exceptionFaults,
  exceptionOf,
  exceptionOverlaps,
  exceptionToWire,
  span,
  type DatedException,
} from './exceptions.ts'
import { outside, outsideToWire } from './outside.ts'
import { requireOwn } from './own.ts'
import {
  exceptionsOfSpecialist,
  replaceExceptions,
  replaceSpecialistWeek,
  weekOfSpecialist,
  type WorkInterval,
} from './rows.ts'
import { tellOfHours } from './tell.ts'
import { minuteOf, orderFaults, timeOf, weekOverlaps } from './week.ts'

type Schedule = OperationTypes['specialistSchedule.get']['reply']
type WireInterval = Schedule['week'][number]

const known = statement(
  'specialist_known',
  'select id from specialists where organization_id = $1 and id = $2',
)

export async function getSpecialistWeek(
  call: Call<'specialistSchedule.get'>,
  tx: Tx,
): Promise<Schedule> {
  const { id } = call.params
  if ((await tx.maybe(known, [tx.organizationId, id])) === undefined) throw new Fault('not_found')
  return readSchedule(tx, id)
}

/** As a location's: the appointments outside the new hours are named, and stay. */
export async function putSpecialistWeek(
  app: App,
  call: Call<'specialistSchedule.put'>,
  tx: Tx,
): Promise<Schedule> {
  const { id } = call.params
  requireOwn(call.caller, id)
  const week = call.body.week.map(fromWire)
  const exceptions = call.body.exceptions?.map(exceptionOf)
  refuseFaults(week, exceptions ?? [])
  if (call.body.dry_run) return wouldBeOutside(app, call, tx, week, exceptions)
  await lockCatalogue(tx)
  const { organization_id } = await lockRow<SpecialistRow>(tx, 'specialists', id, null)
  await requireReferences(tx, locationsNamed(week, exceptions ?? []))
  const before = await readSchedule(tx, id)
  await replaceSpecialistWeek(tx, id, week)
  if (exceptions !== undefined) await replaceExceptions(tx, id, exceptions)
  const schedule = await readSchedule(tx, id)
  await audit(tx, call, `specialist:${id}`, { ...before }, { ...schedule })
  await tellOfHours(tx, { kind: 'specialist', id, specialistId: id })
  configurationChanged(app, tx)
  const configuration = await changedConfiguration(tx, organization_id)
  return { ...schedule, outside: await leftOutside(app, tx, configuration, id) }
}

/** The same answer over the hours that are only thought of. */
async function wouldBeOutside(
  app: App,
  call: Call<'specialistSchedule.put'>,
  tx: Tx,
  week: WorkInterval[],
  exceptions: DatedException[] | undefined,
): Promise<Schedule> {
  const { id } = call.params
  const configuration = await changedConfiguration(tx)
  const specialist = configuration.specialists.get(id)
  if (specialist === undefined) throw new Fault('not_found')
  await requireReferences(tx, locationsNamed(week, exceptions ?? []))
  const { exceptions: kept } = await readSchedule(tx, id)
  const thought = {
    ...specialist,
    week,
    exceptions: exceptions?.map((each) => ({ ...each, ...span(each) })) ?? specialist.exceptions,
  }
  const specialists = new Map(configuration.specialists).set(id, thought)
  const left = await leftOutside(app, tx, { ...configuration, specialists }, id)
  return {
    week: week.map(toWire),
    exceptions: exceptions?.map(exceptionToWire) ?? kept,
    outside: left,
  }
}

async function leftOutside(app: App, tx: Tx, configuration: Configuration, id: number) {
  const visits = await comingOfSpecialist(tx, app.clock(), id)
  const left = outside(configuration, visits, (location, from, to) =>
    specialistHours(configuration, id, location, from, to),
  )
  return outsideToWire(configuration, left)
}

interface SpecialistRow {
  organization_id: number
  version: number
}

async function readSchedule(tx: Tx, id: number): Promise<Schedule> {
  const week = await weekOfSpecialist(tx, id)
  const exceptions = await exceptionsOfSpecialist(tx, id)
  return { week: week.map(toWire), exceptions: exceptions.map(exceptionToWire) }
}

function refuseFaults(week: readonly WorkInterval[], exceptions: readonly DatedException[]): void {
  const errors = [...orderFaults(week, 'ends'), ...exceptionFaults(exceptions)]
  if (errors.length > 0) throw new Fault('invalid_data', { errors })
  const overlaps = [...weekOverlaps(week), ...exceptionOverlaps(exceptions)]
  if (overlaps.length > 0) throw new Fault('schedule_overlap', { errors: overlaps })
}

function locationsNamed(week: readonly WorkInterval[], exceptions: readonly DatedException[]) {
  return [
    ...week.flatMap(({ locationId }, index) =>
      referencesOf('locations', `/week/${index}/location_id`, locationId),
    ),
    ...exceptions.flatMap(({ locationId }, index) =>
      referencesOf('locations', `/exceptions/${index}/location_id`, locationId ?? undefined),
    ),
  ]
}

function fromWire(wire: WireInterval): WorkInterval {
  return {
    locationId: wire.location_id,
    day: wire.day_of_week,
    from: minuteOf(wire.starts),
    to: minuteOf(wire.ends),
    validFrom: wire.valid_from ?? null,
    validTo: wire.valid_to ?? null,
  }
}

function toWire(interval: WorkInterval): WireInterval {
  return {
    location_id: interval.locationId,
    day_of_week: interval.day,
    starts: timeOf(interval.from),
    ends: timeOf(interval.to),
    valid_from: interval.validFrom,
    valid_to: interval.validTo,
  }
}
