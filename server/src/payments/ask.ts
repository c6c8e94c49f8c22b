import type { App } from '../app-context.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import { fail } from './fail.ts'
import { learn } from './learn.ts'
import { pauseMs } from './payment.ts'
import { ProviderFailed, type Order, type Truth } from './providers/provider.ts'
import { providerOf } from './providers/providers.ts'
import { lockPayment, paymentById, updatePayment, type PaymentRow } from './rows.ts'

const HOUR_MS = 3_600_000
/** Providers forget a key after a day: later the same key would make a second payment. */
const KEY_LIFE_MS = 23 * HOUR_MS
const GIVE_UP_MS = 24 * HOUR_MS

export interface PaymentKey {
  organizationId: number
  id: number
}

/** Not begun in time, or what it was for is gone: it cannot be paid any more. */
export function isOver(app: Pick<App, 'clock'>, { status, created_at }: PaymentRow): boolean {
  return status !== 'pending' || app.clock().getTime() - created_at.getTime() > KEY_LIFE_MS
}

/**
 * Makes it at the provider, once: the code is the key, so two tabs, and a process that was killed before it could write down
 * what it was told, meet the same payment there. Throws ProviderFailed.
 */
export async function openAtProvider(app: App, { organizationId, id }: PaymentKey) {
  const opened = await transaction(app.db, organizationId, async (tx) => {
    const row = await lockPayment(tx, id)
    if (isOver(app, row) || row.provider_id !== null) return { row, order: null }
    const order = await orderOf(app, tx, row)
    return { row: await updatePayment(tx, id, { opened_at: row.opened_at ?? app.clock() }), order }
  })
  const provider = providerOf(app.config, opened.row.provider)
  if (opened.order === null || provider === undefined) return opened.row
  const truth = await provider.create(opened.order).catch(async (error: unknown) => {
    if (error instanceof ProviderFailed && !error.isPassing)
      await refuse(app, { organizationId, id }, error.message)
    throw error
  })
  return transaction(app.db, organizationId, (tx) => learn(app, tx, id, truth))
}

/** A definite no: another try would hear the same. */
async function refuse(app: App, { organizationId, id }: PaymentKey, error: string): Promise<void> {
  await transaction(app.db, organizationId, async (tx) => {
    const row = await lockPayment(tx, id)
    if (row.status === 'pending' && row.provider_id === null) await fail(tx, row, 'failed', error)
  })
}

const texts = {
  ru: { appointment: 'запись', package: 'пакет услуг', deposit: 'пополнение баланса' },
  en: { appointment: 'visit', package: 'package', deposit: 'top-up' },
} as const

async function orderOf(app: App, tx: Tx, row: PaymentRow): Promise<Order | null> {
  if (row.code === null) return null
  const { name, locale } = await tx.one<{ name: string; locale: 'ru' | 'en' }>(
    'select name, locale from organizations where id = $1',
    [tx.organizationId],
  )
  const subject = row.appointment_id ?? row.id
  return {
    code: row.code,
    paymentId: row.id,
    organizationId: row.organization_id,
    amount: row.amount,
    currency: row.currency,
    description: `${name.slice(0, 80)}: ${texts[locale][row.purpose]} ${subject}`,
    backUrl: `${app.config.publicUrl}/pay/${row.code}/return`,
  }
}

/** Asks the provider and learns what it says. Throws ProviderFailed. */
export async function refresh(app: App, { organizationId, id }: PaymentKey): Promise<void> {
  const row = await transaction(app.db, organizationId, (tx) => paymentById(tx, id))
  if (row?.provider_id == null) return
  const truth = await ask(app, row)
  if (truth !== null) await transaction(app.db, organizationId, (tx) => learn(app, tx, id, truth))
}

async function ask(app: App, row: PaymentRow): Promise<Truth | null> {
  const provider = providerOf(app.config, row.provider)
  if (provider === undefined || row.provider_id === null) return null
  // Nobody wants its money any more: its page is closed as far as the provider can.
  if (row.status === 'cancelled' && row.closed_at === null) return provider.close(row.provider_id)
  return provider.fetch(row.provider_id)
}

/** As refresh, but whoever asked gets what we know when the provider is silent. */
export async function refreshGently(app: App, key: PaymentKey): Promise<void> {
  await refresh(app, key).catch((error: unknown) => {
    if (!(error instanceof ProviderFailed)) throw error
    app.log.warn({ payment: key.id, reason: error.message }, 'a provider did not answer')
  })
}

/** A payment that waits is looked after: asked for again and again, more and more seldom, and given up after a day. */
export async function lookAfter(app: App, key: PaymentKey): Promise<void> {
  const row = await postpone(app, key)
  if (row === undefined) return
  if (row.provider_id === null && row.opened_at !== null && !isOver(app, row))
    await openAtProvider(app, key)
  else await refresh(app, key)
  await transaction(app.db, key.organizationId, (tx) => giveUp(app, tx, key.id))
}

/** First of all, so that one that fails does not stand in the way of the others. */
async function postpone(app: App, { organizationId, id }: PaymentKey) {
  return transaction(app.db, organizationId, async (tx) => {
    const row = await lockPayment(tx, id)
    const now = app.clock()
    if (row.closed_at !== null || row.next_at > now) return undefined
    return updatePayment(tx, id, {
      attempts: row.attempts + 1,
      next_at: new Date(now.getTime() + pauseMs(row.attempts)),
    })
  })
}

async function giveUp(app: App, tx: Tx, id: number): Promise<void> {
  const row = await lockPayment(tx, id)
  if (row.closed_at !== null) return
  const age = app.clock().getTime() - row.created_at.getTime()
  if (age < GIVE_UP_MS) return
  // Nobody can pay what no provider has; theirs is asked for until they have said their last word, a week at most.
  if (row.provider_id === null || row.provider === 'demo' || age > 7 * GIVE_UP_MS)
    await updatePayment(tx, id, { closed_at: app.clock() })
  if (row.status === 'pending') await fail(tx, row, 'cancelled', 'expired')
}
