import { hash, randomBytes } from 'node:crypto'

export type KeyKind = 'publishable' | 'secret'

const prefixes = { publishable: 'pk_', secret: 'sk_' } as const
const KEY = /^[ps]k_[A-Za-z0-9_-]{1,100}$/
const SHOWN = 11

export interface KeyValue {
  value: string
  hash: string
  prefix: string
}

export function makeKey(kind: KeyKind): KeyValue {
  return keyValue(prefixes[kind] + randomBytes(32).toString('base64url'))
}

export function keyValue(value: string): KeyValue {
  return { value, hash: hashKey(value), prefix: value.slice(0, SHOWN) }
}

/** A key has 256 random bits: a fast hash gives nothing away, and every request needs it. */
export function hashKey(value: string): string {
  return hash('sha256', value, 'base64url')
}

export function looksLikeKey(text: string): boolean {
  return KEY.test(text)
}
