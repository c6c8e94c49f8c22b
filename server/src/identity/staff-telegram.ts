import type { TelegramLink } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { siteOf } from './codes.ts'
import { offerDeepLink, redeemDeepLink } from './deep-link.ts'
import type { Guard } from './guard.ts'
import { vouched } from './vouched.ts'

/** A link by which a member of staff is told in Telegram of what they were told by e-mail. */
export async function offerStaffLink(
  app: App,
  guard: Guard,
  { caller }: Call<'notificationPreferences.telegramLink'>,
): Promise<TelegramLink> {
  if (caller.kind !== 'staff') throw new Fault('forbidden')
  const { organizationId, staffId: id } = caller
  return offerDeepLink(app, guard, { kind: 'staff', organizationId, id })
}

/** Two who link one account at once, or exchange theirs, would meet in the index or in a deadlock: the clinic's take turns. */
const takeTurn = statement(
  'identity_staff_telegram_turn',
  `select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'staff telegram', $1::text), 0))`,
)
/** It was another member's: who holds the account and the link has both. */
const leave = statement(
  'identity_staff_telegram_leave',
  'update staff set telegram_id = null where organization_id = $1 and telegram_id = $2 and id <> $3',
)
const take = statement(
  'identity_staff_telegram_take',
  'update staff set telegram_id = $2 where organization_id = $1 and id = $3 and archived_at is null returning id',
)

/** The bot says who has come. It signs nobody in: Telegram shows notices, and the panel asks for the password. */
export async function redeemStaffLink(
  app: App,
  guard: Guard,
  call: Call<'notificationPreferences.redeemTelegramLink'>,
): Promise<null> {
  const organizationId = siteOf(call)
  const { user } = await vouched(app, guard, call)
  const { link: code } = call.body
  const id = await redeemDeepLink(app, { kind: 'staff', organizationId, code })
  await transaction(app.db, organizationId, async (tx) => {
    await tx.query(takeTurn, [organizationId])
    const values = [organizationId, user.id, id]
    await tx.query(leave, values)
    if (!(await tx.maybe(take, values))) throw new Fault('invalid_link')
    await audit(tx, call, `staff:${id}`, { telegram: 'unlinked' }, { telegram: 'linked' })
  })
  return null
}

const unlink = statement(
  'identity_staff_telegram_unlink',
  'update staff set telegram_id = null where organization_id = $1 and id = $2 and telegram_id is not null returning id',
)

export async function unlinkStaff(
  tx: Tx,
  call: Call<'notificationPreferences.unlinkTelegram'>,
): Promise<null> {
  const { caller } = call
  if (caller.kind !== 'staff') throw new Fault('forbidden')
  const row = await tx.maybe(unlink, [tx.organizationId, caller.staffId])
  if (row)
    await audit(
      tx,
      call,
      `staff:${caller.staffId}`,
      { telegram: 'linked' },
      { telegram: 'unlinked' },
    )
  return null
}
