import { ConnectionError, isBookingError, type BookingError } from './errors.ts'

const longestWaitSeconds = 30

/** Milliseconds to wait before the next attempt; undefined = the failure is final. */
export function pauseAfter(error: unknown, attempt: number): number | undefined {
  if (!isBookingError(error) || !mayPass(error)) return undefined
  const { retryAfter } = error
  // Earlier than asked is useless, and to wait for minutes is not ours to decide.
  if (retryAfter !== undefined)
    return retryAfter > longestWaitSeconds ? undefined : retryAfter * 1000
  // Full jitter: clients that failed together do not come back together.
  return Math.random() * Math.min(5000, 500 * 2 ** attempt)
}

function mayPass(error: BookingError): boolean {
  // A change bears an Idempotency-Key and the rest only reads: a lost answer may be asked for again.
  if (error instanceof ConnectionError || error.code === 'idempotency_in_flight') return true
  // That ends with a hold, not with time.
  if (error.code === 'too_many_holds') return false
  return error.status === 429 || error.status >= 500
}

/** Rejects with the signal’s reason when it is aborted. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(reasonOf(signal))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

/** What an aborted signal was aborted with. */
export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new DOMException(String(reason), 'AbortError')
}
