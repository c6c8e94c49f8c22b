import type { BookingClient, BookingEvent } from '@zapis/sdk'

/** What happens in the organization, as it happens. */
export interface Live {
  /**
   * `listener` hears of events of these types, `appointment.` being all that begin so; `null` = some may have been missed, so look
   * again. Returns how to leave.
   */
  on(types: readonly string[], listener: (event: BookingEvent | null) => void): () => void
  close(): void
}

const LONGEST_PAUSE = 30_000

export function createLive(api: Pick<BookingClient, 'events'>): Live {
  const listeners = new Map<(event: BookingEvent | null) => void, readonly string[]>()
  const end = new AbortController()

  function tell(event: BookingEvent | null): void {
    for (const [listener, types] of listeners)
      if (event === null || types.some((type) => event.type.startsWith(type))) listener(event)
  }

  const isOver = () => end.signal.aborted

  async function follow(): Promise<void> {
    for (let failures = 0; !isOver(); failures++) {
      try {
        for await (const event of api.events.stream({}, { signal: end.signal })) {
          failures = 0
          tell(event)
        }
      } catch {
        // Refused or cut off for good: another beginning, a little later each time.
      }
      if (isOver()) return
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(LONGEST_PAUSE, 1000 * 2 ** failures)),
      )
      tell(null)
    }
  }

  void follow()
  return {
    on(types, listener) {
      listeners.set(listener, types)
      return () => listeners.delete(listener)
    },
    close: () => end.abort(),
  }
}
