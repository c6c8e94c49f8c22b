import type { Booking } from './booking.ts'
import { required } from './consents.ts'

/** Pointers of the API into what is confirmed, and the fields that they are typed in. */
const fields: Readonly<Record<string, string>> = {
  '/client/first_name': 'firstName',
  '/client/last_name': 'lastName',
  '/client/phone': 'phone',
  '/client/email': 'email',
  '/note': 'note',
  '/promo': 'promo',
}

export function fieldOf(pointer: string): string | undefined {
  return fields[pointer]
}

/** What can be said without asking the server; it has the last word. */
export async function validate(booking: Booking): Promise<Record<string, string>> {
  const { typed } = booking.flow
  const { say } = booking.speak
  const wrong: Record<string, string> = {}
  if (!booking.connection.isSignedIn()) {
    if (!typed.firstName.trim()) wrong.firstName = say('giveName')
    const [phone, email] = [typed.phone.trim(), typed.email.trim()]
    if (!phone && !email) wrong.phone = say('giveContact')
    else if (phone && phone.replace(/\D/g, '').length < 5) wrong.phone = say('givePhone')
    if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) wrong.email = say('giveEmail')
  }
  for (const kind of await required(booking))
    if (!typed.consents.includes(kind)) wrong[`consent_${kind}`] = say('giveConsent')
  return wrong
}
