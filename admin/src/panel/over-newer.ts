import { isBookingError } from '@zapis/sdk'

/**
 * Sends a change. When somebody else was quicker, what they made is looked at before the refusal is shown: the next attempt is over
 * theirs, with only what was typed here.
 */
export async function overNewer<Result>(
  deed: () => Promise<Result>,
  look: () => Promise<unknown>,
): Promise<Result> {
  try {
    return await deed()
  } catch (error) {
    if (isBookingError(error) && error.code === 'version_conflict') await look()
    throw error
  }
}
