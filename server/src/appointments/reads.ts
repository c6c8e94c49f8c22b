import type { ListAppointmentQuery } from '@zapis/sdk/contract'
import { byId, key, keysetPage, type Page, type Sorts } from '../db/keyset.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import type { Database } from '../db/database.ts'
import type { Caller, Locale } from '../http/call.ts'
import { withinDates } from '../organizations/within-dates.ts'
import { columns, type AppointmentRow } from './rows.ts'

const sorts: Sorts = { starts_at: [key('starts_at', 'timestamptz'), byId], id: [byId] }

/** A client’s and a specialist’s own, others’ all. */
export async function listAppointments(
  tx: Tx,
  caller: Caller,
  query: ListAppointmentQuery,
): Promise<Page<AppointmentRow>> {
  const visits = tx.builder
    .from(tx.builder.raw('appointments as a'))
    .where('a.organization_id', tx.organizationId)
    .select(tx.builder.raw(columns))
  if (caller.kind === 'client') void visits.where('a.client_id', caller.clientId)
  if (caller.kind === 'staff' && caller.role === 'specialist')
    void visits.where('a.specialist_id', caller.specialistId)
  for (const field of [
    'location_id',
    'specialist_id',
    'client_id',
    'session_id',
    'status',
  ] as const) {
    const value = query[field]
    if (value !== undefined) void visits.where(`a.${field}`, value)
  }
  await withinDates(tx, visits, 'a.starts_at', query)
  const found = tx.builder.from(visits.as('a')).select('a.*')
  if (query.unpaid === true)
    void found
      .whereRaw('a.paid < a.total')
      .whereNotIn('a.status', ['cancelled', 'no_show', 'expired'])
  return keysetPage(tx, found, sorts, query)
}

/** A visit with the names that a person reads, in their language where there is a translation. */
export interface NamedAppointment extends AppointmentRow {
  organization_name: string
  location_name: string
  location_city: string
  location_address: string
  location_phone: string | null
  service_name: string
  preparation: string
  specialist_name: string
}

const translated = (alias: string, field: string) =>
  `coalesce(${alias}.translations -> $3 ->> '${field}', ${alias}.${field}, '')`

const named = statement(
  'appointment_named',
  `select ${columns}, ${translated('o', 'name')} as organization_name, ${translated('l', 'name')} as location_name, ${translated('l', 'city')} as location_city,
     ${translated('l', 'address')} as location_address, l.phone as location_phone, ${translated('s', 'name')} as service_name,
     ${translated('s', 'preparation')} as preparation, trim(${translated('p', 'first_name')} || ' ' || ${translated('p', 'last_name')}) as specialist_name
   from appointments a
   join organizations o on o.id = a.organization_id
   join locations l on l.organization_id = a.organization_id and l.id = a.location_id
   join services s on s.organization_id = a.organization_id and s.id = a.service_id
   join specialists p on p.organization_id = a.organization_id and p.id = a.specialist_id
   where a.organization_id = $1 and a.id = $2`,
)

export function namedAppointment(
  tx: Tx,
  id: number,
  locale: Locale,
): Promise<NamedAppointment | undefined> {
  return tx.maybe(named, [tx.organizationId, id, locale])
}

const payer = statement(
  'appointment_payer',
  `select trim(concat_ws(' ', last_name, first_name, iname)) as name from clients where organization_id = $1 and id = $2`,
)

/** Empty of somebody who was erased. */
export async function payerOf(tx: Tx, clientId: number): Promise<string> {
  return (await tx.maybe<{ name: string }>(payer, [tx.organizationId, clientId]))?.name ?? ''
}

const CODE = /^[A-Za-z0-9_-]{22,64}$/

/** Whose visit a manage link's code opens. */
export async function findByCode(
  db: Database,
  code: string,
): Promise<{ organizationId: number; id: number } | null> {
  if (!CODE.test(code)) return null
  const row = await transaction(db, null, (tx) =>
    tx.maybe<{ organization_id: number; id: number }>('select * from find_appointment($1)', [code]),
  )
  return row ? { organizationId: row.organization_id, id: row.id } : null
}
