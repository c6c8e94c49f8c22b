import { isBookingError } from '@zapis/sdk'
import type { TransactionDraft, WalletTransaction } from '@zapis/sdk/contract'
import { addDays } from '../../availability/dates.ts'
import { openDesk, type Desk } from '../../clients/test/desk.ts'
import { visitAt, type Sdk } from '../../test/clinic.ts'

export interface Till extends Desk {
  admin: Sdk
  client(): Promise<number>
  /** One with this much on the balance. */
  rich(amount: number): Promise<number>
  add(clientId: number, draft: TransactionDraft, sdk?: Sdk): Promise<WalletTransaction>
  balance(clientId: number): Promise<number>
  /** A visit of theirs for 250000 that nobody has paid; answers its id. */
  visit(clientId: number): Promise<number>
  /** Newest first. */
  lines(clientId: number): Promise<WalletTransaction[]>
}

/** A clinic, and short words for what is done to its clients' balances. */
export async function openTill(): Promise<Till> {
  const desk = await openDesk()
  const { admin } = desk.clinic
  const add: Till['add'] = (clientId, draft, sdk = admin) =>
    sdk.clients.addTransaction(clientId, draft)
  const client = async () => (await admin.clients.create({ first_name: 'Вера' })).id
  let days = 0
  return {
    ...desk,
    admin,
    client,
    async rich(amount) {
      const id = await client()
      await add(id, { type: 'deposit', amount })
      return id
    },
    add,
    balance: async (clientId) => (await admin.clients.wallet(clientId)).balance.amount,
    async visit(clientId) {
      const starts = visitAt(desk.clinic, '10:00', addDays(desk.clinic.day, days++))
      return (await admin.appointments.create({ ...starts, client: { id: clientId } })).id
    },
    lines: (clientId) => admin.clients.transactions(clientId, { limit: 100 }).toArray(),
  }
}

export type Outcome<T> = { done: T } | { refused: string }

/** Tries again while the server has no connection left for it, as any client would, with the same key. */
export async function insist<T>(
  call: (options: { idempotencyKey: string }) => Promise<T>,
  idempotencyKey: string = crypto.randomUUID(),
): Promise<Outcome<T>> {
  for (;;) {
    try {
      return { done: await call({ idempotencyKey }) }
    } catch (error) {
      if (!isBookingError(error)) throw error
      if (!passing.includes(error.code)) return { refused: error.code }
    }
  }
}

const passing = ['unavailable', 'idempotency_in_flight']
