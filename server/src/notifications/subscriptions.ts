import { ECDH } from 'node:crypto'
import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { key, keysetPage, type Page, type PageWanted } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { isPushService } from './channels/push-services.ts'

type Subscription = OperationTypes['me.addPushSubscription']['reply']
type Draft = OperationTypes['me.addPushSubscription']['body']

interface SubscriptionRow {
  id: number
  endpoint: string
  appointment_id: number | null
  user_agent: string | null
  created_at: Date
}

const MOST = 20
const LONGEST_USER_AGENT = 500
const columns = 'id, endpoint, appointment_id, user_agent, created_at'

/** A browser that changes hands goes over with its secret, which only the browser itself tells. */
const insert = statement(
  'push_subscriptions_insert',
  `insert into push_subscriptions (organization_id, client_id, appointment_id, endpoint, p256dh, auth, user_agent)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict on constraint push_subscriptions_endpoint_key do update
     set client_id = excluded.client_id, p256dh = excluded.p256dh, user_agent = excluded.user_agent, seen_at = now(), failed_at = null
     where push_subscriptions.auth = excluded.auth
   returning ${columns}`,
)
const prune = statement(
  'push_subscriptions_prune',
  `delete from push_subscriptions where organization_id = $1 and client_id = $2 and id in (
     select id from push_subscriptions where organization_id = $1 and client_id = $2 order by seen_at desc, id desc offset ${MOST})`,
)

/** Of one visit alone, or of all of a client's. The longest unseen makes room for the twenty-first. */
export async function addSubscription(
  { config }: Pick<App, 'config'>,
  tx: Tx,
  of: { clientId: number; appointmentId: number | null },
  { draft, userAgent }: { draft: Draft; userAgent: string },
): Promise<Subscription> {
  if (!isPushService(draft.endpoint, config.push.services))
    throw new Fault('address_not_allowed', {
      errors: [{ pointer: '/endpoint', code: 'not_allowed' }],
    })
  if (!isPoint(draft.keys.p256dh))
    throw new Fault('invalid_request', { errors: [{ pointer: '/keys/p256dh', code: 'invalid' }] })
  const row = await tx.maybe<SubscriptionRow>(insert, [
    tx.organizationId,
    of.clientId,
    of.appointmentId,
    draft.endpoint,
    draft.keys.p256dh,
    draft.keys.auth,
    userAgent.slice(0, LONGEST_USER_AGENT) || null,
  ])
  if (row === undefined) throw new Fault('conflict')
  await tx.query(prune, [tx.organizationId, of.clientId])
  return present(row)
}

/** Encryption with what is no point of P-256 would fail with every message. */
function isPoint(p256dh: string): boolean {
  try {
    ECDH.convertKey(Buffer.from(p256dh, 'base64url'), 'prime256v1')
    return true
  } catch {
    return false
  }
}

export async function listSubscriptions(
  tx: Tx,
  clientId: number,
  wanted: PageWanted,
): Promise<Page<Subscription>> {
  const query = tx
    .builder('push_subscriptions')
    .where({ organization_id: tx.organizationId, client_id: clientId })
    .select(tx.builder.raw(columns))
  const page = await keysetPage<SubscriptionRow>(
    tx,
    query,
    { '-id': [key('id', 'integer')], id: [key('id', 'integer')] },
    { sort: '-id', ...wanted },
  )
  return { ...page, data: page.data.map(present) }
}

const remove = statement(
  'push_subscriptions_remove',
  `delete from push_subscriptions where organization_id = $1 and client_id = $2 and id = $3 returning id`,
)

export async function removeSubscription(tx: Tx, clientId: number, id: number): Promise<null> {
  const gone = await tx.maybe(remove, [tx.organizationId, clientId, id])
  if (gone === undefined) throw new Fault('not_found')
  return null
}

function present(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    endpoint: row.endpoint,
    appointment_id: row.appointment_id,
    user_agent: row.user_agent ?? '',
    created_at: row.created_at.toISOString(),
  }
}
