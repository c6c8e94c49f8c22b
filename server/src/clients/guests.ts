import { statement, type Tx } from '../db/transaction.ts'
import { Fault, type FieldFault } from '../fault.ts'
import type { Locale } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import { normalizeEmail } from './contact.ts'
import { blankToNull, phoneOf } from './draft.ts'

export interface Guest {
  first_name?: string | undefined
  last_name?: string | undefined
  phone?: string | undefined
  email?: string | undefined
  locale?: Locale | undefined
}

/** Whom the desk books may be blocked: only booking online is what they may not. */
export interface GuestOptions {
  desk?: boolean
}

/**
 * One round trip for somebody new or known by phone. The key-share lock is what the visit's foreign key would take anyway;
 * taken here, a merge or an erasure comes wholly before or wholly after the booking.
 */
const byPhoneOrNew = statement(
  'clients_guest',
  `with known as (
     select id, blocked from clients
     where organization_id = $1 and phone = $4 and erased_at is null and merged_into is null
     for key share
   ), made as (
     insert into clients (organization_id, first_name, last_name, phone, email, locale)
     select $1, $2, $3, $4, $5, $6 where not exists (select from known)
     on conflict do nothing returning id, blocked
   )
   select id, blocked, false as created from known union all select id, blocked, true from made`,
)
/** Those whom another booking has just made, or who are known by their e-mail alone. The phone wins. */
const byContact = statement(
  'clients_by_contact',
  `select id, blocked, false as created from clients
   where organization_id = $1 and (phone = $2 or email = $3) and erased_at is null and merged_into is null
   order by (phone = $2) is true desc, id limit 1 for key share`,
)
const byId = statement(
  'clients_to_book',
  `select id, blocked from clients
   where organization_id = $1 and id = $2 and erased_at is null and merged_into is null for key share`,
)

interface Found {
  id: number
  blocked: boolean
  created: boolean
}

/**
 * The client whom these contacts name, or a new one. Who is known stays as they are: a guest has proven nothing, so they
 * neither change nor learn anything.
 */
export async function findOrCreateGuest(
  tx: Tx,
  guest: Guest,
  options: GuestOptions = {},
): Promise<{ id: number; created: boolean }> {
  const first = blankToNull(guest.first_name ?? '')
  const last = blankToNull(guest.last_name ?? '')
  requireContact(first, guest)
  const phone = guest.phone ? await phoneOf(tx, guest.phone, '/client/phone') : null
  const email = guest.email ? normalizeEmail(guest.email) : null
  const found = await findOrInsert(tx, [first, last, phone, email, guest.locale ?? null])
  refuseBlocked(found, options)
  const { id, created } = found
  if (created) await append(tx, 'client.created', { kind: 'client', id }, { id })
  return { id, created }
}

/** A client named by id (staff, secret keys) or by their own session, kept from merging and erasing until the commit. */
export async function clientToBook(
  tx: Tx,
  id: number,
  options: GuestOptions = {},
): Promise<{ id: number }> {
  const found = await tx.maybe<Omit<Found, 'created'>>(byId, [tx.organizationId, id])
  if (found === undefined)
    throw new Fault('unknown_reference', {
      errors: [{ pointer: '/client/id', code: 'not_found' }],
    })
  refuseBlocked(found, options)
  return { id: found.id }
}

async function findOrInsert(
  tx: Tx,
  values: [string | null, string | null, string | null, string | null, Locale | null],
): Promise<Found> {
  const [, , phone, email] = values
  // Whom the insert ran into may have been merged or erased by the time of looking: then there is room again.
  for (let attempt = 0; attempt < 3; attempt++) {
    const found =
      (await tx.maybe<Found>(byPhoneOrNew, [tx.organizationId, ...values])) ??
      (await tx.maybe<Found>(byContact, [tx.organizationId, phone, email]))
    if (found !== undefined) return found
  }
  throw new Fault('unavailable', { retryAfterSeconds: 1 })
}

function requireContact(first: string | null, { phone, email }: Guest): void {
  const errors: FieldFault[] = []
  if (first === null) errors.push({ pointer: '/client/first_name', code: 'required' })
  if (!phone && !email)
    errors.push(
      { pointer: '/client/phone', code: 'required' },
      { pointer: '/client/email', code: 'required' },
    )
  if (errors.length > 0) throw new Fault('contact_required', { errors })
}

function refuseBlocked({ blocked }: { blocked: boolean }, { desk = false }: GuestOptions): void {
  if (blocked && !desk) throw new Fault('client_blocked')
}
