import { codes, errorCodes, type ErrorCode } from './codes.ts'
import type { Operation } from './operation.ts'
import type { Json } from './openapi-schemas.ts'

/** Every code that a call can be refused with: its own and those of all calls of its kind. */
export function refusals(operation: Operation): ErrorCode[] {
  const { method, who, params, query, body, errors } = operation
  const onlyAnyone = who.every((caller) => caller === 'anyone')
  const found = new Set<ErrorCode>([
    ...errors,
    ...ifAny(params ?? query ?? body, 'invalid_request'),
    ...ifAny(body, 'malformed_body', 'body_too_large', 'unsupported_media_type'),
    ...ifAny(!onlyAnyone, 'unauthenticated', 'forbidden'),
    ...ifAny(who.includes('publishable'), 'origin_not_allowed'),
    ...ifAny(method !== 'GET', 'idempotency_in_flight', 'idempotency_mismatch'),
    'rate_limited',
    'internal_error',
    'unavailable',
  ])
  return errorCodes.filter((code) => found.has(code))
}

/** The refusals of an operation, grouped by status. */
export function errorResponses(operation: Operation): Record<string, Json> {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of refusals(operation)) {
    const { status } = codes[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, found]) => [status, errorResponse(status, found)]),
  )
}

/** An example of every refusal, to refer to. */
export function errorExamples(): Record<string, Json> {
  return Object.fromEntries(
    errorCodes.map((code) => {
      const { title, status, detail } = codes[code]
      const value = {
        type: `/docs#error-${code}`,
        title,
        status,
        detail: detail.en,
        code,
        request_id: '01JD3Q7Z6W',
      }
      return [code, { summary: title, value: { ...value, ...extensions[code] } }]
    }),
  )
}

const extensions: Partial<Record<ErrorCode, Json>> = {
  invalid_request: { errors: [{ pointer: '/starts_at', code: 'required', detail: 'Required' }] },
  slot_unavailable: {
    alternatives: [
      {
        starts_at: '2027-01-11T11:00:00+03:00',
        ends_at: '2027-01-11T12:00:00+03:00',
        specialist_ids: [1],
      },
    ],
  },
  unknown_placeholder: {
    unknown: ['wen'],
    placeholders: ['when', 'where'],
    errors: [{ pointer: '/body', code: 'not_allowed', detail: '{wen}' }],
  },
}

function errorResponse(status: number, found: ErrorCode[]): Json {
  const wait = status === 429 || status === 503
  return {
    description: found.map((code) => `\`${code}\`: ${codes[code].detail.en}`).join('\n\n'),
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
      ...(wait && { 'Retry-After': { $ref: '#/components/headers/Retry-After' } }),
    },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          found.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
        ),
      },
    },
  }
}

function ifAny(condition: unknown, ...found: ErrorCode[]): ErrorCode[] {
  return condition ? found : []
}
