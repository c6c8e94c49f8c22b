import { setTimeout as sleep } from 'node:timers/promises'
import { TelegramError } from 'telegraf'

/** Makes a call as soon as Telegram wants it. */
export type Patience = <T>(call: () => Promise<T>) => Promise<T>

const TRIES = 4
const LONGEST_SECONDS = 120

/** After a 429 the whole bot is silent for as long as it was told, and then says it. */
export function createPatience(signal: AbortSignal): Patience {
  let silentUntil = 0
  return async (call) => {
    for (let tries = 1; ; tries++) {
      const wait = silentUntil - Date.now()
      if (wait > 0) await sleep(wait, undefined, { signal })
      try {
        return await call()
      } catch (error) {
        const seconds = pauseOf(error)
        if (seconds === null || seconds > LONGEST_SECONDS || tries === TRIES) throw error
        silentUntil = Math.max(silentUntil, Date.now() + seconds * 1000)
      }
    }
  }
}

function pauseOf(error: unknown): number | null {
  if (!(error instanceof TelegramError) || error.code !== 429) return null
  return error.parameters?.retry_after ?? 1
}
