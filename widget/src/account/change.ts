import { isBookingError, type Appointment } from '@zapis/sdk'
import { leaveToPay } from '../api/paying.ts'
import type { Account } from './account.ts'
import { reload } from './load.ts'
import { whenOf } from './move.ts'

/** What somebody else has changed is shown as it is now. */
function staleOf(account: Account): (error: unknown) => boolean {
  return (error) => {
    if (!isBookingError(error, 'version_conflict')) return false
    void reload(account).then(() => {
      account.go({ name: 'tabs' })
      account.set({ failure: { text: account.tell('changedElsewhere'), retry: null } })
      account.focus('.notice')
    })
    return true
  }
}

export function cancel(account: Account, visit: Appointment): Promise<void> {
  return account.attempt(async () => {
    await account.connection.client.request(
      'appointments.cancel',
      { params: { id: visit.id }, body: {} },
      { ifMatch: visit.version },
    )
    const when = whenOf(account, visit)
    await reload(account)
    account.done('cancelled', { when })
  }, staleOf(account))
}

/** At once, from the balance or a package. */
export function payNow(
  account: Account,
  visit: Appointment,
  method: 'wallet' | 'package',
): Promise<void> {
  return account.attempt(async () => {
    await account.connection.client.request(
      'appointments.pay',
      { params: { id: visit.id }, body: { method } },
      { ifMatch: visit.version },
    )
    await reload(account)
    account.done('payDone')
  }, staleOf(account))
}

export function payByCard(account: Account, { id }: Appointment): Promise<void> {
  return account.attempt(() =>
    leaveToPay(account.connection, { purpose: 'appointment', appointment_id: id }),
  )
}

/** What is on its way to the payment page comes to the balance. */
export async function topUp(account: Account): Promise<void> {
  const amount = amountOf(account)
  if (amount <= 0) {
    account.set({ wrong: { sum: account.tell('giveAmount') } })
    account.focus('[aria-invalid="true"]')
    return
  }
  await account.attempt(() => leaveToPay(account.connection, { purpose: 'deposit', amount }))
}

/** The typed sum in minor units: 1 500,50 as people write it. */
export function amountOf({ sum, balance, speak }: Account): number {
  const text = sum.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (!balance || !/^\d{1,9}(\.\d{1,3})?$/.test(text)) return 0
  const { currency } = balance
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat(speak.tag, {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return Math.round(Number(text) * 10 ** digits)
}
