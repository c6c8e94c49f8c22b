import { relay } from '../../outbox/relay.ts'
import { executeRefunds } from '../../payments/execute-refunds.ts'
import { never, paying } from '../../payments/test/paying.ts'
import { yookassaStandIn } from '../../test/yookassa-stand-in.ts'
import { makeReceipts } from '../make.ts'
import { sendReceipts } from '../send.ts'

/** A clinic whose cards and receipts go through a stand-in of YooKassa. */
export async function atTill() {
  const yookassa = await yookassaStandIn()
  const clinic = await paying(yookassa.environment)
  const { server, person, rows, open } = clinic
  const { admin } = clinic.clinic

  type Draft = Parameters<typeof person.sdk.payments.create>[0]

  const ofPayment = async (id: number) =>
    (await admin.receipts.list().toArray()).filter((each) => each.payment_id === id).reverse()

  return {
    ...clinic,
    yookassa,
    /** What the worker does, until there is nothing more to do. */
    async work(): Promise<void> {
      await executeRefunds(server.app, never)
      while (await relay(server.app, new AbortController().signal, { makers: [makeReceipts] }));
      await rows(
        `update receipts set next_at = now() - interval '1 second' where status in ('queued', 'sent')`,
      )
      while (await sendReceipts(server.app, never));
    },
    async paid(draft: Draft): Promise<number> {
      const { id, url } = await person.sdk.payments.create(draft)
      await open(url)
      const [providerId] = [...yookassa.payments.keys()].slice(-1)
      if (providerId === undefined) throw new Error('the provider has no payment')
      yookassa.pay(providerId)
      const { status } = await person.sdk.payments.get(id)
      if (status !== 'succeeded') throw new Error(`the payment is ${status}`)
      return id
    },
    /** The first one first. */
    ofPayment,
    shape: async (id: number) =>
      (await ofPayment(id)).map(({ kind, total, items }) => [
        kind,
        items[0]?.payment_method,
        total.amount,
      ]),
    async close() {
      await clinic.close()
      await yookassa.close()
    },
  }
}
