import type { OperationId, Who } from '@zapis/sdk/contract'
import type { Entry } from './request.ts'
import { unique } from './things.ts'

type Lines<Noun extends string> = Record<Extract<OperationId, `${Noun}.${string}`>, Entry>

const none: Entry = {}
const client = { id: 'client' } as const
const promo = { id: 'promo' } as const
/** A place of nobody’s has no figures, like a list without rows; their own tests see to the sums. */
const figures: Entry = { query: () => ({ location_id: undefined, specialist_id: undefined }) }
/** One of percent and amount. */
const newPromo = () => ({ code: `NEW${unique()}`, discount_amount: undefined })

/** The part of `appointments` that is money. */
const isDesk = (who: Who) => who !== 'publishable' && who !== 'client' && who !== 'secret'

export const visitMoney: Pick<
  Lines<'appointments'>,
  'appointments.quote' | 'appointments.pay' | 'appointments.refund' | 'appointments.discount'
> = {
  'appointments.quote': {
    // Of a hold, or at the desk without one.
    body: (t, who) => ({
      ...(isDesk(who) ? { hold: undefined } : { wish: undefined }),
      promo: undefined,
      discount: undefined,
      client: who === 'publishable' || who === 'client' ? undefined : { id: t.client },
    }),
    refused: { hold: [404, 410] },
  },
  'appointments.pay': {
    id: 'appointment',
    body: (_, who) => ({ method: who === 'client' ? 'wallet' : 'on_site', amount: 1000 }),
  },
  'appointments.refund': {
    id: 'appointment',
    body: () => ({ amount: 1000, to: 'wallet' }),
    arrange: `insert into wallet_transactions (organization_id, client_id, type, amount, appointment_id, actor)
      select organization_id, client_id, 'payment', -1000, id, 'system' from appointments where organization_id = $1 and status = 'confirmed'`,
  },
  'appointments.discount': { id: 'appointment', body: () => ({ percent: 10, amount: undefined }) },
}

type ClientMoney = Extract<
  OperationId,
  `clients.${'wallet' | 'transactions' | 'addTransaction' | 'packages' | 'sellPackage' | 'refundPackage'}`
>
type OwnMoney = Extract<OperationId, `me.${'wallet' | 'transactions' | 'packages' | 'buyPackage'}`>

export const money: Record<ClientMoney | OwnMoney, Entry> &
  Lines<'transactions' | 'promoCodes' | 'payments' | 'receipts' | 'reports'> = {
  'clients.wallet': client,
  'clients.transactions': client,
  'clients.addTransaction': {
    ...client,
    body: () => ({
      type: 'deposit',
      refunds: undefined,
      corrects: undefined,
      appointment_id: undefined,
    }),
  },
  'clients.packages': client,
  'clients.sellPackage': { ...client, body: () => ({ payment: { method: 'on_site' } }) },
  'clients.refundPackage': { ...client, body: () => ({ to: 'wallet' }) },

  'me.wallet': none,
  'me.transactions': none,
  'me.packages': none,
  'me.buyPackage': { body: () => ({ payment: { method: 'wallet' } }) },

  'promoCodes.list': none,
  'promoCodes.get': promo,
  'promoCodes.create': { body: newPromo },
  'promoCodes.update': { ...promo, body: newPromo },
  'promoCodes.archive': promo,
  'promoCodes.restore': promo,

  'payments.create': {
    body: (t, who) => ({
      purpose: 'deposit',
      amount: 1000,
      appointment_id: undefined,
      package_id: undefined,
      provider: undefined,
      client_id: who === 'client' ? undefined : t.client,
    }),
  },
  'transactions.list': none,
  'payments.list': none,
  'payments.get': { id: 'payment' },
  'payments.refund': { id: 'payment', body: () => ({ amount: 1000, to: 'wallet' }) },
  'payments.webhook': { provider: 'demo' },
  'payments.differences': none,
  'payments.settleDifference': { id: 'difference' },

  'receipts.list': none,
  'receipts.get': { id: 'receipt' },
  'receipts.print': { id: 'receipt' },
  'receipts.retry': { id: 'receipt' },

  'reports.revenue': figures,
  'reports.utilization': figures,
  'reports.bookings': figures,
  'reports.retention': figures,
  'reports.services': figures,
  'reports.specialists': figures,
  'reports.clients': figures,
  'reports.cancellations': figures,
  'reports.balances': figures,
  'reports.liabilities': figures,
}
