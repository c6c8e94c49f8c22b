import { countryOf, normalizeEmail, normalizePhone } from '../clients/contact.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Locale } from '../http/call.ts'

interface Contact {
  phone?: string | null
  email?: string | null
}

const settings = statement(
  'catalogue_country',
  'select currency, locale, time_zone from organizations where id = $1',
)

/** Phones and addresses are kept in one spelling; only what is given. */
export async function contactValues(
  tx: Tx,
  { phone, email }: Contact,
): Promise<Record<string, unknown>> {
  return {
    ...(phone === undefined ? {} : { phone: phone === null ? null : await phoneOf(tx, phone) }),
    ...(email === undefined ? {} : { email: email === null ? null : normalizeEmail(email) }),
  }
}

async function phoneOf(tx: Tx, text: string): Promise<string> {
  const organization = await tx.one<{ currency: string; locale: Locale; time_zone: string }>(
    settings,
    [tx.organizationId],
  )
  const phone = normalizePhone(text, countryOf(organization))
  if (phone !== null) return phone
  throw new Fault('invalid_data', { errors: [{ pointer: '/phone', code: 'wrong_format' }] })
}
