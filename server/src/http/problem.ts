import { codes, fieldCodes, type ErrorCode } from '@zapis/sdk/contract'
import type { Logger } from 'pino'
import { faultOf } from '../db/constraint.ts'
import { Fault } from '../fault.ts'
import type { Locale } from './call.ts'

export interface Problem {
  status: number
  headers: Record<string, string>
  body: string
}

/** The one place that turns whatever was thrown into an answer (RFC 9457). */
export function problem(
  error: unknown,
  context: { requestId: string; locale: Locale; log: Logger; docs: string },
): Problem {
  const fault = faultFrom(error)
  if (fault === null)
    context.log.error({ err: error, request_id: context.requestId }, 'unexpected error')
  else if (fault.code === 'unavailable')
    context.log.warn({ err: error, request_id: context.requestId }, 'unavailable')
  return present(fault ?? new Fault('internal_error'), context)
}

function present(
  fault: Fault,
  { requestId, locale, docs }: { requestId: string; locale: Locale; docs: string },
): Problem {
  const code = codes[fault.code]
  const retryAfter = fault.retryAfterSeconds ?? (code.status === 503 ? 1 : undefined)
  const document = {
    type: `${docs}#error-${fault.code}`,
    title: code.title,
    status: code.status,
    detail: code.detail[locale],
    code: fault.code,
    request_id: requestId,
    ...(fault.errors
      ? {
          errors: fault.errors.map((error) => ({
            ...error,
            detail: error.detail ?? fieldText(error.code, locale),
          })),
        }
      : {}),
    ...fault.extension,
  }
  return {
    status: code.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      ...(retryAfter === undefined
        ? {}
        : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) }),
      ...(code.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
    body: JSON.stringify(document),
  }
}

export function fieldText(code: string, locale: Locale): string {
  return (
    Object.entries(fieldCodes).find(([name]) => name === code)?.[1][locale] ??
    fieldCodes.invalid[locale]
  )
}

const byBodyError: Record<string, ErrorCode> = {
  'entity.too.large': 'body_too_large',
  'request.size.invalid': 'malformed_body',
  'request.aborted': 'malformed_body',
  'encoding.unsupported': 'unsupported_media_type',
}

/** null = not expected: ours to mend. */
function faultFrom(error: unknown): Fault | null {
  if (error instanceof Fault) return error
  if (error instanceof Error && error.name === 'EphemeralDown') return new Fault('unavailable')
  if (
    error instanceof Error &&
    'type' in error &&
    typeof error.type === 'string' &&
    byBodyError[error.type]
  )
    return new Fault(byBodyError[error.type] ?? 'malformed_body')
  return faultOf(error)
}
