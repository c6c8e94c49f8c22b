import type { ClientPackage } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { findClient, lockClient } from '../clients/client-rows.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import { takeOnSite } from '../payments/begin.ts'
import { postTransaction } from '../wallets/rows.ts'
import { grantPackage, unknownPackage } from './grant.ts'
import type { PackageRow } from './package.ts'
import { shown } from './reads.ts'

/** Kept as it is until the sale is done: neither its price nor the archive comes in between. */
const offered = statement(
  'package_offered',
  `select p.name, p.price, p.archived_at is not null or s.archived_at is not null as archived
   from service_packages p join services s on s.organization_id = p.organization_id and s.id = p.service_id
   where p.organization_id = $1 and p.id = $2 for share of p`,
)

/** The client has it and its money has moved, or neither. */
export async function sellPackage(
  app: App,
  tx: Tx,
  call: Call<'clients.sellPackage'>,
): Promise<ClientPackage> {
  const { method } = call.body.payment
  // A card is paid on its provider's page: that purchase begins with a payment.
  if (method === 'card') throw notOpen()
  const clientId = call.params.id
  const client = await lockClient(tx, clientId, null)
  if (client.erased_at !== null) throw new Fault('not_found')
  const bought = { clientId, packageId: call.body.package_id, method, by: actor(call.caller) }
  const row = await buy(tx, bought)
  await audit(tx, call, `client:${clientId}`, null, {
    client_package_id: row.id,
    package_id: row.package_id,
    price_paid: row.price_paid,
    paid_by: method,
  })
  return shown(app, tx, call, row)
}

/** Clients pay from their balance: what was put into the till only the desk can say. */
export async function buyPackage(
  app: App,
  tx: Tx,
  call: Call<'me.buyPackage'>,
): Promise<ClientPackage> {
  const { caller, body } = call
  if (body.payment.method !== 'wallet') throw notOpen()
  if (caller.kind !== 'client') throw new Fault('forbidden')
  const { clientId } = caller
  if ((await findClient(tx, clientId)) === undefined) throw new Fault('session_ended')
  const client = await lockClient(tx, clientId, null)
  if (client.erased_at !== null) throw new Fault('session_ended')
  const bought = { clientId, packageId: body.package_id, by: actor(caller) }
  return shown(app, tx, call, await buy(tx, { ...bought, method: 'wallet' }))
}

interface Purchase {
  clientId: number
  packageId: number
  method: 'wallet' | 'on_site'
  by: string
}

async function buy(tx: Tx, { clientId, packageId, method, by }: Purchase): Promise<PackageRow> {
  const values = [tx.organizationId, packageId]
  const offer = await tx.maybe<{ name: string; price: number; archived: boolean }>(offered, values)
  if (offer === undefined) throw unknownPackage()
  if (offer.archived)
    throw new Fault('archived', { errors: [{ pointer: '/package_id', code: 'not_allowed' }] })
  const { name: reason, price } = offer
  const paid = { paidBy: method, pricePaid: price }
  const row = await grantPackage(tx, { clientId, packageId, ...paid, actor: by })
  const about = { clientId, clientPackageId: row.id, actor: by }
  if (price === 0) return row
  if (method === 'on_site') await takeOnSite(tx, { ...about, amount: price })
  else await postTransaction(tx, { ...about, type: 'payment', amount: -price, reason })
  return row
}

function notOpen(): Fault {
  return new Fault('payment_method_unavailable', {
    errors: [{ pointer: '/payment/method', code: 'not_allowed' }],
  })
}
