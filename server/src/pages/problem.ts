import { randomUUID } from 'node:crypto'
import { codes, type ErrorCode } from '@zapis/sdk/contract'
import type { Context } from 'koa'
import { localeOf } from '../http/request.ts'

/** As the API refuses (RFC 9457), for what is a file or a page. */
export function sendProblem(ctx: Context, code: ErrorCode, detail?: string): void {
  const { status, title, detail: sentences } = codes[code]
  const locale = localeOf(ctx.get('Accept-Language'))
  ctx.status = status
  ctx.set('Cache-Control', 'no-store')
  ctx.body = JSON.stringify({
    type: `/docs#error-${code}`,
    title,
    status,
    detail: detail ?? sentences[locale],
    code,
    request_id: randomUUID(),
  })
  ctx.type = 'application/problem+json; charset=utf-8'
}
