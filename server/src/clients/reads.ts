import type { Appointment, ListedClient, PageQuery } from '@zapis/sdk/contract'
import type { Knex } from 'knex'
import { presentAppointment } from '../appointments/present.ts'
import { columns as visitColumns, type AppointmentRow } from '../appointments/rows.ts'
import { byId, key, keysetPage, nullable, type Page } from '../db/keyset.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Caller } from '../http/call.ts'
import { presentClient, type ClientRow } from './client.ts'
import { clientColumns, findClient, hasVisitWith } from './client-rows.ts'
import { settingsOf } from './draft.ts'
import {
  asksForMoney,
  clientsWithFigures,
  narrow,
  narrowByFigures,
  needsFigures,
  presentFigures,
  type FiguresRow,
} from './filter.ts'
import { searchVariants } from './search.ts'

const sorts = {
  id: [byId],
  last_name: [...nullable('last_name', 'text'), ...nullable('first_name', 'text'), byId],
  created_at: [key('created_at', 'timestamptz'), byId],
  visits: [key('visits', 'integer'), byId],
  spent: [key('spent', 'bigint'), byId],
  last_visit_at: [...nullable('last_visit_at', 'timestamptz'), byId],
}
const byStart = { starts_at: [key('starts_at', 'timestamptz'), byId] }

export async function listClients(tx: Tx, call: Call<'clients.list'>): Promise<Page<ListedClient>> {
  const { search, figures, ...filter } = call.query
  const specialistId = onlyOwn(call.caller)
  if (specialistId !== null && asksForMoney(call.query)) throw new Fault('forbidden')
  const { currency, time_zone } = await settingsOf(tx)
  const counted = needsFigures(call.query)
  const query = counted ? clientsWithFigures(tx, clientColumns) : clientsOnly(tx)
  narrow(tx, query, filter)
  if (counted) narrowByFigures(query, filter, time_zone)
  matching(tx, query, search ?? '')
  if (specialistId !== null) void query.whereIn('id', clientsOf(tx, specialistId))
  const { sort, limit, cursor } = filter
  const page = await keysetPage<ClientRow & FiguresRow>(tx, query, sorts, { sort, limit, cursor })
  const present = (row: ClientRow & FiguresRow) => ({
    ...presentClient(row),
    figures: figures === true ? presentFigures(row, currency) : null,
  })
  return { ...page, data: page.data.map(present) }
}

function clientsOnly(tx: Tx): Knex.QueryBuilder {
  return tx
    .builder('clients')
    .where({ organization_id: tx.organizationId })
    .whereNull('erased_at')
    .whereNull('merged_into')
    .select(tx.builder.raw(clientColumns))
}

/** Of a specialist’s own clients; others’ are not there. */
export async function visibleClient(tx: Tx, caller: Caller, id: number): Promise<ClientRow> {
  const row = await findClient(tx, id)
  const specialistId = onlyOwn(caller)
  if (!row || (specialistId !== null && !(await hasVisitWith(tx, id, specialistId))))
    throw new Fault('not_found')
  return row
}

/** Newest first; a specialist sees the visits that are with them. */
export async function visitsOf(
  tx: Tx,
  caller: Caller,
  clientId: number,
  wanted: PageQuery,
): Promise<Page<Appointment>> {
  const visits = tx.builder
    .from(tx.builder.raw('appointments as a'))
    .where({ 'a.organization_id': tx.organizationId, 'a.client_id': clientId })
    .select(tx.builder.raw(visitColumns))
  const specialistId = onlyOwn(caller)
  if (specialistId !== null) void visits.where('a.specialist_id', specialistId)
  const page = await keysetPage<AppointmentRow>(
    tx,
    tx.builder.from(visits.as('a')).select('a.*'),
    byStart,
    { ...wanted, sort: '-starts_at' },
  )
  return { ...page, data: page.data.map(presentAppointment) }
}

/** null = all of them. */
function onlyOwn(caller: Caller): number | null {
  if (caller.kind !== 'staff' || caller.role !== 'specialist') return null
  // No row has this number: a specialist’s account that is nobody sees nobody.
  return caller.specialistId ?? 0
}

function clientsOf(tx: Tx, specialistId: number): Knex.QueryBuilder {
  return tx
    .builder('appointments')
    .where({ organization_id: tx.organizationId, specialist_id: specialistId })
    .select('client_id')
}

function matching(tx: Tx, query: Knex.QueryBuilder, search: string): void {
  const variants = searchVariants(search)
  if (variants.length === 0) return
  const found = variants.map(() => 'select matching_clients(?, null)').join(' union ')
  void query.whereRaw(`id in (${found})`, variants)
}
