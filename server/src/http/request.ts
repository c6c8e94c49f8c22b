import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Logger } from 'pino'
import type { Caller, Locale } from './call.ts'
import { header } from './header.ts'
import type { Metrics } from './metrics.ts'
import { problem } from './problem.ts'

export interface RequestState {
  requestId: string
  locale: Locale
  operation?: string
  caller?: Caller
}

const REQUEST_ID = /^[A-Za-z0-9_.:-]{1,128}$/

/** First of all: a request id, the language, one log line, the metrics; and the one place of the API that catches. */
export function answerRequest({
  log,
  metrics,
  docs,
}: {
  log: Logger
  metrics: Metrics
  docs: string
}): Middleware<RequestState> {
  return async (ctx, next) => {
    const started = performance.now()
    const given = header(ctx.req, 'x-request-id')
    ctx.state.requestId = given !== '' && REQUEST_ID.test(given) ? given : randomUUID()
    ctx.state.locale = localeOf(header(ctx.req, 'accept-language'))
    // ctx.set makes lists of what it is given: for the headers of every request that is felt.
    const { res } = ctx
    res.setHeader('x-request-id', ctx.state.requestId)
    res.setHeader('x-content-type-options', 'nosniff')
    res.setHeader('referrer-policy', 'no-referrer')
    res.setHeader('cache-control', 'no-store')
    res.setHeader('vary', 'Accept-Language, Origin')
    try {
      await next()
    } catch (error) {
      const answer = problem(error, {
        requestId: ctx.state.requestId,
        locale: ctx.state.locale,
        log,
        docs,
      })
      ctx.status = answer.status
      ctx.set(answer.headers)
      ctx.body = answer.body
      // What is left of a refused body is not read: the connection ends with the answer.
      if (!ctx.req.complete) ctx.set('Connection', 'close')
    }
    const ms = performance.now() - started
    // The operation, not the path: a manage link's code or a search must not stand in a log.
    const operation = ctx.state.operation ?? 'none'
    metrics.request(operation, ctx.status, ms)
    const caller = ctx.state.caller
    log.info(
      {
        request_id: ctx.state.requestId,
        operation,
        status: ctx.status,
        ms: Math.round(ms * 10) / 10,
        organization: caller?.organizationId ?? null,
        caller: caller?.kind,
      },
      'request',
    )
  }
}

/** The first of our languages that the caller accepts; Russian when none is named. */
export function localeOf(header: string): Locale {
  for (const part of header.toLowerCase().split(',')) {
    const tag = part.trim().split(/[;-]/)[0]
    if (tag === 'ru' || tag === 'en') return tag
  }
  return header === '' || header === '*' ? 'ru' : 'en'
}
