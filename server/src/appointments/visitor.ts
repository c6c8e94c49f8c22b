import type { Guest } from '@zapis/sdk/contract'
import { hasVisitWith } from '../clients/client-rows.ts'
import { clientToBook, findOrCreateGuest } from '../clients/guests.ts'
import { discountsOf } from '../clients/rows.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { isOurs, type Caller } from '../http/call.ts'
import type { PersonalDiscount } from '../pricing/price.ts'
import type { HoldFacts } from './hold-token.ts'

export interface Visitor {
  clientId: number
  /** Only of somebody whom we know: a phone number that a stranger types reveals no discounts. */
  personal: PersonalDiscount[]
}

/** Who comes: the signed-in client, one named by staff, or the guest by the contacts they give. */
export async function visitorOf(
  tx: Tx,
  caller: Caller,
  guest: Guest | undefined,
): Promise<Visitor> {
  const desk = isOurs(caller)
  if (caller.kind === 'client') return known(tx, caller.clientId, false)
  if (guest === undefined)
    throw new Fault('contact_required', { errors: [{ pointer: '/client', code: 'required' }] })
  if (guest.id !== undefined) {
    if (!desk)
      throw new Fault('forbidden', { errors: [{ pointer: '/client/id', code: 'not_allowed' }] })
    await mustBeSeen(tx, caller, guest.id)
    return known(tx, guest.id, desk)
  }
  const { id } = await findOrCreateGuest(tx, guest, { desk })
  return { clientId: id, personal: desk ? await discountsOf(tx, id) : [] }
}

/** Booking whom they do not know by number would open every client's card to a specialist. */
async function mustBeSeen(tx: Tx, caller: Caller, clientId: number): Promise<void> {
  if (caller.kind !== 'staff' || caller.role !== 'specialist') return
  if (!(await hasVisitWith(tx, clientId, caller.specialistId ?? 0)))
    throw new Fault('unknown_reference', {
      errors: [{ pointer: '/client/id', code: 'not_found' }],
    })
}

async function known(tx: Tx, clientId: number, desk: boolean): Promise<Visitor> {
  const { id } = await clientToBook(tx, clientId, { desk })
  return { clientId: id, personal: await discountsOf(tx, id) }
}

/** Discounts that the hold showed are kept with it: an admin’s change in between does not touch them. */
export function held(visitor: Visitor, facts: HoldFacts): Visitor {
  if (facts.clientId === null) return visitor
  const personal = facts.discounts.flatMap(({ kind, percent, reason }) =>
    kind === 'client' && percent !== null
      ? [{ serviceId: null, percent, validFrom: null, validTo: null, reason }]
      : [],
  )
  return { clientId: visitor.clientId, personal }
}
