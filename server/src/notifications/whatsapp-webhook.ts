import { createHmac } from 'node:crypto'
import type { Context, Middleware } from 'koa'
import getRawBody from 'raw-body'
import type { App } from '../app-context.ts'
import { sameBytes } from '../secrets.ts'
import { statusesIn } from './channels/whatsapp-status.ts'
import { takeStatus } from './message-status.ts'

const PATH = '/whatsapp/webhook'
/** As Meta has it. */
const LONGEST_BODY = '3mb'
/** So long a status may be quicker than our own note of what was sent. */
const FRESH_MS = 120_000

/** Where Meta brings what became of the messages: delivered, read, failed. */
export function whatsappWebhook(app: App): Middleware {
  const { whatsapp } = app.config
  return async (ctx, next) => {
    if (ctx.path !== PATH || !whatsapp?.webhook) {
      await next()
      return
    }
    const { phoneId, webhook } = whatsapp
    if (ctx.method === 'GET') challenge(ctx, webhook.verifyToken)
    else if (ctx.method === 'POST') await take(app, ctx, { phoneId, appSecret: webhook.appSecret })
    else {
      ctx.set('Allow', 'GET, POST')
      ctx.status = 405
    }
  }
}

/** Asked once, when the address is given to Meta. */
function challenge(ctx: Context, verifyToken: string): void {
  const said = (name: string) => String(ctx.query[`hub.${name}`] ?? '')
  const isMeta = said('mode') === 'subscribe' && isSame(said('verify_token'), verifyToken)
  const echo = said('challenge')
  ctx.status = isMeta && /^[\w-]{1,200}$/.test(echo) ? 200 : 403
  ctx.type = 'text/plain'
  ctx.body = ctx.status === 200 ? echo : ''
}

async function take(
  app: App,
  ctx: Context,
  { phoneId, appSecret }: { phoneId: string; appSecret: string },
): Promise<void> {
  const bytes = await getRawBody(ctx.req, { limit: LONGEST_BODY })
  const right = `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`
  ctx.body = ''
  if (!isSame(ctx.get('X-Hub-Signature-256'), right)) {
    ctx.status = 401
    return
  }
  let isEarly = false
  for (const status of statusesIn(bytes.toString(), phoneId)) {
    const isKnown = await takeStatus(app, status)
    // What another program has sent by this number is not known later either.
    if (!isKnown && app.clock().getTime() - status.at.getTime() < FRESH_MS) isEarly = true
  }
  // Meta brings it again.
  ctx.status = isEarly ? 503 : 200
}

/** In constant time, whatever the lengths are. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [given, right].map((text) =>
    createHmac('sha256', 'compared').update(text).digest(),
  )
  return a !== undefined && b !== undefined && sameBytes(a, b)
}
