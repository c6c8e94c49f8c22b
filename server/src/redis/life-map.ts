/** Values with an end. What has expired is not seen, and goes when it is touched or swept. */
export interface LifeMap<V> {
  get(key: string): V | undefined
  set(key: string, value: V, expiresAt: number): void
  delete(key: string): boolean
  entries(): [string, V][]
  /** Answers how many are left. */
  sweep(): number
}

export function lifeMap<V>(clock: () => number): LifeMap<V> {
  const kept = new Map<string, { value: V; expiresAt: number }>()
  const sweep = () => {
    const now = clock()
    for (const [key, entry] of kept) if (entry.expiresAt <= now) kept.delete(key)
    return kept.size
  }
  return {
    get(key) {
      const entry = kept.get(key)
      if (!entry || entry.expiresAt > clock()) return entry?.value
      kept.delete(key)
      return undefined
    },
    set: (key, value, expiresAt) => void kept.set(key, { value, expiresAt }),
    delete: (key) => kept.delete(key),
    entries() {
      sweep()
      return [...kept].map(([key, entry]) => [key, entry.value])
    },
    sweep,
  }
}
