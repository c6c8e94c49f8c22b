import type { OperationTypes } from '@zapis/sdk/contract'
import { byId, keysetPage, type Page } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Locale, Role } from '../http/call.ts'

export type StaffItem = OperationTypes['staff.get']['reply']

export interface StaffRow {
  id: number
  email: string
  name: string | null
  password_hash: string | null
  role: Role
  specialist_id: number | null
  locale: Locale | null
  session_version: number
  archived_at: Date | null
  version: number
  created_at: Date
  updated_at: Date
}

export type StaffValues = Partial<
  Pick<StaffRow, 'email' | 'name' | 'password_hash' | 'role' | 'specialist_id' | 'locale'>
>

const localeOf = statement(
  'identity_organization_locale',
  `select locale from organizations where id = $1`,
)

/** Who has not chosen a language reads the organization’s. */
export async function staffItems(tx: Tx, rows: readonly StaffRow[]): Promise<StaffItem[]> {
  const organization = await tx.one<{ locale: Locale }>(localeOf, [tx.organizationId])
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name ?? '',
    role: row.role,
    specialist_id: row.specialist_id,
    locale: row.locale ?? organization.locale,
    version: row.version,
    archived_at: row.archived_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }))
}

export async function staffItem(tx: Tx, row: StaffRow): Promise<StaffItem> {
  const [item] = await staffItems(tx, [row])
  if (!item) throw new Error('a row without an item')
  return item
}

export async function listStaff(
  tx: Tx,
  wanted: OperationTypes['staff.list']['query'],
): Promise<Page<StaffItem>> {
  const query = tx.builder('staff').where({ organization_id: tx.organizationId }).select('*')
  if (wanted.archived !== true) query.whereNull('archived_at')
  const page = await keysetPage<StaffRow>(tx, query, { id: [byId] }, wanted)
  return { ...page, data: await staffItems(tx, page.data) }
}

const one = statement(
  'identity_staff_row',
  `select * from staff where organization_id = $1 and id = $2`,
)

export async function getStaff(tx: Tx, id: number): Promise<StaffRow> {
  const row = await tx.maybe<StaffRow>(one, [tx.organizationId, id])
  if (!row) throw new Fault('not_found')
  return row
}

export async function insertStaff(tx: Tx, values: StaffValues): Promise<StaffRow> {
  const [row] = await tx.run<StaffRow>(
    tx
      .builder('staff')
      .insert({ organization_id: tx.organizationId, ...values })
      .returning('*'),
  )
  if (!row) throw new Error('nothing was inserted')
  return row
}

export async function changeStaff(
  tx: Tx,
  id: number,
  values: StaffValues & { archived_at?: Date | null; telegram_id?: null },
): Promise<StaffRow> {
  const [row] = await tx.run<StaffRow>(
    tx
      .builder('staff')
      .where({ organization_id: tx.organizationId, id })
      .update({ ...values, updated_at: tx.builder.fn.now() })
      .returning('*'),
  )
  if (!row) throw new Error('a locked row is gone')
  return row
}

const owners = statement(
  'identity_lock_owners',
  `select id, role = 'owner' and archived_at is null as owner from staff
   where organization_id = $1 and (id = $2 or (role = 'owner' and archived_at is null))
   order by id for no key update`,
)

/**
 * Locks the row and every owner’s, in one order: of two owners who dismiss each other at the same moment, the second
 * one sees that the first is gone. Answers whether the row is the last owner’s.
 */
export async function lockAmongOwners(tx: Tx, id: number): Promise<{ lastOwner: boolean }> {
  const rows = await tx.query<{ id: number; owner: boolean }>(owners, [tx.organizationId, id])
  const ids = rows.filter((row) => row.owner).map((row) => row.id)
  return { lastOwner: ids.length === 1 && ids[0] === id }
}
