import { fieldCodes, type FieldCode, type Operation } from '@zapis/sdk/contract'
import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { Fault, type FieldFault } from '../fault.ts'
import type { Locale } from './call.ts'
import { registerFormats } from './formats.ts'

const options = { strict: true, strictTypes: false, allErrors: true, maxItems: 50 } as const

function createAjv(extra: { useDefaults?: boolean } = {}): Ajv2020 {
  const { maxItems: _limit, ...rest } = options
  const ajv = new Ajv2020({ ...rest, ...extra })
  registerFormats(ajv)
  return ajv
}

export interface Validators {
  readonly params: ValidateFunction | null
  readonly query: ValidateFunction | null
  readonly body: ValidateFunction | null
  readonly reply: ValidateFunction | null
}

const bodies = createAjv()
const addresses = createAjv({ useDefaults: true })

const known = new WeakMap<Operation, Validators>()

/** Compiled when first read: all of them at once take longer than the rest of a start. */
export function validatorsOf(operation: Operation): Validators {
  const made = known.get(operation) ?? createValidators(operation)
  known.set(operation, made)
  return made
}

function createValidators({ params, query, body, reply, media }: Operation): Validators {
  const once = (ajv: Ajv2020, schema: AnySchema | null | undefined) => {
    let compiled: ValidateFunction | null | undefined
    return () => (compiled ??= schema ? ajv.compile(schema) : null)
  }
  const compile = {
    params: once(addresses, params),
    query: once(addresses, query),
    body: once(bodies, body),
    reply: once(bodies, media ? null : reply),
  }
  return {
    get params() {
      return compile.params()
    },
    get query() {
      return compile.query()
    },
    get body() {
      return compile.body()
    },
    get reply() {
      return compile.reply()
    },
  }
}

/** Throws the fault that names every field that is wrong. */
export function check(
  validate: ValidateFunction | null,
  value: unknown,
  prefix: '' | '#',
  locale: Locale,
): void {
  if (validate === null || validate(value)) return
  const errors = new Map<string, FieldFault>()
  for (const error of validate.errors ?? []) {
    const fault = fieldFault(error, prefix, locale)
    // Members of anyOf report one after another; the first word about a field is enough.
    if (!errors.has(fault.pointer) && errors.size < options.maxItems)
      errors.set(fault.pointer, fault)
  }
  throw new Fault('invalid_request', { errors: [...errors.values()] })
}

const byKeyword: Record<string, FieldCode> = {
  additionalProperties: 'unknown_field',
  required: 'required',
  type: 'wrong_type',
  minimum: 'too_small',
  minItems: 'too_small',
  minProperties: 'required',
  maximum: 'too_large',
  maxItems: 'too_large',
  maxProperties: 'too_large',
  minLength: 'too_short',
  maxLength: 'too_long',
  format: 'wrong_format',
  pattern: 'wrong_format',
  enum: 'not_allowed',
  const: 'not_allowed',
}

function fieldFault(error: ErrorObject, prefix: '' | '#', locale: Locale): FieldFault {
  const named: unknown = error.params['additionalProperty'] ?? error.params['missingProperty']
  const code = byKeyword[error.keyword] ?? 'invalid'
  const limit: unknown = error.params['limit'] ?? error.params['allowedValues']
  const detail =
    limit === undefined
      ? fieldCodes[code][locale]
      : `${fieldCodes[code][locale]} (${listed(limit)})`
  return {
    pointer: pointer(prefix, error.instancePath, typeof named === 'string' ? named : null),
    code,
    detail,
  }
}

function listed(limit: unknown): string {
  return Array.isArray(limit) ? limit.join(', ') : typeof limit === 'number' ? String(limit) : ''
}

/** JSON Pointer (RFC 6901) into the body; `#name` for a query parameter. */
function pointer(prefix: '' | '#', path: string, member: string | null): string {
  const escaped = member === null ? '' : `/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const full = `${path}${escaped}`
  return prefix === '#' ? `#${full.slice(1)}` : full
}
