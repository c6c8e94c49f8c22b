import type { App } from '../app-context.ts'
import { active } from '../appointments/appointment.ts'
import { audit } from '../audit/append.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { subjectOf } from '../identity/session-name.ts'
import type { Call } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import { nobody, type ClientRow } from './client.ts'
import { checked, lockWholeClients, updateClient } from './client-rows.ts'
import { signOut } from './update.ts'

const coming = statement(
  'clients_coming_visit',
  `select 1 from appointments
   where organization_id = $1 and client_id = $2 and status = any($3) and ends_at > $4 limit 1`,
)

/**
 * Wherever people write of a client, besides the client's own row. The ledger, the consents and the visits themselves
 * stay: they name nobody but a number.
 */
const traces = [
  statement(
    'erase_visit_texts',
    `update appointments set note = null, cancel_reason = null, override_reason = null
     where organization_id = $1 and client_id = $2 and num_nonnulls(note, cancel_reason, override_reason) > 0`,
  ),
  // Rows of it may not be changed, only replaced.
  statement(
    'erase_visit_discount_reasons',
    `with gone as (
       delete from appointment_discounts d using appointments a
       where d.organization_id = $1 and d.reason is not null
         and a.organization_id = $1 and a.id = d.appointment_id and a.client_id = $2
       returning d.*
     )
     insert into appointment_discounts (organization_id, id, appointment_id, discount_percent, amount, kind, promo_code_id, actor, created_at)
     select organization_id, id, appointment_id, discount_percent, amount, kind, promo_code_id, actor, created_at from gone`,
  ),
  statement(
    'erase_discount_reasons',
    `update client_discounts set reason = null where organization_id = $1 and client_id = $2 and reason is not null`,
  ),
  statement(
    'erase_push_subscriptions',
    `delete from push_subscriptions where organization_id = $1 and client_id = $2`,
  ),
  statement(
    'erase_messenger_accounts',
    `delete from messenger_accounts where organization_id = $1 and client_id = $2`,
  ),
  statement(
    'erase_notification_preferences',
    `delete from notification_preferences where organization_id = $1 and client_id = $2`,
  ),
  statement(
    'erase_notification_refusals',
    `delete from notification_refusals where organization_id = $1 and client_id = $2`,
  ),
  statement(
    'erase_consent_places',
    `update client_consents set ip = null, user_agent = null where organization_id = $1 and client_id = $2`,
  ),
  statement(
    'erase_notifications',
    `update notifications set recipient = 'erased:' || id, payload = '{}', error = null, provider_id = null,
       status = case when status in ('pending', 'sending') then 'skipped' else status end
     where organization_id = $1 and client_id = $2`,
  ),
]
const answers = statement(
  'erase_kept_answers',
  `delete from idempotency_keys where organization_id = $1 and caller = $2`,
)
const codes = statement(
  'erase_sign_in_codes',
  `update sign_in_codes set destination_hash = '', consumed_at = coalesce(consumed_at, now())
   where organization_id = $1 and destination_hash = any($2)`,
)

/** Again: the same answer. Backups restored later are erased by replaying the `client.erased` events. */
export async function eraseClient(
  app: App,
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation' | 'ifMatch'>,
  id: number,
): Promise<ClientRow> {
  const [found] = await lockWholeClients(tx, [id])
  const row = checked(found, call.ifMatch)
  if (row.erased_at !== null) return row
  const values = [tx.organizationId, id]
  if (await tx.maybe(coming, [...values, active, app.clock()])) throw new Fault('still_in_use')
  for (const trace of traces) await tx.query(trace, values)
  await tx.query(answers, [tx.organizationId, subjectOf({ kind: 'client', id })])
  await tx.query(codes, [tx.organizationId, destinations(app, tx, row)])
  const after = await updateClient(tx, id, { ...nobody, erased_at: app.clock() })
  await append(tx, 'client.erased', { kind: 'client', id }, { id })
  await audit(tx, call, `client:${id}`, null, { erased_at: after.erased_at })
  signOut(app, tx, id)
  return after
}

/** As identity/codes.ts keeps them. */
function destinations(app: App, tx: Tx, { phone, email }: ClientRow): string[] {
  const hash = (kind: string, value: string | null) =>
    value === null
      ? []
      : [
          app.secrets
            .mac('sign-in-destination', `${tx.organizationId} ${kind} ${value}`)
            .toString('base64url'),
        ]
  return [...hash('phone', phone), ...hash('email', email)]
}
