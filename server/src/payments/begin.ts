import { randomBytes } from 'node:crypto'
import type { App } from '../app-context.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { announce } from './announce.ts'
import type { ExternalProvider, Purpose } from './payment.ts'
import {
  currencyOf,
  insertPayment,
  lockVisit,
  pendingPaymentOf,
  updatePayment,
  type PaymentRow,
} from './rows.ts'

/** Providers that can take this currency, the one to be preferred first. The demo's is nobody's real money: in production it stands beside nothing. */
export function availableProviders(
  config: Pick<Config, 'demo' | 'production' | 'stripe' | 'yookassa'>,
  currency: string,
): ExternalProvider[] {
  const real: ExternalProvider[] = []
  if (config.yookassa !== null && currency === 'RUB') real.push('yookassa')
  if (config.stripe !== null) real.push('stripe')
  const isAlone = config.stripe === null && config.yookassa === null
  return config.demo || (isAlone && !config.production) ? [...real, 'demo'] : real
}

export interface Begin {
  clientId: number
  purpose: Purpose
  appointmentId?: number | undefined
  packageId?: number | undefined
  amount: number
  /** The first that is set up when left out. */
  provider?: ExternalProvider | undefined
  /** http(s) only, as the contract's format says. */
  returnUrl?: string | undefined
  actor: string
}

/** The page where it is paid; null for money that was taken at the desk. */
export function payUrl(config: Pick<App['config'], 'publicUrl'>, row: { code: string | null }) {
  return row.code === null ? null : `${config.publicUrl}/pay/${row.code}`
}

/**
 * Only the promise of a payment: nobody is asked for money and no network is used until its page is opened.
 * A second time for the same visit and sum is the same payment, so that two pages do not take the money twice.
 */
export async function beginPayment(
  app: Pick<App, 'config'>,
  tx: Tx,
  begin: Begin,
): Promise<PaymentRow & { url: string }> {
  const currency = await currencyOf(tx)
  const open = availableProviders(app.config, currency)
  const provider = begin.provider ?? open[0]
  if (provider === undefined || !open.includes(provider))
    throw new Fault('payment_method_unavailable')
  const code = randomBytes(24).toString('base64url')
  const row =
    (await again(tx, begin, provider)) ??
    (await insertPayment(tx, {
      ...begin,
      provider,
      currency,
      status: 'pending',
      code,
      pageUrl: payUrl(app.config, { code }) ?? undefined,
    }))
  return { ...row, url: payUrl(app.config, row) ?? '' }
}

async function again(
  tx: Tx,
  { purpose, appointmentId, amount, returnUrl }: Begin,
  provider: ExternalProvider,
): Promise<PaymentRow | undefined> {
  if (purpose !== 'appointment' || appointmentId === undefined) return undefined
  await lockVisit(tx, appointmentId)
  const pending = await pendingPaymentOf(tx, { appointmentId, provider, amount })
  if (pending === undefined || returnUrl === undefined || returnUrl === pending.return_url)
    return pending
  return updatePayment(tx, pending.id, { return_url: returnUrl })
}

export interface OnSite {
  clientId: number | null
  /** Exactly one of the two. */
  appointmentId?: number | undefined
  clientPackageId?: number | undefined
  amount: number
  actor: string
}

/** Money taken at the desk: it has come already. More than the visit costs is refused by `appointments_paid_within_total`. */
export async function takeOnSite(tx: Tx, taken: OnSite): Promise<PaymentRow> {
  const { clientId, appointmentId, clientPackageId, amount } = taken
  if (appointmentId !== undefined) await lockVisit(tx, appointmentId)
  const packageId = clientPackageId === undefined ? null : await packageOf(tx, clientPackageId)
  const row = await insertPayment(tx, {
    ...{ clientId, amount, appointmentId, packageId, clientPackageId },
    provider: 'on_site',
    status: 'succeeded',
    currency: await currencyOf(tx),
    purpose: appointmentId === undefined ? 'package' : 'appointment',
    code: null,
  })
  await announce(tx, 'payment.succeeded', row)
  return row
}

async function packageOf(tx: Tx, clientPackageId: number): Promise<number> {
  const { package_id } = await tx.one<{ package_id: number }>(
    `select package_id from client_packages where organization_id = $1 and id = $2`,
    [tx.organizationId, clientPackageId],
  )
  return package_id
}
