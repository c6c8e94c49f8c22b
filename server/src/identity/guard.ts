import type { App } from '../app-context.ts'
import { Fault } from '../fault.ts'
import type { LimitPolicy } from '../redis/limiter.ts'

/** Refuses with `rate_limited` when any count of the attempt is used up. */
export type Guard = (...counts: [LimitPolicy, string][]) => Promise<void>

export function createGuard({ config, limiters }: Pick<App, 'config' | 'limiters'>): Guard {
  if (!config.rateLimit) return async () => undefined
  return async (...counts) => {
    const limits = await Promise.all(counts.map(([policy, key]) => limiters.limit(policy, key)))
    const waits = limits.filter(({ allowed }) => !allowed).map(({ resetSeconds }) => resetSeconds)
    if (waits.length > 0) throw new Fault('rate_limited', { retryAfterSeconds: Math.max(...waits) })
  }
}

/** An e-mail or a phone in a key of the store: by keyed hash, since the store may be read by others. */
export function maskedKey(app: Pick<App, 'secrets'>, text: string): string {
  return app.secrets.mac('limit-key', text).toString('base64url').slice(0, 22)
}
