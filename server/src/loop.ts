import type { Logger } from 'pino'

export interface LoopOptions {
  name: string
  /** A look without being woken. */
  everyMs: number
  /** Answers whether there may be more at once. Bounded: it ends soon when the signal is aborted. */
  turn(signal: AbortSignal): Promise<boolean>
  log: Pick<Logger, 'warn' | 'error'>
}

export interface Loop {
  wake(): void
  /** Resolves when the turn under way has ended, or has been waited for long enough. */
  stop(): Promise<void>
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000
const PATIENCE_MS = 5_000

/** Turn after turn until it is stopped. A turn that fails is logged and tried again later; it never ends the loop. */
export function startLoop({ name, everyMs, turn, log }: LoopOptions): Loop {
  const stopping = new AbortController()
  const { signal } = stopping
  let woken = false
  let rouse: () => void = () => undefined
  let failures = 0

  const pause = (ms: number, wakeable: boolean) =>
    new Promise<void>((resolve) => {
      if (signal.aborted || (wakeable && woken)) {
        resolve()
        return
      }
      const timer = setTimeout(done, ms)
      signal.addEventListener('abort', done)
      if (wakeable) rouse = done
      function done(): void {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        rouse = () => undefined
        resolve()
      }
    })

  async function next(): Promise<void> {
    woken = false
    try {
      const more = await turn(signal)
      failures = 0
      if (!more) await pause(everyMs, true)
    } catch (error) {
      failures++
      log.error({ err: error, loop: name, failures }, 'a turn of the worker failed')
      const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
      // Jitter: several workers met the same failure at the same time.
      await pause(longest * (0.5 + Math.random() / 2), false)
    }
  }

  const ended = (async () => {
    while (!signal.aborted) await next()
  })()

  return {
    wake() {
      woken = true
      rouse()
    },
    async stop() {
      stopping.abort()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(() => {
          log.warn({ loop: name }, 'a turn of the worker did not end in time')
          resolve()
        }, PATIENCE_MS)
      })
      await Promise.race([ended, late])
      clearTimeout(timer)
    },
  }
}
