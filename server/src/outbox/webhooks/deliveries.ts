import type { OperationTypes } from '@zapis/sdk/contract'
import { audit } from '../../audit/append.ts'
import { key, keysetPage, type Page } from '../../db/keyset.ts'
import { statement, type Tx } from '../../db/transaction.ts'
import { Fault } from '../../fault.ts'
import type { Call } from '../../http/call.ts'
import { readEndpoint } from './endpoints.ts'

type Delivery = OperationTypes['webhookEndpoints.resend']['reply']

interface DeliveryRow {
  id: number
  endpoint_id: number
  event_id: number
  type: Delivery['type']
  status: Delivery['status'] | 'sending'
  attempts: number
  response_status: number | null
  error: string | null
  next_at: Date
  delivered_at: Date | null
  created_at: Date
}

const columns = [
  ...['d.id', 'd.endpoint_id', 'd.event_id', 'e.type', 'd.status', 'd.attempts'],
  ...['d.response_status', 'd.error', 'd.next_at', 'd.delivered_at', 'd.created_at'],
]

function present(row: DeliveryRow): Delivery {
  const status = row.status === 'sending' ? 'pending' : row.status
  return {
    id: row.id,
    endpoint_id: row.endpoint_id,
    event_id: row.event_id,
    type: row.type,
    status,
    attempts: row.attempts,
    response_status: row.response_status,
    error: row.error,
    next_attempt_at: status === 'pending' ? row.next_at.toISOString() : null,
    delivered_at: row.delivered_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }
}

function deliveries(tx: Tx, endpointId: number) {
  return tx
    .builder('webhook_deliveries as d')
    .join('events as e', (join) =>
      join.on('e.organization_id', 'd.organization_id').on('e.id', 'd.event_id'),
    )
    .where({ 'd.organization_id': tx.organizationId, 'd.endpoint_id': endpointId })
    .select(columns)
}

export async function listDeliveries(
  call: Call<'webhookEndpoints.deliveries'>,
  tx: Tx,
): Promise<Page<Delivery>> {
  const endpoint = await readEndpoint(tx, call.params.id)
  const { status, ...paging } = call.query
  const query = deliveries(tx, endpoint.id)
  if (status === 'pending') query.whereIn('d.status', ['pending', 'sending'])
  else if (status !== undefined) query.where('d.status', status)
  // Newest first, and no other order.
  const wanted = { ...paging, sort: '-id' }
  const page = await keysetPage<DeliveryRow>(tx, query, { id: [key('d.id', 'integer')] }, wanted)
  return { ...page, data: page.data.map(present) }
}

/** One that is on its way right now stays so: that is the sending again which was asked for. */
const again = statement(
  'resend_webhook_delivery',
  `update webhook_deliveries set next_at = clock_timestamp(),
     status = case when status = 'sending' and lease_until >= clock_timestamp() then status else 'pending' end,
     delivered_at = case when status = 'sending' then delivered_at end
   where organization_id = $1 and endpoint_id = $2 and id = $3 returning id`,
)

/** The same delivery, and so the same message id: whoever has had it can tell. */
export async function resendDelivery(
  call: Call<'webhookEndpoints.resend'>,
  tx: Tx,
): Promise<Delivery> {
  const { id, delivery_id } = call.params
  const endpoint = await readEndpoint(tx, id)
  const found = await tx.maybe(again, [tx.organizationId, endpoint.id, delivery_id])
  if (found === undefined) throw new Fault('not_found')
  const [row] = await tx.run<DeliveryRow>(deliveries(tx, endpoint.id).where('d.id', delivery_id))
  if (row === undefined) throw new Error('a delivery without its event')
  await audit(tx, call, `webhook_delivery:${row.id}`, null, { endpoint_id: endpoint.id })
  return present(row)
}
