import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { normalizeEmail } from '../clients/contact.ts'
import { lockRow } from '../db/lock-row.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { notice } from './notices.ts'
import { hashPassword } from './passwords.ts'
import { mayManage } from './powers.ts'
import { endSessions } from './sessions.ts'
import {
  changeStaff,
  insertStaff,
  lockAmongOwners,
  staffItem,
  type StaffItem,
  type StaffRow,
  type StaffValues,
} from './staff-rows.ts'

type Changes = Call<'staff.update'>['body']

export async function createStaff(call: Call<'staff.create'>, tx: Tx): Promise<StaffItem> {
  const { body } = call
  if (!mayManage(call.caller, body.role)) throw new Fault('forbidden')
  requireSpecialist(body.role, body.specialist_id ?? null)
  const row = await insertStaff(tx, await valuesOf(body))
  const item = await staffItem(tx, row)
  await audit(tx, call, `staff:${row.id}`, null, { ...item })
  return item
}

export async function updateStaff(
  app: App,
  call: Call<'staff.update'>,
  tx: Tx,
): Promise<StaffItem> {
  const { body, params } = call
  // Hashing is slow on purpose: before any lock.
  const values = await valuesOf(body)
  const { lastOwner } = await lockAmongOwners(tx, params.id)
  const before = await lockRow<StaffRow>(tx, 'staff', params.id, call.ifMatch)
  const role = body.role ?? before.role
  const both = mayManage(call.caller, before.role) && mayManage(call.caller, role)
  if (!both && !(isOneself(call, before) && isHarmless(body))) throw new Fault('forbidden')
  if (lastOwner && role !== 'owner') throw keepsAnOwner()
  requireSpecialist(
    role,
    body.specialist_id === undefined ? before.specialist_id : body.specialist_id,
  )
  const row = await changeStaff(tx, before.id, values)
  await audited(tx, call, before, row)
  forgetSessions(app, tx, before, row)
  return staffItem(tx, row)
}

export async function archiveStaff(app: App, call: Call<'staff.archive'>, tx: Tx): Promise<null> {
  const { lastOwner } = await lockAmongOwners(tx, call.params.id)
  const before = await lockRow<StaffRow>(tx, 'staff', call.params.id, call.ifMatch)
  if (!mayManage(call.caller, before.role)) throw new Fault('forbidden')
  if (lastOwner) throw keepsAnOwner()
  if (before.archived_at) return null
  const row = await changeStaff(tx, before.id, { archived_at: app.clock(), telegram_id: null })
  await audited(tx, call, before, row)
  forgetSessions(app, tx, before, row)
  return null
}

export async function restoreStaff(
  app: App,
  call: Call<'staff.restore'>,
  tx: Tx,
): Promise<StaffItem> {
  const before = await lockRow<StaffRow>(tx, 'staff', call.params.id, call.ifMatch)
  if (!mayManage(call.caller, before.role)) throw new Fault('forbidden')
  if (!before.archived_at) return staffItem(tx, before)
  const row = await changeStaff(tx, before.id, { archived_at: null })
  await audited(tx, call, before, row)
  const subject = `staff:${row.id}`
  const { organizationId } = call.caller
  if (organizationId !== null) {
    tx.afterCommit(() => notice(app, { about: 'subject', organizationId, subject }))
  }
  return staffItem(tx, row)
}

async function valuesOf({ email, password, ...others }: Changes): Promise<StaffValues> {
  return {
    ...others,
    ...(email === undefined ? {} : { email: normalizeEmail(email) }),
    ...(password === undefined ? {} : { password_hash: await hashPassword(password) }),
  }
}

function requireSpecialist(role: StaffRow['role'], specialistId: number | null): void {
  if (role !== 'specialist' || specialistId !== null) return
  throw new Fault('invalid_data', { errors: [{ pointer: '/specialist_id', code: 'required' }] })
}

function isOneself({ caller }: Call<'staff.update'>, row: StaffRow): boolean {
  return caller.kind === 'staff' && caller.staffId === row.id
}

/** What everybody may change of themselves. The password has a call of its own, which asks for the old one. */
function isHarmless(changes: Changes): boolean {
  return Object.keys(changes).every((name) => name === 'name' || name === 'locale')
}

function keepsAnOwner(): Fault {
  return new Fault('forbidden', { extension: { reason: 'last_owner' } })
}

function audited(
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation'>,
  before: StaffRow,
  after: StaffRow,
): Promise<void> {
  return audit(tx, call, `staff:${after.id}`, shown(before), shown(after))
}

function shown(row: StaffRow): Record<string, unknown> {
  const { email, name, role, specialist_id, locale, archived_at, password_hash: password } = row
  return { email, name, role, specialist_id, locale, archived_at, password }
}

/** A trigger gave the row a new session_version if its role, password, specialist or place in the archive changed. */
function forgetSessions(app: App, tx: Tx, before: StaffRow, after: StaffRow): void {
  const { organizationId } = tx
  if (organizationId === null || before.session_version === after.session_version) return
  tx.afterCommit(() => endSessions(app, { kind: 'staff', organizationId, id: after.id }))
}
