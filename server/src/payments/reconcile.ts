import type { App } from '../app-context.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import {
  closeDifference,
  noteDifference,
  openDifferences,
  type Difference,
  type DifferenceKind,
} from './differences.ts'
import { refundsOf } from './refunds-of.ts'
import { describeSum, hasCome, sameSum, type ExternalProvider } from './payment.ts'
import { ProviderFailed, type Provider, type Truth } from './providers/provider.ts'
import { providersOf } from './providers/providers.ts'
import { paymentColumns, type PaymentRow } from './rows.ts'

const HOUR_MS = 3_600_000
const DAYS = 3
/** A webhook may still be under way. */
const GRACE_MS = HOUR_MS / 2

/** Compares the providers' lists of the last days with our books, and writes down what differs. It mends nothing. */
export async function reconcile(app: App, signal: Pick<AbortSignal, 'aborted'>): Promise<void> {
  const to = new Date(app.clock().getTime() + HOUR_MS)
  const from = new Date(app.clock().getTime() - DAYS * 24 * HOUR_MS)
  let failure: ProviderFailed | undefined
  for (const provider of Object.values(providersOf(app.config))) {
    if (signal.aborted) return
    try {
      await reconcileWith(app, provider, { from, to }, signal)
    } catch (error) {
      if (!(error instanceof ProviderFailed)) throw error
      failure = error
    }
  }
  // One that does not answer does not keep the others' books from being compared.
  if (failure !== undefined) throw failure
}

async function reconcileWith(
  app: App,
  provider: Provider,
  { from, to }: { from: Date; to: Date },
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<void> {
  if (provider.list === null) return
  const shares = await byOrganization(app, provider.name, await provider.list(from, to))
  for (const [organizationId, share] of shares) {
    if (signal.aborted) return
    await reconcileOne(app, provider, organizationId, { from, share })
  }
}

const owners = statement(
  'reconcile_owners',
  `select t.provider_id, coalesce(p.organization_id, c.organization_id) as organization_id
   from unnest($2::text[], $3::text[]) as t (provider_id, code)
   left join lateral find_payment($1, t.provider_id) p on true
   left join lateral find_payment_by_code(t.code) c on p.id is null`,
)

/** Every organization, also one of which the provider says nothing. What nobody has is the only organization's, or else is only logged. */
async function byOrganization(
  app: App,
  name: ExternalProvider,
  theirs: Truth[],
): Promise<Map<number, Truth[]>> {
  const { all, owned } = await transaction(app.db, null, async (tx) => ({
    all: await tx.query<{ id: number }>(
      'select id from every_organization() where archived_at is null',
    ),
    owned: await tx.query<{ provider_id: string; organization_id: number | null }>(owners, [
      name,
      theirs.map(({ providerId }) => providerId),
      theirs.map(({ code }) => code),
    ]),
  }))
  const only = all.length === 1 ? all[0]?.id : undefined
  const ownerOf = new Map(owned.map((row) => [row.provider_id, row.organization_id]))
  const shares = new Map<number, Truth[]>(all.map(({ id }) => [id, []]))
  for (const truth of theirs) {
    const owner = ownerOf.get(truth.providerId) ?? only
    const share = owner === undefined ? undefined : shares.get(owner)
    if (share) share.push(truth)
    else if (truth.status === 'succeeded')
      app.log.warn({ provider: name, payment: truth.providerId }, 'a payment that nobody has')
  }
  return shares
}

const since = statement(
  'reconcile_ours',
  `select ${paymentColumns} from payments where organization_id = $1 and provider = $2 and provider_id is not null
     and (created_at >= $3 or provider_id = any ($4::text[]))`,
)

interface Books {
  from: Date
  share: Truth[]
}

async function reconcileOne(
  app: App,
  provider: Provider,
  organizationId: number,
  { from, share }: Books,
): Promise<void> {
  const theirs = new Map(share.map((truth) => [truth.providerId, truth]))
  const ours = await transaction(app.db, organizationId, (tx) =>
    tx.query<PaymentRow>(since, [organizationId, provider.name, from, [...theirs.keys()]]),
  )
  // Before it is called missing there it is asked for by its name: a list may be late, or begin a moment after ours.
  for (const { provider_id } of ours) {
    if (provider_id === null || theirs.has(provider_id)) continue
    const truth = await provider.fetch(provider_id)
    if (truth !== null) theirs.set(provider_id, truth)
  }
  await transaction(app.db, organizationId, async (tx) => {
    const found: Difference[] = []
    const rows = await tx.query<PaymentRow>(since, [
      organizationId,
      provider.name,
      from,
      [...theirs.keys()],
    ])
    for (const row of rows)
      found.push(...(await compare(app, tx, row, theirs.get(row.provider_id ?? ''))))
    const known = new Set(rows.map(({ provider_id }) => provider_id))
    for (const truth of theirs.values())
      if (!known.has(truth.providerId)) found.push(...missingHere(provider.name, truth))
    await writeDown(tx, provider.name, found, new Set([...theirs.keys(), ...known]))
  })
}

function missingHere(provider: ExternalProvider, truth: Truth): Difference[] {
  if (truth.status !== 'succeeded') return []
  return [
    {
      ...{
        provider,
        providerId: truth.providerId,
        paymentId: null,
        kind: 'missing_here',
        ours: null,
      },
      theirs: describeSum(truth.status, truth),
    },
  ]
}

async function compare(
  app: App,
  tx: Tx,
  row: PaymentRow,
  truth: Truth | undefined,
): Promise<Difference[]> {
  const about = { provider: row.provider, providerId: row.provider_id ?? '', paymentId: row.id }
  const differs = (kind: DifferenceKind, ours: string, theirs: string | null): Difference[] => [
    { ...about, kind, ours, theirs },
  ]
  const ours = describeSum(row.status, row)
  if (truth === undefined) return hasCome(row.status) ? differs('missing_there', ours, null) : []
  const theirs = describeSum(truth.status, truth)
  if (truth.status === 'succeeded' && !sameSum(row, truth)) return differs('amount', ours, theirs)
  const isFresh = app.clock().getTime() - row.created_at.getTime() < GRACE_MS
  if (hasCome(row.status) !== (truth.status === 'succeeded')) {
    if (row.status === 'pending' && isFresh) return []
    return differs('status', ours, theirs)
  }
  if (!hasCome(row.status)) return []
  const { claimed, pending } = await refundsOf(tx, row.id)
  // What is on its way may be there or not.
  if (truth.refunded <= claimed && truth.refunded >= claimed - pending) return []
  const { currency } = row
  return differs(
    'refunded',
    describeSum('refunded', { amount: claimed, currency }),
    describeSum('refunded', { amount: truth.refunded, currency }),
  )
}

/** What was compared and agrees now is closed. */
async function writeDown(
  tx: Tx,
  provider: ExternalProvider,
  found: Difference[],
  compared: Set<string | null>,
): Promise<void> {
  for (const difference of found) await noteDifference(tx, difference)
  const stands = new Set(found.map(({ providerId, kind }) => `${kind} ${providerId}`))
  for (const { id, kind, provider_id } of await openDifferences(tx, provider))
    if (compared.has(provider_id) && !stands.has(`${kind} ${provider_id}`))
      await closeDifference(tx, id)
}
