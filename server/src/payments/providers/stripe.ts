import Stripe from 'stripe'
import type { StripeSettings } from '../../config-payments.ts'
import { Fault } from '../../fault.ts'
import { exponent } from './decimal.ts'
import {
  DEADLINE_MS,
  ProviderFailed,
  type Notice,
  type Order,
  type Provider,
  type RefundOrder,
  type RefundTruth,
  type Truth,
  type WebhookRequest,
} from './provider.ts'

type Session = Stripe.Checkout.Session

/** Payments are Checkout Sessions: the page, its languages and 3-D Secure are Stripe's. */
export function stripeProvider(settings: StripeSettings, deadlineMs = DEADLINE_MS): Provider {
  const stripe = connect(settings, deadlineMs)
  return {
    name: 'stripe',
    create: (order) => safely(async () => truthOf(await createSession(stripe, order))),
    async fetch(providerId) {
      return safely(async () => {
        const session = await findSession(stripe, providerId)
        return session && truthOf(session)
      })
    },
    refund: (order) => safely(() => refund(stripe, order)),
    close: (providerId) => safely(() => close(stripe, providerId)),
    parseWebhook: (request) => noticeOf(stripe, request, settings.webhookSecret),
    list: (from, to) => safely(() => listSessions(stripe, from, to)),
    receipts: null,
  }
}

function connect({ secretKey, apiBase }: StripeSettings, deadlineMs: number): Stripe {
  const base = new URL(apiBase)
  const protocol = base.protocol === 'http:' ? 'http' : 'https'
  return new Stripe(secretKey, {
    host: base.hostname,
    port: base.port === '' ? (protocol === 'http' ? 80 : 443) : Number(base.port),
    protocol,
    telemetry: false,
    // The worker tries again, with the same keys, when nobody waits for the answer.
    maxNetworkRetries: 0,
    timeout: deadlineMs,
    httpClient: Stripe.createFetchHttpClient((url, init) => {
      const headers = new Headers(init?.headers)
      // fetch counts for itself; told twice, undici from npm, where it was loaded before Node's own, refuses to send.
      headers.delete('content-length')
      const signal = AbortSignal.timeout(deadlineMs)
      return fetch(url, { ...init, headers, redirect: 'error', signal })
    }),
  })
}

/** Stripe's errors are known by their type; which of them pass is said here, once. */
async function safely<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const status = error.statusCode ?? 0
    const isPassing = status === 0 || status >= 500 || [401, 403, 408, 409, 429].includes(status)
    throw new ProviderFailed(`stripe: ${error.type} ${error.code ?? ''} ${status}`, isPassing)
  }
}

/** Stripe counts these two by hundredths, though ISO 4217 says they have none. */
const HUNDREDTHS = new Set(['ISK', 'UGX'])

function scale(currency: string): number {
  return HUNDREDTHS.has(currency) && exponent(currency) === 0 ? 100 : 1
}

function metadata(order: Order): Record<string, string> {
  return {
    zapis_code: order.code,
    zapis_payment: String(order.paymentId),
    zapis_organization: String(order.organizationId),
  }
}

async function createSession(stripe: Stripe, order: Order): Promise<Session> {
  return stripe.checkout.sessions.create(
    {
      mode: 'payment',
      success_url: order.backUrl,
      cancel_url: order.backUrl,
      client_reference_id: order.code,
      metadata: metadata(order),
      payment_intent_data: { metadata: metadata(order) },
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: order.currency.toLowerCase(),
            unit_amount: order.amount * scale(order.currency),
            product_data: { name: order.description.slice(0, 250) },
          },
        },
      ],
    },
    { idempotencyKey: order.code },
  )
}

const expand = ['payment_intent.latest_charge']

/** By its own id, or by its payment intent's, which is what refunds and charges speak of. */
async function findSession(stripe: Stripe, id: string): Promise<Session | null> {
  if (id.startsWith('pi_')) {
    const found = await stripe.checkout.sessions.list({
      payment_intent: id,
      limit: 1,
      expand: ['data.payment_intent.latest_charge'],
    })
    return found.data[0] ?? null
  }
  try {
    return await stripe.checkout.sessions.retrieve(id, { expand })
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.statusCode === 404) return null
    throw error
  }
}

/** One that was paid or ran out meanwhile cannot be closed: how it stands is the answer. */
async function close(stripe: Stripe, id: string): Promise<Truth | null> {
  try {
    await stripe.checkout.sessions.expire(id)
  } catch (error) {
    const status = error instanceof Stripe.errors.StripeError ? error.statusCode : undefined
    if (status !== 400 && status !== 404) throw error
  }
  const session = await findSession(stripe, id)
  return session && truthOf(session)
}

function truthOf(session: Session): Truth {
  const currency = (session.currency ?? '').toUpperCase()
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null
  const charge = intent && typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  const failure = intent?.last_payment_error
  return {
    providerId: session.id,
    amount: (session.amount_total ?? 0) / scale(currency),
    currency,
    status: statusOf(session, failure !== null && failure !== undefined),
    refunded: (charge?.amount_refunded ?? 0) / scale(currency),
    code: session.metadata?.['zapis_code'] ?? null,
    url: session.url,
    error: failure?.decline_code ?? failure?.code ?? null,
    createdAt: new Date(session.created * 1000),
  }
}

/** While the page is open a declined card may be followed by another. */
function statusOf(session: Session, hasFailed: boolean): Truth['status'] {
  if (session.payment_status === 'paid') return 'succeeded'
  if (session.status === 'expired') return 'cancelled'
  return session.status === 'complete' && hasFailed ? 'failed' : 'pending'
}

async function refund(stripe: Stripe, order: RefundOrder): Promise<RefundTruth> {
  const intent = await intentOf(stripe, order.providerId)
  const done = order.again ? await findRefund(stripe, intent, order.key) : undefined
  const made =
    done ??
    (await stripe.refunds.create(
      {
        payment_intent: intent,
        amount: order.amount * scale(order.currency),
        metadata: { zapis_refund: order.key },
      },
      { idempotencyKey: order.key },
    ))
  const isOver = made.status === 'failed' || made.status === 'canceled'
  return {
    providerId: made.id,
    status: made.status === 'succeeded' ? 'succeeded' : isOver ? 'failed' : 'pending',
    error: made.failure_reason ?? null,
  }
}

async function intentOf(stripe: Stripe, sessionId: string): Promise<string> {
  const session = await stripe.checkout.sessions.retrieve(sessionId)
  const intent = session.payment_intent
  const id = typeof intent === 'string' ? intent : intent?.id
  if (id === undefined) throw new ProviderFailed('stripe: the session was never paid', false)
  return id
}

async function findRefund(stripe: Stripe, intent: string, key: string) {
  for await (const made of stripe.refunds.list({ payment_intent: intent, limit: 100 }))
    if (made.metadata?.['zapis_refund'] === key) return made
  return undefined
}

const MOST = 10_000

async function listSessions(stripe: Stripe, from: Date, to: Date): Promise<Truth[]> {
  const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
  const sessions = await stripe.checkout.sessions
    .list({
      created: { gte: seconds(from), lt: seconds(to) },
      limit: 100,
      expand: ['data.payment_intent.latest_charge'],
    })
    .autoPagingToArray({ limit: MOST })
  return sessions.filter(({ mode }) => mode === 'payment').map(truthOf)
}

/** Signed over the very bytes, at most five minutes ago. */
function noticeOf(stripe: Stripe, { body, header }: WebhookRequest, secret: string): Notice {
  const event = verified(stripe, body, header('Stripe-Signature'), secret)
  return { eventId: event.id, type: event.type.slice(0, 100), paymentId: subjectOf(event) }
}

function verified(stripe: Stripe, body: Buffer, signature: string, secret: string): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(body, signature, secret)
  } catch {
    throw new Fault('signature_invalid')
  }
}

/** The session, or the intent by which it is found. */
function subjectOf(event: Stripe.Event): string | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.expired':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
      return event.data.object.id
    case 'charge.refunded':
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed': {
      const intent = event.data.object.payment_intent
      return typeof intent === 'string' ? intent : (intent?.id ?? null)
    }
    default:
      return null
  }
}
