import type { Tx } from '../db/transaction.ts'
import { append } from '../outbox/append.ts'
import type { PaymentRow } from './rows.ts'

export type PaymentEvent = 'payment.succeeded' | 'payment.failed' | 'payment.refunded'

/** Ids, sums and the status; `refund` says which part went back. */
export async function announce(
  tx: Tx,
  type: PaymentEvent,
  payment: PaymentRow,
  refund?: { id: number | null; amount: number; to: 'source' | 'wallet' },
): Promise<void> {
  const { id, client_id, provider, status, amount, refunded, currency, purpose } = payment
  const { appointment_id, package_id, client_package_id, version } = payment
  await append(
    tx,
    type,
    { kind: 'payment', id },
    {
      ...{ id, client_id, provider, status, purpose },
      amount: { amount, currency },
      refunded: { amount: refunded, currency },
      ...{ appointment_id, package_id, client_package_id, version },
      ...(refund === undefined ? {} : { refund }),
    },
  )
}
