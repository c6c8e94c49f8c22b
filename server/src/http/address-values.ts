import type { Operation } from '@zapis/sdk/contract'
import { Fault } from '../fault.ts'

const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/

/**
 * What stands in an address is text; here, in place, what the schema wants as a number or a flag becomes one. Only the plain
 * decimal form is a number: by `0x1`, `1e0` and ` 1` one thing would have several addresses. The rest is the schema's to refuse.
 */
export function coerce(
  { properties }: NonNullable<Operation['query']>,
  values: Record<string, unknown>,
): void {
  for (const name of Object.keys(values)) {
    const value = values[name]
    if (typeof value !== 'string') continue
    const type = properties[name]?.type
    if (type === 'integer' && INTEGER.test(value)) values[name] = Number(value)
    else if (type === 'boolean' && (value === 'true' || value === 'false'))
      values[name] = value === 'true'
  }
}

/** PostgreSQL has no text with a NUL in it, so nothing there is called so. */
export function refuseNul(query: object): void {
  const errors = Object.entries(query)
    .filter(([, value]) => typeof value === 'string' && value.includes('\0'))
    .map(([name]) => ({ pointer: `#${name}`, code: 'wrong_format' }))
  if (errors.length > 0) throw new Fault('invalid_request', { errors })
}
