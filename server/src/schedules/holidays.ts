import { changedConfiguration } from './changed-configuration.ts'
import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { dayNumber } from '../availability/dates.ts'
import type { Configuration } from '../availability/configuration.ts'
import { datesOf, locationHours } from '../availability/hours.ts'
import { configurationChanged, lockCatalogue } from '../catalogue/changed.ts'
import { referencesOf, requireReferences } from '../catalogue/references.ts'
import { byId, key, keysetPage } from '../db/keyset.ts'
import { lockRow } from '../db/lock-row.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault, type FieldFault } from '../fault.ts'
import { isOurs, type Call, type Caller } from '../http/call.ts'
import { comingAround } from './coming.ts'
import { outside, outsideToWire, zoneOf, type Visit } from './outside.ts'
import { tellOfHours } from './tell.ts'
import { minuteOf } from './week.ts'

type Holiday = OperationTypes['holidays.get']['reply']
type Draft = OperationTypes['holidays.create']['body']

interface Row {
  organization_id: number
  id: number
  location_id: number | null
  date: string
  name: string
  opens: string | null
  closes: string | null
  version: number
  updated_at: Date
}

const sorts = { date: [key('date', 'date'), byId] }

export async function listHolidays(call: Call<'holidays.list'>, tx: Tx) {
  const { location_id, from, to } = call.query
  const query = shown(tx, call.caller)
  if (location_id !== undefined) {
    query.where((either) => void either.whereNull('location_id').orWhere({ location_id }))
  }
  if (from !== undefined) query.where('date', '>=', from)
  if (to !== undefined) query.where('date', '<=', to)
  const { limit, cursor } = call.query
  const page = await keysetPage<Row>(tx, query, sorts, { limit, cursor })
  return { ...page, data: page.data.map(toWire) }
}

export async function getHoliday(call: Call<'holidays.get'>, tx: Tx): Promise<Holiday> {
  const [row] = await tx.run<Row>(shown(tx, call.caller).where({ id: call.params.id }))
  if (row === undefined) throw new Fault('not_found')
  return toWire(row)
}

/** Those of an archived location left the public catalogue with it. */
function shown(tx: Tx, caller: Caller) {
  const { organizationId } = tx
  const query = tx.builder('holidays').where({ organization_id: organizationId }).select('*')
  if (isOurs(caller)) return query
  const archived = tx
    .builder('locations')
    .where({ organization_id: organizationId })
    .whereNotNull('archived_at')
  return query.whereRaw('coalesce(location_id, 0) not in (?)', [archived.select('id')])
}

export async function addHoliday(
  app: App,
  call: Call<'holidays.create'>,
  tx: Tx,
): Promise<Holiday> {
  const { date, name, location_id = null, opens = null, closes = null } = call.body
  const errors = hoursFaults(call.body)
  if (errors.length > 0) throw new Fault('invalid_data', { errors })
  await lockCatalogue(tx)
  await requireReferences(tx, referencesOf('locations', '/location_id', location_id ?? undefined))
  const values = { organization_id: tx.organizationId, location_id, date, name, opens, closes }
  const [row] = await tx.run<Row>(tx.builder('holidays').insert(values).returning('*'))
  if (row === undefined) throw new Error('nothing was inserted')
  const holiday = toWire(row)
  await audit(tx, call, `holiday:${row.id}`, null, { ...holiday })
  await tellOfHours(tx, { kind: 'holiday', id: row.id, locationId: location_id })
  configurationChanged(app, tx)
  return { ...holiday, outside: await outsideOn(app, tx, row) }
}

export async function removeHoliday(
  app: App,
  call: Call<'holidays.remove'>,
  tx: Tx,
): Promise<null> {
  await lockCatalogue(tx)
  const row = await lockRow<Row>(tx, 'holidays', call.params.id, call.ifMatch)
  const { organization_id, id } = row
  await tx.run(tx.builder('holidays').where({ organization_id, id }).delete())
  await audit(tx, call, `holiday:${id}`, { ...toWire(row) }, null)
  await tellOfHours(tx, { kind: 'holiday', id, locationId: row.location_id })
  configurationChanged(app, tx)
  return null
}

const MOST_DAYS = 366

/** What is outside already is not the holidays’ doing. */
export async function previewHolidays(
  app: App,
  { body }: Call<'holidays.preview'>,
  tx: Tx,
): Promise<OperationTypes['holidays.preview']['reply']> {
  const { location_id: locationId = null, from, to, opens = null, closes = null } = body
  const days = dayNumber(to) - dayNumber(from) + 1
  const errors = hoursFaults(body)
  if (days < 1 || days > MOST_DAYS) errors.push({ pointer: '/to', code: 'invalid' })
  if (errors.length > 0) throw new Fault('invalid_data', { errors })
  await requireReferences(tx, referencesOf('locations', '/location_id', locationId ?? undefined))
  const configuration = await changedConfiguration(tx)
  const open =
    opens === null || closes === null ? null : { from: minuteOf(opens), to: minuteOf(closes) }
  const thought = datesOf(dayNumber(from), dayNumber(to)).dates.map((date) => ({
    locationId,
    date,
    open,
  }))
  const near = await comingAround(tx, app.clock(), locationId, from, to)
  const already = new Set(outsideOf(configuration, near))
  const holidays = [...configuration.holidays, ...thought]
  const left = outsideOf({ ...configuration, holidays }, near).filter((each) => !already.has(each))
  return { outside: outsideToWire(configuration, left) }
}

function outsideOf(configuration: Configuration, visits: readonly Visit[]): Visit[] {
  return outside(configuration, visits, (location, from, to) =>
    locationHours(configuration, location, from, to),
  )
}

/** Coming appointments that touch the date and are outside the hours that it has now. */
async function outsideOn(app: App, tx: Tx, { organization_id, location_id, date }: Row) {
  const near = await comingAround(tx, app.clock(), location_id, date)
  const configuration = await changedConfiguration(tx, organization_id)
  const day = dayNumber(date)
  const touching = near.filter(({ locationId, from, to }) => {
    const span = zoneOf(configuration, locationId).spanOf(day, day)
    return from < span.to && span.from < to
  })
  return outsideToWire(configuration, outsideOf(configuration, touching))
}

/** Both times or none, in their order; 'HH:MM' sorts as it is. */
function hoursFaults({
  opens = null,
  closes = null,
}: Pick<Draft, 'opens' | 'closes'>): FieldFault[] {
  if (opens === null && closes === null) return []
  if (opens === null) return [{ pointer: '/opens', code: 'required' }]
  if (closes === null) return [{ pointer: '/closes', code: 'required' }]
  return opens < closes ? [] : [{ pointer: '/closes', code: 'invalid' }]
}

function toWire(row: Row): Holiday {
  return {
    id: row.id,
    location_id: row.location_id,
    date: row.date,
    name: row.name,
    opens: row.opens?.slice(0, 5) ?? null,
    closes: row.closes?.slice(0, 5) ?? null,
    version: row.version,
    updated_at: row.updated_at.toISOString(),
  }
}
