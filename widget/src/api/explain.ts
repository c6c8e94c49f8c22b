import { isBookingError } from '@zapis/sdk'
import type { Speak } from '../texts/speak.ts'

/** Why something did not work, in the visitor's words. */
export function explain(error: unknown, { say }: Speak): string {
  if (!isBookingError(error) || error.status >= 500) return say('failed')
  if (error.status === 0) return say('offline')
  if (error.code === 'unauthenticated' || error.code === 'origin_not_allowed')
    return say('keyWrong')
  return error.message
}

/** Refused for good: to try the same again would change nothing. */
export function isRefusal(error: unknown): boolean {
  return isBookingError(error) && error.status >= 400 && error.status < 500
}
