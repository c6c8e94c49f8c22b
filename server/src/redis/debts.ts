import type { Redis } from 'ioredis'

export type Settle = (client: Redis) => Promise<unknown>

/** What is to be made good when the store is back. Bounded: the oldest is forgotten first; courtesy only is lost with it. */
export interface Debts {
  /** A second one by the same name replaces the first. Of no use after `until`, by this process's clock. */
  add(name: string, until: number, settle: Settle): void
  /** Rejects with the first that could not be settled; those stay. */
  settle(client: Redis): Promise<void>
}

const most = 1_000

export function debts(): Debts {
  const owed = new Map<string, { until: number; settle: Settle }>()
  return {
    add(name, until, settle) {
      owed.delete(name)
      owed.set(name, { until, settle })
      const oldest = owed.keys().next().value
      if (owed.size > most && oldest !== undefined) owed.delete(oldest)
    },
    async settle(client) {
      const settleOne = async ([name, debt]: [string, { until: number; settle: Settle }]) => {
        if (debt.until > Date.now()) await debt.settle(client)
        if (owed.get(name) === debt) owed.delete(name)
      }
      await Promise.all([...owed].map(settleOne))
    },
  }
}
