import { createHash } from 'node:crypto'

/**
 * The idempotency key of one effect of one message: delivered ten times, or again after a restart, it is the same key,
 * and the server does it once.
 */
export function keyOf(...message: (string | number)[]): (purpose: string) => string {
  return (purpose) =>
    `bot-${createHash('sha256')
      .update(JSON.stringify([...message, purpose]))
      .digest('base64url')}`
}
