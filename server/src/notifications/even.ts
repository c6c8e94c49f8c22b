import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Turns are taken before a message is put into words, which now takes longer and now less: what has caught up with another is
 * spread again, so that the receiver sees the pace too. Of one process; the turns themselves are everybody's.
 */
export interface Even {
  /** Waits until this account's last message is far enough away. */
  step(account: string, signal: AbortSignal): Promise<void>
}

const MANY = 1_000

export function createEven(everyMs: number | null, clock = () => performance.now()): Even {
  const next = new Map<string, number>()
  return {
    async step(account, signal) {
      if (everyMs === null) return
      const now = clock()
      const at = Math.max(now, next.get(account) ?? 0)
      next.set(account, at + everyMs)
      if (next.size > MANY) for (const [key, when] of next) if (when < now) next.delete(key)
      if (at > now) await sleep(at - now, undefined, { signal }).catch(() => undefined)
    },
  }
}
