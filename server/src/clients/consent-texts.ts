import type { ConsentText, PageQuery } from '@zapis/sdk/contract'
import { audit } from '../audit/append.ts'
import { byId, keysetPage, type Page } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'

interface Row extends Omit<ConsentText, 'created_at'> {
  id: number
  created_at: Date
}

const columns = `id, kind, version, locale, text, required, created_at`

const insert = statement(
  'consent_texts_insert',
  `insert into consent_texts (organization_id, kind, version, locale, text, required)
   values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
)

/** The newest of each kind in each language: what is to be shown today. */
export async function listConsentTexts(tx: Tx, wanted: PageQuery): Promise<Page<ConsentText>> {
  const latest = tx
    .builder('consent_texts')
    .where({ organization_id: tx.organizationId })
    .select(tx.builder.raw(`distinct on (kind, locale) ${columns}`))
    .orderByRaw('kind, locale, created_at desc, id desc')
  const query = tx.builder.from(latest.as('latest')).select('*')
  const page = await keysetPage<Row>(tx, query, { id: [byId] }, wanted)
  return { ...page, data: page.data.map(present) }
}

/** A text is never changed: whoever agreed to it agreed to these words. */
export async function publishConsentText(
  tx: Tx,
  call: Call<'consentTexts.create'>,
): Promise<ConsentText> {
  const { kind, version, locale, text } = call.body
  const required = call.body.required ?? kind === 'personal_data'
  // 152-ФЗ: nobody is refused a service for not wanting advertisements.
  if (required && kind === 'marketing')
    throw new Fault('invalid_data', { errors: [{ pointer: '/required', code: 'not_allowed' }] })
  const values = [tx.organizationId, kind, version, locale, text, required]
  const row = await tx.one<Row>(insert, values)
  await audit(tx, call, `consent_text:${row.id}`, null, { kind, version, locale, required })
  return present(row)
}

function present({ id: _id, ...row }: Row): ConsentText {
  return { ...row, created_at: row.created_at.toISOString() }
}
