import type { App } from '../app-context.ts'
import { statement, transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { PaymentKey } from './ask.ts'
import { learn } from './learn.ts'
import type { ExternalProvider } from './payment.ts'
import {
  ProviderFailed,
  type Notice,
  type Provider,
  type Truth,
  type WebhookRequest,
} from './providers/provider.ts'
import { providerOf } from './providers/providers.ts'
import { paymentById } from './rows.ts'

const byProviderId = statement(
  'webhook_payment',
  'select organization_id, id from find_payment($1, $2)',
)
const byCode = statement(
  'webhook_payment_by_code',
  'select organization_id, id from find_payment_by_code($1)',
)
const journal = statement(
  'payment_event_insert',
  `insert into payment_events (organization_id, payment_id, provider, event_id, type) values ($1, $2, $3, $4, $5)
   on conflict (organization_id, provider, event_id) do nothing returning id`,
)

/** A notification is a hint to look: the payment is fetched from the provider, and only that is believed. */
export async function takeWebhook(
  app: App,
  name: ExternalProvider,
  request: WebhookRequest,
): Promise<void> {
  const provider = providerOf(app.config, name)
  if (provider === undefined) throw new Fault('not_found')
  const notice = await provider.parseWebhook(request)
  if (notice.paymentId === null) {
    app.log.info({ provider: name, event: notice.type }, 'an event of a provider that says nothing')
    return
  }
  const truth = await fetched(provider, notice.paymentId)
  // Signed or not, it speaks of what is not in our account.
  if (truth === null) throw new Fault('signature_invalid')
  const owner = await ownerOf(app, name, truth)
  if (owner === null) {
    app.log.warn({ provider: name, event: notice.type }, 'a payment that is not of ours')
    return
  }
  await transaction(app.db, owner.organizationId, async (tx) => {
    const values = [tx.organizationId, owner.id, name, notice.eventId, notice.type]
    const isNew = (await tx.query(journal, values)).length > 0
    const payment = await paymentById(tx, owner.id)
    // While it is pending the event came before the provider's own books had it.
    if (isNew || payment?.status === 'pending') await learn(app, tx, owner.id, truth)
  })
}

async function fetched(provider: Provider, id: Notice['paymentId']): Promise<Truth | null> {
  try {
    return id === null ? null : await provider.fetch(id)
  } catch (error) {
    // It will be told again.
    if (error instanceof ProviderFailed) throw new Fault('provider_failed')
    throw error
  }
}

/** By its id; one whose id we were not told in time, by the code that we gave it. */
async function ownerOf(app: App, name: string, truth: Truth): Promise<PaymentKey | null> {
  return transaction(app.db, null, async (tx) => {
    const found =
      (await tx.maybe<{ organization_id: number; id: number }>(byProviderId, [
        name,
        truth.providerId,
      ])) ??
      (truth.code === null
        ? undefined
        : await tx.maybe<{ organization_id: number; id: number }>(byCode, [truth.code]))
    return found === undefined ? null : { organizationId: found.organization_id, id: found.id }
  })
}
