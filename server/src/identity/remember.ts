import { LRUCache } from 'lru-cache'

export interface Remember<V extends object> {
  get(key: string): Promise<V | null>
  forget(key: string): void
  forgetAll(): void
}

interface Options<V extends object> {
  /** Entries kept of each kind, found and missing. */
  max: number
  foundMs: number
  missingMs: number
  clock(): Date
  load(key: string): Promise<V | null>
}

/**
 * What PostgreSQL said, for a short while and in bounded room; many who ask at once cost one question.
 * What is missing is kept apart: a flood of made-up keys pushes no real one out.
 */
export function remember<V extends object>(options: Options<V>): Remember<V> {
  const { max, clock } = options
  const found = new LRUCache<string, { value: V; until: number }>({ max })
  const missing = new LRUCache<string, number>({ max })
  const asked = new Map<string, Promise<V | null>>()

  const ask = (key: string) => {
    const question = options.load(key).then((value) => {
      // Forgotten meanwhile: the answer may be older than what it was forgotten for.
      if (asked.get(key) !== question) return value
      const now = clock().getTime()
      if (value) found.set(key, { value, until: now + options.foundMs })
      else missing.set(key, now + options.missingMs)
      return value
    })
    asked.set(key, question)
    const done = () => {
      if (asked.get(key) === question) asked.delete(key)
    }
    question.then(done, done)
    return question
  }

  return {
    async get(key) {
      const now = clock().getTime()
      const kept = found.get(key)
      if (kept && kept.until > now) return kept.value
      if ((missing.get(key) ?? 0) > now) return null
      found.delete(key)
      return asked.get(key) ?? ask(key)
    },
    forget(key) {
      found.delete(key)
      missing.delete(key)
      asked.delete(key)
    },
    forgetAll() {
      found.clear()
      missing.clear()
      asked.clear()
    },
  }
}
