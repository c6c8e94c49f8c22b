import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import { bare, read, write, type Handler, type HandlersOf } from '../http/handler.ts'
import { refreshGently } from './ask.ts'
import { createPayment } from './create.ts'
import { presentPayment } from './present.ts'
import { listDifferences, listPayments, settleDifference, visiblePayment } from './reads.ts'
import { refundPayment } from './refund.ts'
import { lockPayment } from './rows.ts'
import { takeWebhook } from './webhook.ts'

export function paymentHandlers(app: App): HandlersOf<'payments'> {
  return {
    'payments.create': write((call, tx) => createPayment(app, tx, call)),
    'payments.list': read((call, tx) => listPayments(app, tx, call)),
    'payments.get': get(app),
    'payments.refund': write((call, tx) => refund(app, tx, call)),
    'payments.webhook': bare(async (call) => {
      await takeWebhook(app, call.params.provider, {
        body: call.rawBody ?? Buffer.alloc(0),
        header: call.header,
        address: call.address,
      })
      return { received: true }
    }),
    'payments.differences': read((call, tx) => listDifferences(tx, call)),
    'payments.settleDifference': write((call, tx) => settleDifference(tx, call)),
  }
}

/** One that waits is asked for first: whoever looks has just come back from the provider's page. */
function get(app: App): Handler<'payments.get'> {
  return {
    mode: 'read',
    async plan(call) {
      const { organizationId } = call.caller
      if (organizationId === null) return null
      const { id } = call.params
      const row = await transaction(app.db, organizationId, (tx) =>
        visiblePayment(tx, call.caller, id),
      )
      if (row.status === 'pending') await refreshGently(app, { organizationId, id })
      return {
        organizationId,
        run: async (tx) => presentPayment(app.config, await visiblePayment(tx, call.caller, id)),
      }
    },
  }
}

async function refund(app: App, tx: Tx, call: Call<'payments.refund'>) {
  const { body, params } = call
  const before = await lockPayment(tx, params.id)
  if (call.ifMatch !== null && call.ifMatch !== before.version) throw new Fault('version_conflict')
  const after = await refundPayment(app, tx, {
    paymentId: params.id,
    amount: body.amount,
    to: body.to ?? 'source',
    reason: body.reason,
    actor: actor(call.caller),
  })
  await audit(
    tx,
    call,
    `payment:${after.id}`,
    { refunded: before.refunded, status: before.status },
    {
      refunded: after.refunded,
      status: after.status,
      reason: body.reason,
      to: body.to ?? 'source',
    },
  )
  return presentPayment(app.config, after)
}
