import { createHmac, randomBytes } from 'node:crypto'
import type { Secrets } from '../../secrets.ts'

/** Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const PREFIX = 'whsec_'
const PURPOSE = 'webhook-secret'

export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64')
}

/** As it lies in the database: a dump of it signs nothing. */
export function sealSecret(secrets: Secrets, secret: string): string {
  return secrets.seal(PURPOSE, secret).toString('base64')
}

/** null: sealed under another SECRET_KEY. */
export function openSecret(secrets: Secrets, sealed: string): string | null {
  return secrets.open(PURPOSE, Buffer.from(sealed, 'base64'))
}

export interface Message {
  /** The same for every try. */
  id: string
  body: string
}

export function signedHeaders(
  { id, body }: Message,
  secret: string,
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signature = createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}
