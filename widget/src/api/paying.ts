import { isBookingError, type Payment } from '@zapis/sdk'
import type { Connection } from './connect.ts'

type Purpose = Payment['purpose']

function nameOf({ apiKey, url }: Connection, purpose: Purpose): string {
  return `zapis-paying:${purpose}:${apiKey}@${url}`
}

/** To the payment page in this tab; it comes back to this address. */
export async function leaveToPay(
  connection: Connection,
  what:
    | { purpose: 'appointment'; appointment_id: number }
    | { purpose: 'package'; package_id: number }
    | { purpose: 'deposit'; amount: number },
): Promise<void> {
  const return_url = /^https?:/.test(location.href) ? location.href : undefined
  const { id, url } = await connection.client.request('payments.create', {
    body: { ...what, return_url },
  })
  if (url === null) return
  try {
    sessionStorage.setItem(nameOf(connection, what.purpose), String(id))
  } catch {
    // Whoever comes back sees the money where it belongs, only not what became of it.
  }
  location.assign(url)
}

/** What became of a payment that was left for; null: nothing was. One that is not seen yet is asked for again next time. */
export async function cameBack(
  connection: Connection,
  purposes: readonly Purpose[],
): Promise<Payment | null> {
  for (const purpose of purposes) {
    const name = nameOf(connection, purpose)
    const id = read(name)
    if (id === null) continue
    try {
      const payment = await connection.client.request('payments.get', { params: { id } })
      if (payment.status !== 'pending') forget(name)
      return payment
    } catch (error) {
      // Somebody else has signed in since.
      if (isBookingError(error) && error.status >= 400 && error.status < 500) forget(name)
      else throw error
    }
  }
  return null
}

function read(name: string): number | null {
  try {
    return Number(sessionStorage.getItem(name)) || null
  } catch {
    return null
  }
}

function forget(name: string): void {
  try {
    sessionStorage.removeItem(name)
  } catch {
    // It was not kept either.
  }
}
