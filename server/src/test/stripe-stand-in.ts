import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { standIn, type Answered, type Asked, type StandIn } from './stand-in.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the JSON of somebody else's API, whose shape is made up here
type Json = Record<string, any>

export interface StripeStandIn extends StandIn {
  environment: Record<string, string>
  sessions: Map<string, Json>
  refunds: Map<string, Json>
  pay(id: string): void
  expire(id: string): void
  /** A payment method that says no days later. */
  declineLater(id: string): void
  /** Body and signature, as it would be sent to us. */
  event(
    type: string,
    object: Json,
    secret?: string,
  ): { raw: string; headers: Record<string, string> }
  /** Paid and not given back. */
  balance(): number
}

const KEY = 'sk_test_stand_in'
const SECRET = 'whsec_stand_in'

/** Stripe, as far as we use it, with books of its own. */
export async function stripeStandIn(): Promise<StripeStandIn> {
  const sessions = new Map<string, Json>()
  const intents = new Map<string, Json>()
  const refunds = new Map<string, Json>()
  const byKey = new Map<string, Answered>()
  const now = () => Math.floor(Date.now() / 1000)
  const stripe = new Stripe(KEY)

  const server = await standIn((asked) => {
    if (asked.headers.authorization !== `Bearer ${KEY}`) return refused(401, 'api_key_invalid')
    if (asked.method === 'GET') return read(asked)
    const key = String(asked.headers['idempotency-key'] ?? '')
    const known = byKey.get(`${asked.path} ${key}`)
    if (known) return known
    const answer = write(asked.path, new URLSearchParams(asked.body))
    if (key !== '') byKey.set(`${asked.path} ${key}`, answer)
    return answer
  })

  function read({ path, query }: Asked): Answered {
    const [, , noun = '', second, third] = path.split('/')
    if (noun === 'checkout' && third !== undefined) {
      const found = sessions.get(third)
      return found ? { status: 200, body: shown(found) } : refused(404, 'resource_missing')
    }
    if (noun === 'checkout' && second === 'sessions') {
      const gte = Number(query.get('created[gte]') ?? 0)
      const intent = query.get('payment_intent')
      const found = [...sessions.values()].filter(
        (each) => each.created >= gte && (intent === null || each.payment_intent === intent),
      )
      return paged(found.map(shown), query)
    }
    if (noun === 'refunds')
      return paged(
        [...refunds.values()].filter((each) => each.payment_intent === query.get('payment_intent')),
        query,
      )
    return refused(404, 'resource_missing')
  }

  function paged(all: Json[], query: URLSearchParams): Answered {
    const after = query.get('starting_after')
    const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1
    const data = all.slice(start, start + 2)
    return {
      status: 200,
      body: { object: 'list', url: '/v1/x', data, has_more: start + 2 < all.length },
    }
  }

  /** With what its intent has come to. */
  function shown(session: Json): Json {
    const intent = intents.get(session.payment_intent)
    return intent ? { ...session, payment_intent: intent } : session
  }

  function write(path: string, form: URLSearchParams): Answered {
    if (path === '/v1/checkout/sessions') {
      const id = `cs_test_${randomUUID()}`
      const price = 'line_items[0][price_data]'
      const session = {
        ...{
          id,
          object: 'checkout.session',
          mode: form.get('mode'),
          status: 'open',
          payment_status: 'unpaid',
        },
        amount_total: Number(form.get(`${price}[unit_amount]`)),
        currency: form.get(`${price}[currency]`),
        metadata: { zapis_code: form.get('metadata[zapis_code]') },
        payment_intent: null,
        url: `${server.url}/page/${id}`,
        created: now(),
      }
      sessions.set(id, session)
      return { status: 200, body: session }
    }
    if (path === '/v1/refunds') return refund(form)
    const expired = /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/.exec(path)?.[1]
    if (expired !== undefined) return expire(expired)
    return refused(404, 'resource_missing')
  }

  function expire(id: string): Answered {
    const session = sessions.get(id)
    if (session?.status !== 'open') return refused(session ? 400 : 404, 'resource_missing')
    Object.assign(session, { status: 'expired', url: null })
    return { status: 200, body: session }
  }

  function refund(form: URLSearchParams): Answered {
    const intent = intents.get(form.get('payment_intent') ?? '')
    if (!intent) return refused(400, 'resource_missing')
    const amount = Number(form.get('amount'))
    const charge = intent.latest_charge
    const given = Number(charge.amount_refunded) + amount
    if (given > Number(charge.amount)) return refused(400, 'charge_already_refunded')
    charge.amount_refunded = given
    const row = {
      ...{
        id: `re_${randomUUID()}`,
        object: 'refund',
        status: 'succeeded',
        amount,
        payment_intent: intent.id,
      },
      metadata: { zapis_refund: form.get('metadata[zapis_refund]') },
    }
    refunds.set(row.id, row)
    return { status: 200, body: row }
  }

  function intentFor(session: Json, failed: boolean): void {
    const id = `pi_${randomUUID()}`
    intents.set(id, {
      ...{ id, object: 'payment_intent', status: failed ? 'requires_payment_method' : 'succeeded' },
      last_payment_error: failed
        ? { code: 'payment_intent_payment_attempt_failed', decline_code: 'insufficient_funds' }
        : null,
      latest_charge: failed
        ? null
        : { id: `ch_${id}`, object: 'charge', amount: session.amount_total, amount_refunded: 0 },
    })
    Object.assign(session, {
      status: 'complete',
      payment_status: failed ? 'unpaid' : 'paid',
      payment_intent: id,
      url: null,
    })
  }

  return Object.assign(server, {
    environment: {
      STRIPE_SECRET_KEY: KEY,
      STRIPE_WEBHOOK_SECRET: SECRET,
      STRIPE_API_BASE: server.url,
    },
    ...{ sessions, refunds },
    pay: (id: string) => intentFor(sessions.get(id)!, false),
    declineLater: (id: string) => intentFor(sessions.get(id)!, true),
    expire(id: string) {
      Object.assign(sessions.get(id)!, { status: 'expired', url: null })
    },
    event(type: string, object: Json, secret = SECRET) {
      const raw = JSON.stringify({
        id: `evt_${randomUUID()}`,
        object: 'event',
        type,
        data: { object },
      })
      const header = stripe.webhooks.generateTestHeaderString({ payload: raw, secret })
      return { raw, headers: { 'stripe-signature': header } }
    },
    balance() {
      const kept = [...intents.values()].map(({ latest_charge: charge }): number =>
        charge ? Number(charge.amount) - Number(charge.amount_refunded) : 0,
      )
      return kept.reduce((sum, each) => sum + each, 0)
    },
  })
}

function refused(status: number, code: string): Answered {
  return { status, body: { error: { type: 'invalid_request_error', code, message: code } } }
}
