import type { App } from '../app-context.ts'
import { key, type SortKey } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { isOurs, type Call, type Locale } from '../http/call.ts'

/** For whom something of the catalogue is shown. */
export interface Viewer {
  /** Staff and secret keys: texts as they are written, private fields, the archive. */
  ours: boolean
  /** Translations into this language go before the texts; null = no translation is wanted. */
  language: Locale | null
  currency: string
  now: Date
}

const settings = statement(
  'catalogue_settings',
  'select currency, locale from organizations where id = $1',
)

export async function viewerOf(
  app: Pick<App, 'clock'>,
  call: Pick<Call, 'caller' | 'locale'>,
  tx: Tx,
): Promise<Viewer> {
  const { currency, locale } = await tx.one<{ currency: string; locale: Locale }>(settings, [
    tx.organizationId,
  ])
  const ours = isOurs(call.caller)
  const language = ours || call.locale === locale ? null : call.locale
  return { ours, language, currency, now: app.clock() }
}

type Translated<Field extends string> = Record<Field, string | null> & {
  translations: { [Language in Locale]?: { [Name in Field]?: string } }
}

export function text<Field extends string>(
  row: Translated<Field>,
  field: Field,
  { language }: Viewer,
): string {
  const translation = language && row.translations[language]?.[field]
  return translation ?? row[field] ?? ''
}

/** The same text in SQL, to sort and filter by what is shown. */
export function textKey(field: string, { language }: Viewer): SortKey {
  const translation = language === null ? '' : `translations -> '${language}' ->> '${field}', `
  return key(`coalesce(${translation}${field}, '')`, 'text')
}
