import type { Ephemeral } from '../redis/ephemeral.ts'

/** Channel: something was committed that the worker may want to see at once. Lost, the worker sees it at its next look. */
export const OUTBOX_WAKE = 'outbox'

const PAUSE_MS = 20

/** Wakes the worker; many commits at once wake it once. */
export function createWake(ephemeral: Pick<Ephemeral, 'publish'>): () => void {
  let isWaiting = false
  return () => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => {
      isWaiting = false
      ephemeral.publish(OUTBOX_WAKE, '').catch(() => undefined)
    }, PAUSE_MS).unref()
  }
}
