import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../../app-context.ts'
import { audit } from '../../audit/append.ts'
import { byId, keysetPage, type Page } from '../../db/keyset.ts'
import { lockRow } from '../../db/lock-row.ts'
import { statement, type Tx } from '../../db/transaction.ts'
import { Fault } from '../../fault.ts'
import type { Call } from '../../http/call.ts'
import type { Plan } from '../../http/handler.ts'
import { requirePublicUrl } from './address.ts'
import { newSecret, sealSecret } from './sign.ts'

export type Endpoint = OperationTypes['webhookEndpoints.get']['reply']

interface EndpointRow {
  id: number
  url: string
  types: Endpoint['types']
  disabled_at: Date | null
  disabled_reason: string | null
  archived_at: Date | null
  version: number
  created_at: Date
  updated_at: Date
}

const TABLE = 'webhook_endpoints'
/** Never the secret. */
const columns = [
  ...['id', 'url', 'types', 'disabled_at', 'disabled_reason'],
  ...['archived_at', 'version', 'created_at', 'updated_at'],
]
const MOST_ENDPOINTS = 100

function present(row: EndpointRow): Endpoint {
  return {
    id: row.id,
    url: row.url,
    types: row.types,
    enabled: row.disabled_at === null,
    disabled_reason: row.disabled_reason,
    version: row.version,
    archived_at: row.archived_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

export async function listEndpoints(
  call: Call<'webhookEndpoints.list'>,
  tx: Tx,
): Promise<Page<Endpoint>> {
  const query = tx
    .builder(TABLE)
    .select(columns)
    .where({ organization_id: tx.organizationId })
    .whereNull('archived_at')
  const page = await keysetPage<EndpointRow>(tx, query, { id: [byId] }, call.query)
  return { ...page, data: page.data.map(present) }
}

export async function readEndpoint(tx: Tx, id: number): Promise<Endpoint> {
  const where = { organization_id: tx.organizationId, id }
  const query = tx.builder(TABLE).select(columns).where(where).whereNull('archived_at')
  const [row] = await tx.run<EndpointRow>(query)
  if (row === undefined) throw new Fault('not_found')
  return present(row)
}

export async function createEndpoint(
  app: App,
  call: Call<'webhookEndpoints.create'>,
): Promise<Plan<'webhookEndpoints.create'> | null> {
  const { organizationId } = call.caller
  if (organizationId === null) return null
  const { url, types = [], enabled = true } = call.body
  await requirePublicUrl(url, app.config.webhookPrivate)
  return {
    organizationId,
    async run(tx) {
      await requireRoom(tx)
      const secret = newSecret()
      const row = {
        organization_id: organizationId,
        url,
        types,
        secret: sealSecret(app.secrets, secret),
        disabled_at: enabled ? null : app.clock(),
      }
      const made = await first(tx, tx.builder(TABLE).insert(row).returning(columns))
      await audit(tx, call, `webhook_endpoint:${made.id}`, null, { ...present(made) })
      return { ...present(made), secret }
    },
  }
}

/** Every event is multiplied by their number. */
async function requireRoom(tx: Tx): Promise<void> {
  const { count } = await tx.one<{ count: number }>(
    `select count(*) from webhook_endpoints where organization_id = $1 and archived_at is null`,
    [tx.organizationId],
  )
  if (count >= MOST_ENDPOINTS) throw new Fault('conflict')
}

export async function updateEndpoint(
  app: App,
  call: Call<'webhookEndpoints.update'>,
): Promise<Plan<'webhookEndpoints.update'> | null> {
  const { organizationId } = call.caller
  if (organizationId === null) return null
  const { url, types, enabled } = call.body
  if (url !== undefined) await requirePublicUrl(url, app.config.webhookPrivate)
  return {
    organizationId,
    async run(tx) {
      const before = await lockUsed(tx, call.params.id, call.ifMatch)
      const changes = {
        ...(url === undefined ? {} : { url }),
        ...(types === undefined ? {} : { types }),
        ...(enabled === undefined ? {} : switched(before, enabled, app.clock())),
      }
      if (Object.keys(changes).length === 0) return present(before)
      return changed(tx, call, before, changes)
    },
  }
}

/** Switched on again, it gets what waited for it. */
function switched(
  { disabled_at }: EndpointRow,
  enabled: boolean,
  now: Date,
): Partial<Pick<EndpointRow, 'disabled_at' | 'disabled_reason'>> {
  if (enabled) return { disabled_at: null, disabled_reason: null }
  return disabled_at === null ? { disabled_at: now, disabled_reason: null } : {}
}

const giveUp = statement(
  'give_up_webhook_deliveries',
  `update webhook_deliveries set status = 'failed', error = 'removed', lease = null, lease_until = null
   where organization_id = $1 and endpoint_id = $2 and status in ('pending', 'sending')`,
)

/** Gone for those who ask; its deliveries stay until they are forgotten. */
export async function removeEndpoint(
  app: App,
  call: Call<'webhookEndpoints.remove'>,
  tx: Tx,
): Promise<null> {
  const before = await lockRow<EndpointRow>(tx, TABLE, call.params.id, call.ifMatch)
  if (before.archived_at !== null) return null
  await tx.query(giveUp, [tx.organizationId, before.id])
  await changed(tx, call, before, { archived_at: app.clock() })
  return null
}

async function lockUsed(tx: Tx, id: number, ifMatch: number | null): Promise<EndpointRow> {
  const row = await lockRow<EndpointRow>(tx, TABLE, id, ifMatch)
  if (row.archived_at !== null) throw new Fault('not_found')
  return row
}

async function changed(
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation'>,
  before: EndpointRow,
  changes: Partial<EndpointRow>,
): Promise<Endpoint> {
  const where = { organization_id: tx.organizationId, id: before.id }
  const after = await first(tx, tx.builder(TABLE).where(where).update(changes).returning(columns))
  const subject = `webhook_endpoint:${after.id}`
  await audit(tx, call, subject, { ...present(before) }, { ...present(after) })
  return present(after)
}

async function first(tx: Tx, query: Parameters<Tx['run']>[0]): Promise<EndpointRow> {
  const [row] = await tx.run<EndpointRow>(query)
  if (row === undefined) throw new Error('a row was expected')
  return row
}
