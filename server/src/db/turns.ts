import { Fault } from '../fault.ts'

/** Runs the work when it is its turn on every key; `waited` = others were before it. */
export type Turns = <T>(keys: string[], work: (waited: boolean) => Promise<T>) => Promise<T>

interface Line {
  running: number
  waiting: Set<() => void>
}

/**
 * Who wants the same waits here, in order, and not in PostgreSQL with a connection each: a crowd before one
 * specialist would take the whole pool, and everybody else would wait for it too. A courtesy of the process; the
 * locks of the database decide.
 */
export function createTurns({ atOnce, patienceMs }: { atOnce: number; patienceMs: number }): Turns {
  const lines = new Map<string, Line>()

  async function enter(key: string): Promise<boolean> {
    const line = lines.get(key) ?? { running: 0, waiting: new Set() }
    lines.set(key, line)
    if (line.running < atOnce) {
      line.running++
      return false
    }
    await new Promise<void>((resolve, reject) => {
      const called = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        line.waiting.delete(called)
        reject(new Fault('unavailable', { retryAfterSeconds: 1 }))
      }, patienceMs)
      line.waiting.add(called)
    })
    return true
  }

  function leave(key: string): void {
    const line = lines.get(key)
    if (line === undefined) return
    const [next] = line.waiting
    if (next) {
      // The place is handed over, so that nobody who comes now is before those who wait.
      line.waiting.delete(next)
      next()
    } else if (--line.running === 0) lines.delete(key)
  }

  return async (keys, work) => {
    const entered: string[] = []
    let waited = false
    try {
      // In one order for everybody: two who want the same two never wait for each other.
      for (const key of [...new Set(keys)].sort()) {
        if (await enter(key)) waited = true
        entered.push(key)
      }
      return await work(waited)
    } finally {
      entered.forEach(leave)
    }
  }
}
