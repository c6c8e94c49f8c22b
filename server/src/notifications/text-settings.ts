import {
  wordedTemplates,
  type NotificationPreview,
  type NotificationText,
} from '@zapis/sdk/contract'
import { audit } from '../audit/append.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault, type FieldFault } from '../fault.ts'
import type { Call, Locale } from '../http/call.ts'
import { exampleFacts } from './texts/example.ts'
import type { Text, WordedTemplate } from './texts/language.ts'
import { placeholders, render, unknownPlaceholders } from './texts/render.ts'
import { languages } from './texts/texts.ts'

interface Row extends Text {
  template: WordedTemplate
  locale: Locale
}

const all = statement(
  'notification_texts_all',
  'select template, locale, title, body from notification_texts where organization_id = $1',
)

export async function listTexts(tx: Tx): Promise<{ data: NotificationText[] }> {
  const rows = await tx.query<Row>(all, [tx.organizationId])
  const locales = ['ru', 'en'] as const
  const named = wordedTemplates.flatMap((template) =>
    locales.map((locale) => ({ template, locale })),
  )
  const own = ({ template, locale }: Omit<Row, keyof Text>) =>
    rows.find((row) => row.template === template && row.locale === locale)
  return { data: named.map((name) => present(name, own(name))) }
}

const put = statement(
  'notification_texts_put',
  `insert into notification_texts (organization_id, template, locale, title, body) values ($1, $2, $3, $4, $5)
   on conflict on constraint notification_texts_once do update set title = excluded.title, body = excluded.body, updated_at = now()`,
)

export async function putText(
  tx: Tx,
  call: Call<'notificationTexts.put'>,
): Promise<NotificationText> {
  const { template, locale, title, body } = call.body
  mustBeKnown(template, { title, body })
  await tx.query(put, [tx.organizationId, template, locale, title, body])
  await audit(tx, call, `notification_text:${template}:${locale}`, null, { title, body })
  return present({ template, locale }, { title, body })
}

const remove = statement(
  'notification_texts_remove',
  'delete from notification_texts where organization_id = $1 and template = $2 and locale = $3 returning title, body',
)

export async function resetText(
  tx: Tx,
  call: Call<'notificationTexts.reset'>,
): Promise<NotificationText> {
  const { template, locale } = call.body
  const before = await tx.maybe<Text>(remove, [tx.organizationId, template, locale])
  if (before !== undefined)
    await audit(tx, call, `notification_text:${template}:${locale}`, { ...before }, null)
  return present({ template, locale }, undefined)
}

export function previewText({ body }: Call<'notificationTexts.preview'>): NotificationPreview {
  const { template, locale, ...text } = body
  mustBeKnown(template, text)
  const asItComes = languages[locale].texts[template]
  const shown = (isDiscreet: boolean) =>
    render(text, exampleFacts({ locale, isDiscreet }, template), asItComes)
  return { ...shown(false), push: shown(true) }
}

function mustBeKnown(template: WordedTemplate, text: Text): void {
  const errors = (['title', 'body'] as const).flatMap((field): FieldFault[] =>
    unknownPlaceholders(template, text[field]).map((name) => ({
      pointer: `/${field}`,
      code: 'not_allowed',
      detail: `{${name}}`,
    })),
  )
  if (errors.length === 0) return
  const unknown = unknownPlaceholders(template, `${text.title}\n${text.body}`)
  throw new Fault('unknown_placeholder', {
    errors,
    extension: { unknown, placeholders: placeholders[template] },
  })
}

function present(
  { template, locale }: Omit<Row, keyof Text>,
  own: Text | undefined,
): NotificationText {
  const { title, body } = own ?? languages[locale].texts[template]
  return {
    template,
    locale,
    title,
    body,
    placeholders: [...placeholders[template]],
    is_default: own === undefined,
  }
}
