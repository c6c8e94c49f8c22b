import { normalizeEmail } from '../clients/contact.ts'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { lockRow } from '../db/lock-row.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import type { Plan } from '../http/handler.ts'
import type { Guard } from './guard.ts'
import { guesses } from './own-account.ts'
import { passwordMatches } from './passwords.ts'
import { changeStaff, getStaff, staffItem, type StaffRow } from './staff-rows.ts'

/** Whoever sits at a browser left open may not take the account along: another e-mail asks for the password. */
export async function changeProfile(
  app: App,
  guard: Guard,
  { caller, body, operation, ifMatch }: Call<'auth.profile'>,
): Promise<Plan<'auth.profile'>> {
  if (caller.kind !== 'staff') throw new Fault('forbidden')
  const { organizationId, staffId } = caller
  const email = body.email === undefined ? undefined : normalizeEmail(body.email)
  const seen = await transaction(app.db, organizationId, (tx) => getStaff(tx, staffId))
  if (email !== undefined && email !== seen.email) {
    if (body.old_password === undefined)
      throw new Fault('invalid_request', {
        errors: [{ pointer: '/old_password', code: 'required' }],
      })
    await guard([guesses, String(staffId)])
    if (!(await passwordMatches(seen.password_hash, body.old_password)))
      throw new Fault('invalid_credentials')
  }
  return {
    organizationId,
    async run(tx) {
      const before = await lockRow<StaffRow>(tx, 'staff', staffId, ifMatch)
      const row = await changeStaff(tx, staffId, {
        ...(body.name === undefined ? {} : { name: body.name }),
        ...(email === undefined ? {} : { email }),
      })
      const shown = ({ name, email: address }: StaffRow) => ({ name, email: address })
      await audit(tx, { caller, operation }, `staff:${staffId}`, shown(before), shown(row))
      return staffItem(tx, row)
    },
  }
}
