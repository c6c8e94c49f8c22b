import type { Context, Middleware } from 'koa'
import getRawBody from 'raw-body'
import type { App } from '../app-context.ts'
import { statement, transaction } from '../db/transaction.ts'
import { sendPage } from '../pages/html.ts'
import { sameBytes } from '../secrets.ts'
import { isOver, openAtProvider, refreshGently, type PaymentKey } from './ask.ts'
import { learn } from './learn.ts'
import { demoPage, verdictPage, type Shown } from './pay-views.ts'
import { demoId } from './providers/demo.ts'
import { ProviderFailed } from './providers/provider.ts'
import { paymentById, type PaymentRow } from './rows.ts'

const PATH = /^\/pay\/([A-Za-z0-9_-]{22,64})(\/return)?$/
const LARGEST_FORM = 4096

type LocaleOf = (acceptLanguage: string) => 'ru' | 'en'

/** `/pay/:code`: the page where a payment is made, at the provider or, for the demo, here. Who has the code may pay. */
export function payPages(app: App, localeOf: LocaleOf): Middleware {
  return async (ctx, next) => {
    const match = PATH.exec(ctx.path)
    if (match === null) {
      await next()
      return
    }
    const locale = localeOf(ctx.get('Accept-Language'))
    const found = await findPayment(app, match[1] ?? '', locale)
    if (found === null) {
      sendPage(ctx, 404, verdictPage('missing', { locale, row: null, name: '' }))
      return
    }
    const shown = { ...found, locale }
    if (match[2] !== undefined && ctx.method === 'GET') return goBack(app, ctx, shown)
    if (match[2] === undefined && ctx.method === 'GET') return goToPay(app, ctx, shown)
    if (match[2] === undefined && ctx.method === 'POST') return press(app, ctx, shown)
    ctx.set('Allow', match[2] === undefined ? 'GET, POST' : 'GET')
    ctx.status = 405
  }
}

type Found = Shown & { row: PaymentRow; visit: string | null }

const byCode = statement(
  'pay_page_payment',
  'select organization_id, id from find_payment_by_code($1)',
)
const about = statement(
  'pay_page_about',
  `select coalesce(o.translations -> $3 ->> 'name', o.name) as name, (select a.status from appointments a join payments p on p.organization_id = a.organization_id and p.appointment_id = a.id
     where p.organization_id = o.id and p.id = $2) as visit from organizations o where o.id = $1`,
)

async function findPayment(
  app: App,
  code: string,
  locale: 'ru' | 'en',
): Promise<Omit<Found, 'locale'> | null> {
  const key = await transaction(app.db, null, (tx) =>
    tx.maybe<{ organization_id: number; id: number }>(byCode, [code]),
  )
  if (key === undefined) return null
  return transaction(app.db, key.organization_id, async (tx) => {
    const row = await paymentById(tx, key.id)
    const { name, visit } = await tx.one<{ name: string; visit: string | null }>(about, [
      key.organization_id,
      key.id,
      locale,
    ])
    return row === undefined ? null : { row, name, visit }
  })
}

const keyOf = (row: PaymentRow): PaymentKey => ({ organizationId: row.organization_id, id: row.id })

/** Nothing to pay for any more: what the visit was has ended without us. */
function isGone({ visit }: Found): boolean {
  return visit !== null && !['pending', 'confirmed', 'arrived', 'completed'].includes(visit)
}

async function goToPay(app: App, ctx: Context, shown: Found): Promise<void> {
  const { row } = shown
  if (row.status !== 'pending') {
    show(ctx, shown)
    return
  }
  if (isOver(app, row) || isGone(shown)) {
    sendPage(ctx, 410, verdictPage('cancelled', shown))
    return
  }
  try {
    const opened = await openAtProvider(app, keyOf(row))
    const now = { ...shown, row: opened }
    if (opened.status === 'pending' && opened.provider === 'demo') showDemo(app, ctx, now)
    else if (opened.status === 'pending' && opened.payment_url !== null)
      goTo(ctx, opened.payment_url)
    else show(ctx, now)
  } catch (error) {
    if (!(error instanceof ProviderFailed)) throw error
    app.log.warn({ payment: row.id, reason: error.message }, 'a payment could not be opened')
    sendPage(ctx, 503, verdictPage('silent', shown))
  }
}

/** Elsewhere, without telling them our address: it is as good as a key. */
function goTo(ctx: Context, url: string): void {
  ctx.set('Cache-Control', 'no-store')
  ctx.set('Referrer-Policy', 'no-referrer')
  ctx.status = 303
  ctx.set('Location', url)
}

function show(ctx: Context, shown: Found): void {
  sendPage(ctx, 200, verdictPage(shown.row.status, shown))
}

const TOKEN = 'pay-page'

function showDemo(app: App, ctx: Context, shown: Found): void {
  const token = app.secrets.mac(TOKEN, shown.row.code ?? '').toString('base64url')
  // Browsers hold the redirects that follow a form to its policy too.
  const back = shown.row.return_url === null ? '' : ` ${new URL(shown.row.return_url).origin}`
  sendPage(ctx, 200, demoPage(shown, token), `'self'${back}`)
}

/** A button of the demo's page. */
async function press(app: App, ctx: Context, shown: Found): Promise<void> {
  const { row } = shown
  const form = new URLSearchParams(
    await getRawBody(ctx.req, { limit: LARGEST_FORM, encoding: 'utf8' }),
  )
  const token = Buffer.from(form.get('token') ?? '', 'base64url')
  const isOurs = sameBytes(token, app.secrets.mac(TOKEN, row.code ?? ''))
  if (row.provider !== 'demo' || !isOurs) {
    sendPage(ctx, 403, verdictPage('missing', shown))
    return
  }
  const { code, amount, currency } = row
  // What was declined or given up is over here: only real providers have late truths.
  if (row.status === 'pending' && !isOver(app, row) && code !== null)
    await transaction(app.db, row.organization_id, (tx) =>
      learn(app, tx, row.id, {
        providerId: demoId(code),
        ...{ amount, currency, code },
        status: form.get('action') === 'pay' ? 'succeeded' : 'failed',
        refunded: 0,
        url: null,
        error: form.get('action') === 'pay' ? null : 'declined',
        createdAt: app.clock(),
      }),
    )
  ctx.status = 303
  ctx.set('Location', `/pay/${code ?? ''}/return`)
}

/** Back from the provider: its word is asked for, and the payer goes where they came from. */
async function goBack(app: App, ctx: Context, shown: Found): Promise<void> {
  const { row } = shown
  if (row.status === 'pending') await refreshGently(app, keyOf(row))
  if (row.return_url !== null) {
    goTo(ctx, row.return_url)
    return
  }
  const now = await transaction(app.db, row.organization_id, (tx) => paymentById(tx, row.id))
  show(ctx, { ...shown, row: now ?? row })
}
