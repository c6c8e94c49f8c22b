import { createHash } from 'node:crypto'
import { addDays, dayNumber } from '../availability/dates.ts'
import type { Tx } from '../db/transaction.ts'
import { insertKey } from '../identity/key-rows.ts'
import { keyValue } from '../identity/key-value.ts'
import { insertStaff } from '../identity/staff-rows.ts'
import type { PersonalDiscount } from '../pricing/price.ts'
import { instantOf } from './clock.ts'
import type { CatalogueIds } from './insert-catalogue.ts'
import type { Random } from './random.ts'
import { idsBy, insertRows, type IdOf } from './rows.ts'
import { publishableKey, secretKey, signIns } from './sign-ins.ts'
import { clients as texts, type ClientText } from './texts-clients.ts'
import { consentTexts } from './texts-consents.ts'
import { discounts } from './texts-discounts.ts'

export interface Client {
  id: number
  text: ClientText
  /** When they first came into the books, minutes since the epoch. */
  sinceMin: number
  personal: PersonalDiscount[]
}

export async function insertKeys(tx: Tx): Promise<void> {
  const any = { allowed_origins: [], scopes: null }
  const site = keyValue(publishableKey)
  await insertKey(tx, { kind: 'publishable', name: 'Демо: сайт', ...any }, site)
  await insertKey(tx, { kind: 'secret', name: 'Демо: сервер', ...any }, keyValue(secretKey))
}

/** Answers who signs in with an e-mail, `staff:3`. */
export async function insertAccounts(
  tx: Tx,
  ids: CatalogueIds,
  passwordHashes: readonly string[],
): Promise<(email: string) => string> {
  const byEmail = new Map<string, string>()
  for (const [index, { email, name, role, specialist }] of signIns.entries()) {
    const { id } = await insertStaff(tx, {
      email,
      name,
      role,
      password_hash: passwordHashes[index] ?? null,
      specialist_id: specialist === undefined ? null : ids.specialist(specialist),
      locale: 'ru',
    })
    byEmail.set(email, `staff:${id}`)
  }
  return (email) => byEmail.get(email) ?? 'demo'
}

export async function insertClients(
  tx: Tx,
  catalogue: CatalogueIds,
  today: string,
  random: Random,
): Promise<Client[]> {
  const since = texts.map((text) => sinceOf(text, dayNumber(today), random))
  const rows = texts.map((text, index) => clientRow(text, index, since[index] ?? 0))
  const ids = await insertRows(tx, 'clients', rows)
  const idOf = idsBy(
    texts.map(({ mailbox }) => mailbox),
    ids,
  )
  const personal = await insertDiscounts(tx, catalogue, idOf, today)
  const clients = texts.map((text, index) => ({
    id: idOf(text.mailbox),
    text,
    sinceMin: since[index] ?? 0,
    personal: personal.filter(({ client }) => client === text.mailbox),
  }))
  await insertRows(tx, 'client_consents', clients.flatMap(consentRows))
  return clients
}

/** Those who come often have been coming for long; of the others, half came in the last months. */
function sinceOf(text: ClientText, today: number, random: Random): number {
  const old = random.between(100, 700)
  const recent = random.between(4, 80)
  const isRecent = text.tags.includes('новый') || (text.loyalty < 3 && random.chance(0.5))
  return (today - (isRecent ? recent : old)) * 1440 + random.between(360, 900)
}

function clientRow(text: ClientText, index: number, sinceMin: number): object {
  return {
    first_name: text.first,
    last_name: text.last,
    iname: text.patronymic,
    birth_date: text.birth,
    phone: `+7900555${String(1001 + index)}`,
    email: `${text.mailbox}@example.com`,
    locale: localeOf(text),
    notes: text.notes,
    tags: text.tags,
    created_at: instantOf(sinceMin),
    updated_at: instantOf(sinceMin),
  }
}

function localeOf(text: ClientText): 'ru' | 'en' {
  return text.tags.includes('english') ? 'en' : 'ru'
}

async function insertDiscounts(
  tx: Tx,
  catalogue: CatalogueIds,
  idOf: IdOf<string>,
  today: string,
): Promise<(PersonalDiscount & { client: string })[]> {
  const personal = discounts.map(({ client, service, percent, from, to, reason }) => ({
    client,
    serviceId: service && catalogue.service(service),
    percent,
    validFrom: from === null ? null : addDays(today, from),
    validTo: to === null ? null : addDays(today, to),
    reason,
  }))
  const rows = personal.map((each) => ({
    client_id: idOf(each.client),
    service_id: each.serviceId,
    discount_percent: each.percent,
    valid_from: each.validFrom,
    valid_to: each.validTo,
    reason: each.reason,
  }))
  await insertRows(tx, 'client_discounts', rows)
  return personal
}

/** Everybody to the first text, every second one to advertising too; some thought better of it. */
function consentRows({ id, text, sinceMin }: Client, index: number): object[] {
  const record = (kind: string, granted: boolean, atMin: number) => {
    const locale = localeOf(text)
    const shown = consentTexts.find((each) => each.kind === kind && each.locale === locale)
    if (shown === undefined) throw new Error(`no text of ${kind} in ${locale}`)
    return {
      client_id: id,
      kind,
      text_version: shown.version,
      text_hash: createHash('sha256').update(shown.text).digest('hex'),
      locale,
      granted,
      at: instantOf(atMin),
      source: index % 3 === 0 ? 'admin' : 'widget',
    }
  }
  const records = [record('personal_data', true, sinceMin)]
  if (index % 2 === 0) records.push(record('marketing', true, sinceMin))
  if (index % 16 === 0) records.push(record('marketing', false, sinceMin + 4000))
  return records
}
