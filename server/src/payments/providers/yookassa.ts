import ipaddr from 'ipaddr.js'
import type { YookassaSettings } from '../../config-payments.ts'
import { Fault } from '../../fault.ts'
import { fromDecimal, toDecimal } from './decimal.ts'
import { record, text } from './members.ts'
import {
  ProviderFailed,
  type Notice,
  type Order,
  type Provider,
  type RefundOrder,
  type RefundTruth,
  type Truth,
  type WebhookRequest,
} from './provider.ts'
import { allPages, yookassaClient, type YookassaClient } from './yookassa-client.ts'
import { yookassaReceipts } from './yookassa-receipts.ts'

type Json = Record<string, unknown>

export function yookassaProvider(settings: YookassaSettings, deadlineMs?: number): Provider {
  const client = yookassaClient(settings, deadlineMs)
  return {
    name: 'yookassa',
    async create(order) {
      return truthOf(await client.post('/payments', order.code, draftOf(order)))
    },
    async fetch(providerId) {
      const found = await client.get(`/payments/${encodeURIComponent(providerId)}`)
      return found && truthOf(found)
    },
    refund: (order) => refund(client, order),
    close: (providerId) => close(client, providerId),
    parseWebhook: (request) => noticeOf(request, settings.webhookAddresses),
    list: (from, to) => listPayments(client, from, to),
    receipts: yookassaReceipts(client, settings.vatCode),
  }
}

function draftOf(order: Order): Json {
  return {
    amount: { value: toDecimal(order.amount, order.currency), currency: order.currency },
    capture: true,
    confirmation: { type: 'redirect', return_url: order.backUrl },
    description: order.description.slice(0, 128),
    metadata: {
      zapis_code: order.code,
      zapis_payment: String(order.paymentId),
      zapis_organization: String(order.organizationId),
    },
  }
}

/** Nobody has said no: the time ran out, or the clinic took it back. */
const GIVEN_UP = new Set(['expired_on_confirmation', 'expired_on_capture', 'canceled_by_merchant'])

function truthOf(payment: Json): Truth {
  const reason = text(record(payment['cancellation_details'])['reason'])
  const created = new Date(text(payment['created_at']) ?? NaN)
  return {
    providerId: idOf(payment),
    ...sumOf(payment['amount']),
    status: statusOf(text(payment['status']), reason),
    refunded:
      payment['refunded_amount'] === undefined ? 0 : sumOf(payment['refunded_amount']).amount,
    code: text(record(payment['metadata'])['zapis_code']),
    url: text(record(payment['confirmation'])['confirmation_url']),
    error: reason,
    createdAt: created,
  }
}

function statusOf(status: string | null, reason: string | null): Truth['status'] {
  if (status === 'succeeded') return 'succeeded'
  if (status === 'canceled') return GIVEN_UP.has(reason ?? '') ? 'cancelled' : 'failed'
  return 'pending'
}

function sumOf(value: unknown): { amount: number; currency: string } {
  const { value: amount, currency } = record(value)
  const code = text(currency) ?? ''
  if (!/^[A-Z]{3}$/.test(code)) throw new ProviderFailed('yookassa named no currency', false)
  return { amount: fromDecimal(text(amount) ?? '', code), currency: code }
}

function idOf(object: Json): string {
  const id = text(object['id'])
  if (id === null) throw new ProviderFailed('yookassa named no id', false)
  return id
}

async function refund(client: YookassaClient, order: RefundOrder): Promise<RefundTruth> {
  const done = order.again ? await findRefund(client, order) : undefined
  const { amount, currency } = order
  const made =
    done ??
    (await client.post('/refunds', order.key, {
      payment_id: order.providerId,
      amount: { value: toDecimal(amount, currency), currency },
      description: order.key,
    }))
  const status = text(made['status'])
  return {
    providerId: idOf(made),
    status: status === 'succeeded' ? 'succeeded' : status === 'canceled' ? 'failed' : 'pending',
    error: text(record(made['cancellation_details'])['reason']),
  }
}

/** Only money that is held can be let go; a page that nobody has paid yet closes by itself within the hour. */
async function close(client: YookassaClient, providerId: string): Promise<Truth | null> {
  const path = `/payments/${encodeURIComponent(providerId)}`
  const found = await client.get(path)
  if (found === null || text(found['status']) !== 'waiting_for_capture')
    return found && truthOf(found)
  return truthOf(await client.post(`${path}/cancel`, `cancel:${providerId}`, {}))
}

/** By its description, which is its key. */
async function findRefund(client: YookassaClient, order: RefundOrder): Promise<Json | undefined> {
  const all = await allPages(client, '/refunds', { payment_id: order.providerId })
  return all.find(({ description }) => description === order.key)
}

async function listPayments(client: YookassaClient, from: Date, to: Date): Promise<Truth[]> {
  const found = await allPages(client, '/payments', {
    'created_at.gte': from.toISOString(),
    'created_at.lt': to.toISOString(),
  })
  return found.map(truthOf)
}

/** No signature: who sends must be who they say, and even then only the id is taken from it. */
function noticeOf({ body, address }: WebhookRequest, allowed: string[]): Notice {
  if (!isAmong(address, allowed)) throw new Fault('signature_invalid')
  const { event, object } = record(parse(body))
  const type = text(event) ?? ''
  const subject = record(object)
  const id = text(subject['id'])
  if (id === null || id.length > 100) throw new Fault('malformed_body')
  const eventId = `${type.slice(0, 90)}:${id}`
  if (/^payment\.(succeeded|canceled|waiting_for_capture)$/.test(type))
    return { eventId, type, paymentId: id }
  if (type === 'refund.succeeded') return { eventId, type, paymentId: text(subject['payment_id']) }
  return { eventId, type: type.slice(0, 100), paymentId: null }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new Fault('malformed_body')
  }
}

export function isAmong(address: string, allowed: string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const sender = ipaddr.process(address)
  return allowed.some((entry) => {
    const [range, bits] = entry.includes('/')
      ? ipaddr.parseCIDR(entry)
      : [ipaddr.parse(entry), entry.includes(':') ? 128 : 32]
    return range.kind() === sender.kind() && sender.match(range, bits)
  })
}
