/** What a client is, and the rules of merging and erasing: no I/O, no clock. */
import type { Client, Me } from '@zapis/sdk/contract'

export interface ClientRow {
  id: number
  first_name: string | null
  last_name: string | null
  iname: string | null
  birth_date: string | null
  phone: string | null
  email: string | null
  telegram_id: number | null
  /** The organization's when the client has chosen none. */
  locale: Client['locale']
  notes: string | null
  tags: string[]
  blocked: boolean
  session_version: number
  erased_at: Date | null
  version: number
  created_at: Date
  updated_at: Date
}

/** The columns that a draft, a merge or an erasure writes. */
export type ClientValues = Partial<
  Pick<ClientRow, (typeof personal)[number] | 'locale' | 'notes' | 'tags' | 'blocked'>
>

const personal = [
  'first_name',
  'last_name',
  'iname',
  'birth_date',
  'phone',
  'email',
  'telegram_id',
] as const

/** What erasing leaves of a person in their row: nothing. */
export const nobody = {
  first_name: null,
  last_name: null,
  iname: null,
  birth_date: null,
  phone: null,
  email: null,
  telegram_id: null,
  notes: null,
  tags: [],
} satisfies ClientValues

/** Every client has a name: one who gave only a contact is called this until it is known. Sign-in by code calls them so too. */
export const unnamed: Readonly<Record<Client['locale'], string>> = { ru: 'Клиент', en: 'Client' }

/** Somebody who can be told from others: has a name or a contact. */
export function isSomebody(row: ClientValues): boolean {
  return [row.first_name, row.last_name, row.iname, row.phone, row.email, row.telegram_id].some(
    (value) => value !== null && value !== undefined,
  )
}

/**
 * Only gaps are filled: where both have something, the survivor's is what the staff chose to keep.
 * Notes and tags add up, and who was blocked once stays blocked.
 */
export function mergedValues(survivor: ClientRow, duplicate: ClientRow): ClientValues {
  const lacks = (row: ClientRow, field: (typeof personal)[number]) =>
    row[field] === null || (field === 'first_name' && isUnnamed(row))
  const filled = Object.fromEntries(
    personal
      .filter((field) => lacks(survivor, field) && !lacks(duplicate, field))
      .map((field) => [field, duplicate[field]]),
  )
  const notes = [survivor.notes, duplicate.notes].filter((note) => note !== null)
  return {
    ...filled,
    notes: notes.length > 0 ? [...new Set(notes)].join('\n') : null,
    tags: [...new Set([...survivor.tags, ...duplicate.tags])],
    blocked: survivor.blocked || duplicate.blocked,
  }
}

function isUnnamed({ first_name }: ClientRow): boolean {
  return Object.values(unnamed).some((name) => name === first_name)
}

export function presentMe(row: ClientRow): Me {
  return { ...presentPerson(row), telegram_linked: row.telegram_id !== null }
}

function presentPerson(row: ClientRow): Omit<Me, 'telegram_linked'> {
  return {
    id: row.id,
    first_name: row.first_name ?? '',
    last_name: row.last_name ?? '',
    iname: row.iname ?? '',
    birth_date: row.birth_date,
    phone: row.phone,
    email: row.email,
    locale: row.locale,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

export function presentClient(row: ClientRow): Client {
  return {
    ...presentPerson(row),
    telegram_id: row.telegram_id === null ? null : String(row.telegram_id),
    notes: row.notes ?? '',
    tags: row.tags,
    blocked: row.blocked,
    erased_at: row.erased_at?.toISOString() ?? null,
  }
}

/** What the audit log is told of a change. It blanks the personal fields; tags tell of people too, and only that they changed is kept. */
export function auditedChange(
  before: ClientRow | null,
  after: ClientRow,
): [Record<string, unknown> | null, Record<string, unknown>] {
  const retagged = before?.tags.join('\n') !== after.tags.join('\n')
  return [
    before && { ...recorded(before), tags: null },
    { ...recorded(after), tags: retagged ? '…' : null },
  ]
}

function recorded(row: ClientRow): Record<string, unknown> {
  const { version: _version, updated_at: _updated, ...rest } = presentClient(row)
  return rest
}
