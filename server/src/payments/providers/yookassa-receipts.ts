import { toDecimal } from './decimal.ts'
import { list, record, text } from './members.ts'
import { ProviderFailed, type Provider, type ReceiptOrder, type ReceiptTruth } from './provider.ts'
import { allPages, type YookassaClient } from './yookassa-client.ts'

/** Receipts by the rule "first the payment, then the receipt"; the offset of a prepayment is a receipt of its own. */
export function yookassaReceipts(client: YookassaClient, vatCode: number): Provider['receipts'] {
  return {
    async register(order) {
      const done = order.again ? await findReceipt(client, order) : undefined
      return truthOf(done ?? (await client.post('/receipts', order.key, draftOf(order, vatCode))))
    },
    async fetch(providerId) {
      const found = await client.get(`/receipts/${encodeURIComponent(providerId)}`)
      if (found === null) throw new ProviderFailed('yookassa knows no such receipt', false)
      return truthOf(found)
    },
  }
}

/** It has no mark of ours: what it says is compared, and it is none that another receipt of ours is already. */
async function findReceipt(client: YookassaClient, order: ReceiptOrder) {
  const subject = order.kind === 'income' ? 'payment_id' : 'refund_id'
  const all = await allPages(client, '/receipts', { [subject]: order.subjectId })
  const wanted = saying(draftOf(order, 1))
  return all.find(
    (receipt) =>
      text(receipt['status']) !== 'canceled' &&
      !order.known.includes(text(receipt['id']) ?? '') &&
      saying(receipt) === wanted,
  )
}

/** What makes two receipts of one payment the same. */
function saying(receipt: Record<string, unknown>): string {
  const sum = (value: unknown) => {
    const { value: amount, currency } = record(value)
    return `${Number(amount).toFixed(4)} ${text(currency)}`
  }
  return JSON.stringify([
    receipt['type'],
    list(receipt['settlements']).map(({ type, amount }) => [type, sum(amount)]),
    list(receipt['items']).map(({ description, amount, payment_mode: mode }) => [
      ...[description, sum(amount), mode],
    ]),
  ])
}

function draftOf(order: ReceiptOrder, vatCode: number): Record<string, unknown> {
  const { phone, email } = order.customer
  const money = (amount: number) => ({
    value: toDecimal(amount, order.currency),
    currency: order.currency,
  })
  return {
    type: order.kind === 'income' ? 'payment' : 'refund',
    ...(order.kind === 'income' ? { payment_id: order.subjectId } : { refund_id: order.subjectId }),
    customer: {
      ...(email === null ? {} : { email }),
      ...(phone === null ? {} : { phone: phone.replace(/\D/g, '') }),
    },
    items: order.lines.map((line) => ({
      description: line.title.slice(0, 128),
      quantity: line.quantity.toFixed(2),
      amount: money(line.amount / line.quantity),
      vat_code: vatCode,
      payment_mode: line.method,
      payment_subject: line.object,
    })),
    send: true,
    settlements: [
      { type: order.isOffset ? 'prepayment' : 'cashless', amount: money(order.amount) },
    ],
  }
}

function truthOf(receipt: Record<string, unknown>): ReceiptTruth {
  const id = text(receipt['id'])
  if (id === null) throw new ProviderFailed('yookassa named no id', false)
  const status = text(receipt['status'])
  return {
    providerId: id,
    status: status === 'succeeded' ? 'registered' : status === 'canceled' ? 'failed' : 'sent',
    fiscalNumber: text(receipt['fiscal_document_number']),
    error: text(record(receipt['cancellation_details'])['reason']),
  }
}
