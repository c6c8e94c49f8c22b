import type { ClientDraft } from '@zapis/sdk/contract'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Locale } from '../http/call.ts'
import type { ClientValues } from './client.ts'
import { countryOf, normalizeEmail, normalizePhone } from './contact.ts'

const settings = statement(
  'clients_settings',
  'select currency, locale, time_zone from organizations where id = $1',
)

/** Columns of what is given; empty text is none. */
export async function draftValues(tx: Tx, draft: ClientDraft): Promise<ClientValues> {
  const { first_name, last_name, iname, birth_date, phone, email, notes, tags } = draft
  return {
    ...(first_name === undefined ? {} : { first_name: blankToNull(first_name) }),
    ...(last_name === undefined ? {} : { last_name: blankToNull(last_name) }),
    ...(iname === undefined ? {} : { iname: blankToNull(iname) }),
    ...(birth_date === undefined ? {} : { birth_date }),
    ...(phone === undefined ? {} : { phone: phone && (await phoneOf(tx, phone, '/phone')) }),
    ...(email === undefined ? {} : { email: email && normalizeEmail(email) }),
    ...(notes === undefined ? {} : { notes: blankToNull(notes) }),
    ...(tags === undefined ? {} : { tags: tagsOf(tags) }),
    ...(draft.locale === undefined ? {} : { locale: draft.locale }),
    ...(draft.blocked === undefined ? {} : { blocked: draft.blocked }),
  }
}

export function blankToNull(text: string): string | null {
  return text.trim() || null
}

/** E.164. One in the international form needs no look at the organization. */
export async function phoneOf(tx: Tx, text: string, pointer: string): Promise<string> {
  const country = text.trim().startsWith('+') ? 'RU' : countryOf(await settingsOf(tx))
  const phone = normalizePhone(text, country)
  if (phone !== null) return phone
  throw new Fault('phone_invalid', { errors: [{ pointer, code: 'wrong_format' }] })
}

export function settingsOf(
  tx: Tx,
): Promise<{ currency: string; locale: Locale; time_zone: string }> {
  return tx.one(settings, [tx.organizationId])
}

/** The schema counts characters, of which some may be blanks. */
function tagsOf(tags: string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]
}
