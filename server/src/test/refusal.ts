import { isBookingError, type BookingError } from '@zapis/sdk'

/** Why the call was refused; that it was not is the test's failure. */
export async function refusal(call: Promise<unknown>): Promise<BookingError> {
  try {
    await call
  } catch (error) {
    if (isBookingError(error)) return error
    throw error
  }
  throw new Error('it was not refused')
}

export async function codeOf(call: Promise<unknown>): Promise<string> {
  return (await refusal(call)).code
}

/** `code /pointer field_code …`, as short as a refusal can be compared. */
export async function complaint(call: Promise<unknown>): Promise<string> {
  const { code, errors } = await refusal(call)
  return [code, ...errors.map((error) => `${error.pointer} ${error.code}`)].join(' ')
}
