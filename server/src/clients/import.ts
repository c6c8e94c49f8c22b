import type { ClientDraft, ClientImportResult } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault, type FieldFault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import type { DraftJudge } from '../http/handler.ts'
import type { ClientValues } from './client.ts'
import { addClient, requireSomebody } from './create.ts'
import { draftValues } from './draft.ts'
import { draftOf } from './import-line.ts'
import { changeClient } from './update.ts'

type Outcome = ClientImportResult['rows'][number]
type Said = Pick<Outcome, 'outcome' | 'client_id' | 'errors'>

const known = statement(
  'clients_known_by_contact',
  `select id from clients where organization_id = $1 and (phone = $2 or email = $3) and erased_at is null and merged_into is null
   order by id`,
)

/** A line that is wrong stops no other; whoever takes a contact meanwhile ends it all, and it is asked again. */
export async function importClients(
  { app, judge }: { app: App; judge: DraftJudge },
  tx: Tx,
  call: Call<'clients.import'>,
): Promise<ClientImportResult> {
  const { rows, on_match = 'skip', dry_run = false } = call.body
  const taker: Taker = { app, judge, tx, call, dryRun: dry_run, onMatch: on_match, seen: new Set() }
  const outcomes: Outcome[] = []
  for (const [row, line] of rows.entries()) {
    const said = await take(taker, draftOf(line)).catch((error: unknown) =>
      asInvalid(judge.fields(error, call.locale)),
    )
    outcomes.push({ row, ...said })
  }
  const count = (wanted: Outcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length
  return {
    created: count('created'),
    updated: count('updated'),
    skipped: count('skipped'),
    invalid: count('invalid'),
    rows: outcomes,
  }
}

interface Taker {
  app: App
  /** A line is held to what the one form for a new client is held to. */
  judge: DraftJudge
  tx: Tx
  call: Call<'clients.import'>
  dryRun: boolean
  onMatch: 'skip' | 'update'
  /** Contacts of the lines before: in a trial nobody is written down yet. */
  seen: Set<string>
}

async function take(taker: Taker, draft: ClientDraft): Promise<Said> {
  const { app, judge, tx, call, dryRun, onMatch } = taker
  judge.check(draft, call.locale)
  const values = await draftValues(tx, draft)
  requireSomebody(values)
  const { phone = null, email = null } = values
  const people = await tx.query<{ id: number }>(known, [tx.organizationId, phone, email])
  if (people.length > 1) throw new Fault('conflict', { errors: [contactOfTwo] })
  const contacts = [phone, email].filter((each) => each !== null)
  const isRepeated = contacts.some((each) => taker.seen.has(each))
  for (const each of contacts) taker.seen.add(each)
  const [person] = people
  const said = { client_id: person?.id ?? null, errors: [] }
  if (person === undefined && !isRepeated) return add(taker, values)
  if (onMatch === 'skip') return { ...said, outcome: 'skipped' }
  if (!dryRun && person !== undefined)
    await changeClient(app, tx, { ...call, ifMatch: null }, { id: person.id, changes: draft })
  return { ...said, outcome: 'updated' }
}

/** Its phone is one client's, its e-mail another's. */
const contactOfTwo: FieldFault = { pointer: '/email', code: 'not_allowed' }

async function add({ tx, call, dryRun }: Taker, values: ClientValues): Promise<Said> {
  const id = dryRun ? null : (await addClient(tx, call, values)).id
  return { outcome: 'created', client_id: id, errors: [] }
}

function asInvalid(fields: ReturnType<DraftJudge['fields']>): Said {
  const errors = fields.map(({ pointer, ...rest }) => ({
    field: pointer.replace(/^\/([^/]*).*$/, '$1'),
    ...rest,
  }))
  return { outcome: 'invalid', client_id: null, errors }
}
