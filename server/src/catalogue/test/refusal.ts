import { isBookingError } from '@zapis/sdk'

/** What the API refused with: `code`, then a space and the pointer of each wrong field; 'done' when it did not. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (!isBookingError(error)) throw error
    return [error.code, ...error.errors.map(({ pointer }) => pointer)].join(' ')
  }
}
