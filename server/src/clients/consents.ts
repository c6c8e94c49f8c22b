import type { ConsentChange, ConsentRecord, PageQuery } from '@zapis/sdk/contract'
import { byId, key, keysetPage, type Page } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Caller } from '../http/call.ts'

type Asked = Pick<Call, 'caller' | 'locale' | 'address' | 'userAgent'>

interface Row extends Omit<ConsentRecord, 'at'> {
  at: Date
}

const columns = `id, client_id, kind, text_version as version, locale, granted, at, source, text_hash`
const byTime = { at: [key('at', 'timestamptz'), byId] }

/**
 * The evidence: which text, by its hash, in which language, and from where. The text is in the caller's language if there is
 * one of that version, else in the organization's.
 */
const insert = statement(
  'client_consents_insert',
  `insert into client_consents (organization_id, client_id, kind, text_version, text_hash, locale, granted, ip, user_agent, source, appointment_id)
   select $1, $2, c.kind, t.version, encode(sha256(convert_to(t.text, 'UTF8')), 'hex'), t.locale, $5, $7, $8, $9, $10
   from unnest($3::text[], $4::text[]) with ordinality as c (kind, version, place)
   join organizations o on o.id = $1
   cross join lateral (
     select t.version, t.locale, t.text from consent_texts t
     where t.organization_id = $1 and t.kind = c.kind and t.version = coalesce(c.version, (
       select l.version from consent_texts l where l.organization_id = $1 and l.kind = c.kind
       order by l.created_at desc, l.id desc limit 1))
     order by t.locale = $6 desc, t.locale = o.locale desc, t.id limit 1
   ) t
   order by c.place
   returning ${columns}`,
)

interface Given {
  kind: ConsentRecord['kind']
  /** undefined = the latest. */
  version?: string | undefined
}

/** Consents given with a booking, each a row of its own. */
export async function recordConsents(
  tx: Tx,
  call: Asked,
  clientId: number,
  consents: readonly Given[],
  source: string,
  appointmentId: number | null,
): Promise<void> {
  const rows = await write(tx, call, { clientId, consents, granted: true, source, appointmentId })
  const unknown = consents.flatMap(({ kind, version }, index) =>
    rows.some((row) => row.kind === kind && row.version === version) ? [] : [index],
  )
  if (unknown.length === 0) return
  throw new Fault('unknown_reference', {
    errors: unknown.map((index) => ({ pointer: `/consents/${index}/version`, code: 'not_found' })),
  })
}

const standing = statement(
  'client_consents_standing',
  `select distinct on (kind) kind, granted from client_consents
   where organization_id = $1 and client_id = $2 and kind = any($3) order by kind, at desc, id desc`,
)

/** What the clinic needs a consent for is given now, or was given before and not withdrawn. */
export async function mustConsent(
  tx: Tx,
  clientId: number,
  required: readonly string[],
  given: readonly Given[],
): Promise<void> {
  const missing = required.filter((kind) => !given.some((consent) => consent.kind === kind))
  if (missing.length === 0) return
  const rows = await tx.query<{ kind: string; granted: boolean }>(standing, [
    tx.organizationId,
    clientId,
    missing,
  ])
  const wanting = missing.filter((kind) => !rows.some((row) => row.kind === kind && row.granted))
  if (wanting.length > 0)
    throw new Fault('consent_required', {
      extension: { kinds: wanting },
      errors: [{ pointer: '/consents', code: 'required' }],
    })
}

/** A withdrawal is a new row too: what was given stays in the record. */
export async function changeConsent(
  tx: Tx,
  call: Asked,
  clientId: number,
  change: ConsentChange,
): Promise<ConsentRecord> {
  const [row] = await write(tx, call, {
    clientId,
    consents: [change],
    granted: change.granted,
    source: sourceOf(call.caller),
    appointmentId: null,
  })
  if (row !== undefined) return present(row)
  const pointer = change.version === undefined ? '/kind' : '/version'
  throw new Fault('unknown_reference', { errors: [{ pointer, code: 'not_found' }] })
}

const withdraw = statement(
  'client_consents_withdraw',
  `insert into client_consents (organization_id, client_id, kind, text_version, text_hash, locale, granted, ip, user_agent, source)
   select k.organization_id, k.client_id, k.kind, k.text_version, k.text_hash, k.locale, false, $3, $4, 'unsubscribe'
   from (select * from client_consents where organization_id = $1 and client_id = $2 and kind = 'marketing'
     order by at desc, id desc limit 1) k where k.granted`,
)

/** By the link in a message: of the text that was agreed to. Who has withdrawn already has nothing to withdraw. */
export async function withdrawMarketing(
  tx: Tx,
  clientId: number,
  from: { address: string; userAgent: string },
): Promise<void> {
  const { address, userAgent } = from
  const values = [tx.organizationId, clientId, address.slice(0, 64), userAgent.slice(0, 500)]
  await tx.query(withdraw, values)
}

export async function listConsents(
  tx: Tx,
  clientId: number,
  wanted: PageQuery,
): Promise<Page<ConsentRecord>> {
  const query = tx
    .builder('client_consents')
    .where({ organization_id: tx.organizationId, client_id: clientId })
    .select(tx.builder.raw(columns))
  const page = await keysetPage<Row>(tx, query, byTime, { ...wanted, sort: '-at' })
  return { ...page, data: page.data.map(present) }
}

interface Writing {
  clientId: number
  consents: readonly Given[]
  granted: boolean
  source: string
  appointmentId: number | null
}

function write(
  tx: Tx,
  call: Asked,
  { clientId, consents, granted, source, appointmentId }: Writing,
): Promise<Row[]> {
  return tx.query<Row>(insert, [
    tx.organizationId,
    clientId,
    consents.map(({ kind }) => kind),
    consents.map(({ version }) => version ?? null),
    granted,
    call.locale,
    call.address.slice(0, 64),
    call.userAgent.slice(0, 500),
    source,
    appointmentId,
  ])
}

/** What a person did themself, and what others say of them, are different evidence. */
function sourceOf(caller: Caller): string {
  if (caller.kind === 'staff') return 'admin'
  return caller.kind === 'secret' ? 'api' : 'site'
}

function present(row: Row): ConsentRecord {
  return { ...row, at: row.at.toISOString() }
}
