import { operations } from '@zapis/sdk/contract'
import cors from '@koa/cors'
import Koa, { type Middleware } from 'koa'
import compose from 'koa-compose'
import type { App } from './app-context.ts'
import { agendaHandlers } from './agenda/handlers.ts'
import { appointmentHandlers } from './appointments/handlers.ts'
import { manageHandlers } from './appointments/manage-handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { availabilityHandlers } from './availability/handlers.ts'
import { broadcastHandlers } from './broadcasts/handlers.ts'
import { catalogueHandlers } from './catalogue/handlers.ts'
import { clientHandlers } from './clients/handlers.ts'
import { meHandlers } from './clients/me-handlers.ts'
import { createAddressOf } from './http/address.ts'
import { judgeOf } from './http/each.ts'
import type { Handlers } from './http/handler.ts'
import { header } from './http/header.ts'
import type { Metrics } from './http/metrics.ts'
import { mount } from './http/mount.ts'
import { answerRequest, localeOf, type RequestState } from './http/request.ts'
import { createAuthenticate } from './identity/authenticate.ts'
import { identityHandlers } from './identity/handlers.ts'
import { createOrigins } from './identity/origins.ts'
import { notificationHandlers } from './notifications/handlers.ts'
import { unsubscribePages } from './notifications/unsubscribe-page.ts'
import { whatsappWebhook } from './notifications/whatsapp-webhook.ts'
import { organizationHandlers } from './organizations/handlers.ts'
import { eventHandlers } from './outbox/handlers.ts'
import type { Hub } from './outbox/hub.ts'
import type { Authenticate } from './outbox/stream.ts'
import { createWake } from './outbox/wake.ts'
import { packageHandlers } from './packages/handlers.ts'
import { browserFiles, dist } from './pages/browser-files.ts'
import { docsPages } from './pages/docs.ts'
import { examplePages } from './pages/examples.ts'
import { widgetGuide } from './pages/guide/guide.ts'
import { health } from './pages/health.ts'
import { panelPages } from './pages/panel.ts'
import { sitePages } from './pages/site.ts'
import { paymentHandlers } from './payments/handlers.ts'
import { payPages } from './payments/pay-page.ts'
import { promoCodeHandlers } from './promos/handlers.ts'
import { systemCode } from './startup-error.ts'
import { receiptHandlers } from './receipts/handlers.ts'
import { reportHandlers } from './reports/handlers.ts'
import { scheduleHandlers } from './schedules/handlers.ts'
import { walletHandlers } from './wallets/handlers.ts'

/** Every operation of the contract; one that is missing does not compile. */
export function createHandlers(app: App, hub: Hub, authenticate: Authenticate): Handlers {
  return {
    ...identityHandlers(app),
    ...organizationHandlers(app),
    ...catalogueHandlers(app),
    ...scheduleHandlers(app),
    ...availabilityHandlers(app),
    ...agendaHandlers(app),
    ...appointmentHandlers(app),
    ...manageHandlers(app),
    ...clientHandlers(app, judgeOf(operations.clients.create)),
    ...meHandlers(app),
    ...walletHandlers(app),
    ...packageHandlers(app),
    ...promoCodeHandlers(app),
    ...reportHandlers(),
    ...paymentHandlers(app),
    ...receiptHandlers(),
    ...notificationHandlers(app),
    ...broadcastHandlers(app),
    ...eventHandlers(app, hub, authenticate),
    ...auditHandlers(),
  }
}

/** What comes without an Origin asks nothing of it, and would pay a fifth of a small request for being looked at. */
function withOrigin(answer: Middleware): Middleware {
  return async (ctx, next) => {
    if (header(ctx.req, 'origin') === '') await next()
    else await answer(ctx, next)
  }
}

/** A worker answers balancers and monitors only. */
export function createWorkerKoa(app: App, metrics: Metrics): Koa {
  const koa = new Koa()
  koa.use(health(app, metrics))
  return koa
}

/** The stack, in order. */
export function createKoa(app: App, hub: Hub, metrics: Metrics): Koa<RequestState> {
  const koa = new Koa<RequestState>()
  const origins = createOrigins(app)
  const authenticate = createAuthenticate(app)
  koa.on('error', (error: Error) => {
    // Who closes the page closes its stream: that is no error.
    if (systemCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE')
      app.log.warn({ err: error }, 'connection error')
  })
  koa.use(health(app, metrics))
  const api = compose([
    answerRequest({ log: app.log, metrics, docs: `${app.config.publicUrl}/docs` }),
    withOrigin(
      cors({
        origin: async (ctx) =>
          (await origins.allowed(ctx.get('Origin'))) ? ctx.get('Origin') : '',
        allowMethods: 'GET,POST,PUT,PATCH,DELETE',
        allowHeaders:
          'Authorization,Content-Type,Accept-Language,Idempotency-Key,If-Match,If-None-Match,Booking-Hold,Last-Event-ID,X-Request-Id',
        exposeHeaders:
          'ETag,Idempotency-Replayed,RateLimit,RateLimit-Policy,Retry-After,X-Request-Id',
        maxAge: 600,
        keepHeadersOnError: true,
      }),
    ),
    docsPages.openapi(),
    mount({
      handlers: createHandlers(app, hub, authenticate),
      authenticate,
      db: app.db,
      ephemeral: app.ephemeral,
      secrets: app.secrets,
      limiters: app.config.rateLimit ? app.limiters : null,
      addressOf: createAddressOf(app.config.trustedProxies),
      checkReplies: app.config.checkReplies,
      afterWrite: createWake(app.ephemeral),
    }),
  ])
  koa.use(async (ctx, next) => {
    if (ctx.path.startsWith('/v1/')) await api(ctx, next)
    else await next()
  })
  koa.use(widgetGuide(app.config.publicUrl))
  koa.use(docsPages.pages())
  for (const files of browserFiles()) koa.use(files)
  koa.use(payPages(app, localeOf))
  koa.use(panelPages(app))
  koa.use(unsubscribePages(app, localeOf))
  koa.use(whatsappWebhook(app))
  koa.use(sitePages(app, { dist }))
  for (const pages of examplePages()) koa.use(pages)
  return koa
}
