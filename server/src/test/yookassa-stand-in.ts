import { randomUUID } from 'node:crypto'
import { standIn, type Answered, type Asked, type StandIn } from './stand-in.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the JSON of somebody else's API, whose shape is made up here
type Json = Record<string, any>

export interface YookassaStandIn extends StandIn {
  environment: Record<string, string>
  payments: Map<string, Json>
  refunds: Map<string, Json>
  receipts: Map<string, Json>
  /** The payer on its page. */
  pay(id: string): void
  /** The payer’s money is held, and not taken yet. */
  authorize(id: string): void
  decline(id: string, reason?: string): void
  /** Money given back in the shop's own cabinet. */
  refundInCabinet(id: string, amount: string): Json
  /** Paid past us. */
  foreignPayment(amount: string): string
  /** How the next refunds are answered. */
  refundsAre: 'succeeded' | 'canceled' | 'pending'
  /** A day has gone by: what was asked under a key is asked anew. */
  forgetKeys(): void
  /** As it would be sent to us. */
  notification(event: string, object: Json): Json
  /** In minor units: what came and was not given back. */
  balance(): number
}

const SHOP = '100500'
const KEY = 'test_secret'

/** YooKassa, as far as we use it, with books of its own. */
export async function yookassaStandIn(): Promise<YookassaStandIn> {
  const payments = new Map<string, Json>()
  const refunds = new Map<string, Json>()
  const receipts = new Map<string, Json>()
  const byKey = new Map<string, Answered>()

  const server = await standIn((asked) => {
    if (asked.headers.authorization !== `Basic ${Buffer.from(`${SHOP}:${KEY}`).toString('base64')}`)
      return { status: 401, body: { type: 'error', code: 'invalid_credentials' } }
    if (asked.method === 'GET') return read(asked)
    const key = String(asked.headers['idempotence-key'] ?? '')
    if (key === '') return { status: 400, body: { type: 'error', code: 'invalid_request' } }
    const known = byKey.get(`${asked.path} ${key}`)
    if (known) return known
    const answer = write(asked.path, JSON.parse(asked.body) as Json)
    byKey.set(`${asked.path} ${key}`, answer)
    return answer
  })

  function read({ path, query }: Asked): Answered {
    const [, noun = '', id] = path.split('/')
    const books = { payments, refunds, receipts }[noun]
    if (!books) return { status: 404, body: {} }
    if (id !== undefined) {
      const found = books.get(id)
      return found ? { status: 200, body: found } : { status: 404, body: { code: 'not_found' } }
    }
    const { gte, lt } = { gte: query.get('created_at.gte'), lt: query.get('created_at.lt') }
    const items = [...books.values()].filter(
      (item) =>
        (gte === null || item.created_at >= gte) &&
        (lt === null || item.created_at < lt) &&
        ['payment_id', 'refund_id'].every(
          (name) => query.get(name) === null || item[name] === query.get(name),
        ),
    )
    const start = Number(query.get('cursor') ?? 0)
    const end = start + Math.min(2, Number(query.get('limit') ?? 10))
    return {
      status: 200,
      body: {
        items: items.slice(start, end),
        ...(end < items.length ? { next_cursor: String(end) } : {}),
      },
    }
  }

  function write(path: string, body: Json): Answered {
    const id = randomUUID()
    const created_at = new Date().toISOString()
    if (path === '/payments') {
      const payment = {
        id,
        status: 'pending',
        paid: false,
        amount: body.amount,
        refunded_amount: { value: '0.00', currency: body.amount.currency },
        confirmation: {
          type: 'redirect',
          confirmation_url: `${server.url}/page/${id}`,
          return_url: body.confirmation.return_url,
        },
        metadata: body.metadata,
        description: body.description,
        created_at,
      }
      payments.set(id, payment)
      return { status: 200, body: payment }
    }
    if (path === '/refunds') return refund(id, created_at, body)
    const cancelled = /^\/payments\/([^/]+)\/cancel$/.exec(path)?.[1]
    if (cancelled !== undefined) return cancel(cancelled)
    if (path === '/receipts') {
      const receipt = { id, ...body, status: 'pending', created_at }
      receipts.set(id, receipt)
      return { status: 200, body: { ...receipt } }
    }
    return { status: 404, body: {} }
  }

  function cancel(id: string): Answered {
    if (payments.get(id)?.status !== 'waiting_for_capture')
      return { status: 400, body: { code: 'invalid_request', parameter: 'payment_id' } }
    made.decline(id, 'canceled_by_merchant')
    return { status: 200, body: at(id) }
  }

  function refund(id: string, created_at: string, body: Json): Answered {
    const payment = payments.get(body.payment_id)
    if (!payment || payment.status !== 'succeeded')
      return { status: 400, body: { code: 'invalid_request', parameter: 'payment_id' } }
    const left = minor(payment.amount.value) - minor(payment.refunded_amount.value)
    if (minor(body.amount.value) > left)
      return { status: 400, body: { code: 'invalid_request', parameter: 'amount' } }
    const status = made.refundsAre
    if (status === 'succeeded') giveBack(payment, body.amount.value)
    const row = { id, status, created_at, ...body }
    refunds.set(id, row)
    return { status: 200, body: row }
  }

  function giveBack(payment: Json, value: string) {
    const sum = minor(payment.refunded_amount.value) + minor(value)
    payment.refunded_amount = { ...payment.amount, value: (sum / 100).toFixed(2) }
  }

  function at(id: string): Json {
    const found = payments.get(id)
    if (!found) throw new Error(`no payment ${id}`)
    return found
  }

  // The server's own object: its mode is read where it was made.
  const made: YookassaStandIn = Object.assign(server, {
    environment: {
      YOOKASSA_SHOP_ID: SHOP,
      YOOKASSA_SECRET_KEY: KEY,
      YOOKASSA_API_BASE: server.url,
      YOOKASSA_WEBHOOK_ADDRESSES: '127.0.0.0/8',
    },
    ...{ payments, refunds, receipts },
    refundsAre: 'succeeded' as const,
    pay(id: string) {
      Object.assign(at(id), { status: 'succeeded', paid: true, confirmation: undefined })
    },
    authorize(id: string) {
      Object.assign(at(id), { status: 'waiting_for_capture', paid: true })
    },
    decline(id: string, reason = 'insufficient_funds') {
      Object.assign(at(id), {
        status: 'canceled',
        confirmation: undefined,
        cancellation_details: { party: 'payment_network', reason },
      })
    },
    refundInCabinet(id: string, amount: string) {
      const row = {
        id: randomUUID(),
        payment_id: id,
        status: 'succeeded',
        amount: { ...at(id).amount, value: amount },
      }
      giveBack(at(id), amount)
      refunds.set(row.id, row)
      return row
    },
    foreignPayment(amount: string) {
      const id = randomUUID()
      const zero = { value: '0.00', currency: 'RUB' }
      payments.set(id, {
        id,
        status: 'succeeded',
        amount: { value: amount, currency: 'RUB' },
        refunded_amount: zero,
        created_at: new Date().toISOString(),
      })
      return id
    },
    forgetKeys: () => byKey.clear(),
    notification: (event: string, object: Json) => ({ type: 'notification', event, object }),
    balance() {
      return [...payments.values()]
        .filter(({ status }) => status === 'succeeded')
        .reduce(
          (sum, { amount, refunded_amount }) =>
            sum + minor(amount.value) - minor(refunded_amount.value),
          0,
        )
    },
  })
  return made
}

const minor = (value: string) => Math.round(Number(value) * 100)
