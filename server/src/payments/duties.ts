import type { App } from '../app-context.ts'
import { statement, transaction } from '../db/transaction.ts'
import { sendReceipts } from '../receipts/send.ts'
import { lookAfter } from './ask.ts'
import { executeRefunds } from './execute-refunds.ts'
import { ProviderFailed } from './providers/provider.ts'
import { reconcile } from './reconcile.ts'

/** As the worker's (server/src/worker.ts), which a noun does not know. */
export interface PaymentDuty {
  name: string
  wakes?: boolean
  everyMs: number
  turn(signal: AbortSignal): Promise<boolean>
}

const BATCH = 20
const SECOND_MS = 1000
const DAY_MS = 24 * 3600 * SECOND_MS

/** What is owed to payments while nobody looks. */
export function paymentDuties(app: App): PaymentDuty[] {
  return [
    {
      name: 'pending payments',
      everyMs: 10 * SECOND_MS,
      wakes: false,
      turn: (signal) => lookAfterAll(app, signal),
    },
    { name: 'refunds', everyMs: 5 * SECOND_MS, turn: (signal) => executeRefunds(app, signal) },
    { name: 'receipts', everyMs: 5 * SECOND_MS, turn: (signal) => sendReceipts(app, signal) },
    {
      name: 'reconciliation',
      everyMs: DAY_MS,
      wakes: false,
      async turn(signal) {
        await reconcile(app, signal)
        return false
      },
    },
  ]
}

const due = statement('payments_due', 'select organization_id, id from due_payments($1)')

export async function lookAfterAll(
  app: App,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<boolean> {
  const found = await transaction(app.db, null, (tx) =>
    tx.query<{ organization_id: number; id: number }>(due, [BATCH]),
  )
  for (const { organization_id: organizationId, id } of found) {
    if (signal.aborted) return false
    try {
      await lookAfter(app, { organizationId, id })
    } catch (error) {
      if (!(error instanceof ProviderFailed)) throw error
      app.log.warn({ payment: id, reason: error.message }, 'a provider did not answer')
    }
  }
  return found.length === BATCH
}
