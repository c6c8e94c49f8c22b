import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { lockResources } from '../appointments/locks.ts'
import { audit } from '../audit/append.ts'
import { occupancyChanged } from '../availability/changed.ts'
import { zone } from '../availability/zone.ts'
import { referencesOf, requireReferences } from '../catalogue/references.ts'
import { zonesOfSpecialist } from '../catalogue/relations.ts'
import { key, keysetPage } from '../db/keyset.ts'
import { lockRow } from '../db/lock-row.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { breaks, insertBreak, toWire, type BreakRow } from './break-rows.ts'
import { breakFaults, breakInstants } from './break-time.ts'
import { requireOwn } from './own.ts'
import { tellOfHours } from './tell.ts'

type Break = OperationTypes['breaks.get']['reply']
type Draft = OperationTypes['breaks.create']['body']

const sorts = {
  date: [key('b.date', 'date'), key('b.start_time', 'time'), key('b.id', 'integer')],
}

export async function listBreaks(call: Call<'breaks.list'>, tx: Tx) {
  const { specialist_id, from, to, limit, cursor } = call.query
  const query = breaks(tx)
  if (specialist_id !== undefined) query.where('b.specialist_id', specialist_id)
  if (from !== undefined) query.where('b.date', '>=', from)
  if (to !== undefined) query.where('b.date', '<=', to)
  const page = await keysetPage<BreakRow>(tx, query, sorts, { limit, cursor })
  return { ...page, data: page.data.map(toWire) }
}

export async function getBreak(call: Call<'breaks.get'>, tx: Tx): Promise<Break> {
  const row = await breakById(tx, call.params.id)
  if (row === undefined) throw new Fault('not_found')
  return toWire(row)
}

async function breakById(tx: Tx, id: number): Promise<BreakRow | undefined> {
  const [row] = await tx.run<BreakRow>(breaks(tx).where('b.id', id))
  return row
}

/** The time is free when the break is made, and nobody's from then on; the exclusion constraint decides a race. */
export async function addBreak(app: App, call: Call<'breaks.create'>, tx: Tx): Promise<Break> {
  const draft = call.body
  requireOwn(call.caller, draft.specialist_id)
  const errors = breakFaults(draft)
  if (errors.length > 0) throw new Fault('invalid_data', { errors })
  await requireReferences(tx, [
    ...referencesOf('specialists', '/specialist_id', draft.specialist_id),
    ...referencesOf('locations', '/location_id', draft.location_id),
  ])
  const place = await placeOf(app, tx, draft)
  const during = breakInstants(zone(place.time_zone), draft)
  if ('pointer' in during) throw new Fault('invalid_data', { errors: [during] })
  await lockResources(tx, { specialistIds: [draft.specialist_id], workplaceIds: [] })
  const row = await breakById(tx, await insertBreak(tx, draft, place.location_id, during))
  if (row === undefined) throw new Error('a break without its time')
  const made = toWire(row)
  await audit(tx, call, `break:${made.id}`, null, { ...made })
  await timeChanged(app, tx, row)
  return made
}

export async function removeBreak(app: App, call: Call<'breaks.remove'>, tx: Tx): Promise<null> {
  const { id } = call.params
  const row = await breakById(tx, id)
  if (row === undefined) throw new Fault('not_found')
  requireOwn(call.caller, row.specialist_id)
  await lockRow(tx, 'breaks', id, call.ifMatch)
  await tx.query(remove, [tx.organizationId, id])
  await audit(tx, call, `break:${id}`, { ...toWire(row) }, null)
  await timeChanged(app, tx, row)
  return null
}

/** Who works nowhere now may do so by the time the caches are told. */
const NOWHERE = 0

async function timeChanged(app: App, tx: Tx, row: BreakRow): Promise<void> {
  const { specialist_id: specialistId, location_id, starts_min: from, ends_min: to } = row
  const { organizationId } = tx
  if (organizationId === null) throw new Error('a break of no organization')
  const change = { specialistId, locationId: location_id ?? NOWHERE, from, to }
  tx.afterCommit(() => occupancyChanged(app, organizationId, [change]))
  await tellOfHours(tx, { kind: 'break', id: row.id, specialistId, locationId: location_id })
}

/** Its occupancy goes with it. */
const remove = statement(
  'delete_break',
  'delete from breaks where organization_id = $1 and id = $2',
)

interface Place {
  time_zone: string
  location_id: number | null
}

const location = statement(
  'break_location',
  'select id as location_id, time_zone from locations where organization_id = $1 and id = $2',
)
const organization = statement(
  'break_organization',
  'select null as location_id, time_zone from organizations where id = $1',
)

/** Whose local time it is: the location's that is named, else of the only zone in which the specialist works. */
async function placeOf(app: App, tx: Tx, draft: Draft): Promise<Place> {
  if (draft.location_id !== undefined) {
    return tx.one<Place>(location, [tx.organizationId, draft.location_id])
  }
  const [only, another] = await zonesOfSpecialist(tx, draft.specialist_id, app.clock())
  if (another !== undefined) {
    throw new Fault('invalid_data', { errors: [{ pointer: '/location_id', code: 'required' }] })
  }
  return only ?? tx.one<Place>(organization, [tx.organizationId])
}
