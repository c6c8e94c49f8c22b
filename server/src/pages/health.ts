import type { Middleware } from 'koa'
import type { App } from '../app-context.ts'
import type { Metrics } from '../http/metrics.ts'
import { jwks } from '../identity/tokens.ts'

const PATIENCE_MS = 1500

/** For balancers and monitors: alive, ready, figures; and the key that checks our tokens. */
export function health(app: App, metrics: Metrics): Middleware {
  return async (ctx, next) => {
    switch (ctx.path) {
      case '/healthz':
        ctx.body = { status: 'alive' }
        return
      case '/readyz': {
        const { database, redis } = await readiness(app)
        // Without Redis booking goes on, without the database nothing does.
        ctx.status = database ? 200 : 503
        ctx.body = {
          status: database ? (redis ? 'ready' : 'degraded') : 'unavailable',
          database,
          redis,
        }
        if (!database) ctx.set('Retry-After', '1')
        return
      }
      case '/metrics':
        ctx.type = metrics.registry.contentType
        ctx.body = await metrics.registry.metrics()
        return
      case '/.well-known/jwks.json':
      case '/v1/.well-known/jwks.json':
        ctx.set('Cache-Control', 'public, max-age=300')
        ctx.body = await jwks(app.secrets)
        return
      default:
        await next()
    }
  }
}

async function readiness(app: App): Promise<{ database: boolean; redis: boolean }> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref())
  const asks = (question: Promise<unknown>) =>
    Promise.race([question.then((answer) => answer !== false).catch(() => false), late])
  const [database, redis] = await Promise.all([
    asks(app.db.pool.query('select 1')),
    asks(app.ephemeral.ready()),
  ])
  return { database, redis }
}
