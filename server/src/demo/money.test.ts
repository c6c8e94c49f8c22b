import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { executeRefunds } from '../payments/execute-refunds.ts'
import { never } from '../payments/test/paying.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { violations } from '../test/invariants.ts'

const server = await startServer({ SEED_DEMO: '1' })
const owner = new pg.Client({ connectionString: server.databaseUrl })
await owner.connect()
test.after(async () => {
  await owner.end()
  await server.close()
})

async function count(what: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::integer as count from ${what}`,
  )
  return rows[0]?.count ?? -1
}

const admin = server.as('sk_demo')
const day = 24 * 3600_000
const date = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)
const range = { from: date(-40), to: date(0) }

test('money of the demo’s cards goes back to the card, at once and once', async () => {
  const all = await admin.payments.list({ status: 'succeeded', limit: 100 }).toArray()
  const paid = all.find(
    ({ provider, purpose, refunded }) =>
      provider === 'demo' && purpose === 'appointment' && refunded.amount === 0,
  )
  assert.ok(paid)
  const { id, amount } = paid
  const before = (await admin.appointments.get(paid.appointment_id ?? 0)).paid.amount
  await admin.payments.refund(id, { amount: 10_000, reason: 'Жалоба' })
  await executeRefunds(server.app, never)
  assert.is((await admin.payments.get(id)).refunded.amount, 10_000)
  await admin.payments.refund(id, { reason: 'Остаток' })
  await executeRefunds(server.app, never)
  const { status, refunded } = await admin.payments.get(id)
  assert.equal([status, refunded], ['refunded', amount])
  assert.is(
    (await admin.appointments.get(paid.appointment_id ?? 0)).paid.amount,
    before - amount.amount,
  )
  assert.is(await codeOf(admin.payments.refund(id, { reason: 'ещё' })), 'invalid_transition')
  assert.equal(await admin.payments.differences().toArray(), [])
})

test('money of the desk and of the demo’s provider came, and some of it went back each way', async () => {
  const of = (provider: string, more = 'true') =>
    count(
      `payments where provider = '${provider}' and status in ('succeeded', 'refunded') and ${more}`,
    )
  assert.is(await count(`payments where provider not in ('demo', 'on_site')`), 0)
  assert.ok((await of('demo')) > 50)
  assert.ok((await of('on_site', `purpose = 'appointment'`)) > 100)
  assert.ok((await of('on_site', `purpose = 'package'`)) > 0)
  for (const provider of ['demo', 'on_site'])
    assert.ok((await of(provider, 'refunded between 1 and amount - 1')) > 0, provider)
  const backs = (provider: string) =>
    count(
      `payment_refunds r join payments p on p.id = r.payment_id where p.provider = '${provider}'`,
    )
  assert.ok((await backs('demo')) > 5)
  assert.ok((await backs('on_site')) > 5)
  const toBalance = `wallet_transactions t join payments p on p.id = t.payment_id where p.purpose = 'appointment'`
  assert.ok((await count(toBalance)) > 0)
  const owed = `appointments a where status = 'completed' and paid_of(organization_id, id) < total`
  assert.ok(
    (await count(`${owed} and not exists (select from payments p where p.appointment_id = a.id)`)) >
      0,
  )
})

test('nothing of the demo’s money is of the future', async () => {
  const late = (column: string) => `${column} > now()`
  assert.is(await count(`payments where ${late('succeeded_at')}`), 0)
  assert.is(await count(`payment_refunds where ${late('created_at')}`), 0)
  assert.is(await count(`wallet_transactions where ${late('created_at')}`), 0)
})

test('the reports of the last weeks have figures of every kind', async () => {
  const byMethod = await admin.reports.revenue({ ...range, group_by: 'method' })
  const methods = byMethod.rows.map(({ key }) => key)
  for (const method of ['on_site', 'card', 'wallet', 'package'])
    assert.ok(methods.includes(method), `${method} in ${methods.join()}`)
  const { received, refunded, net, sold, given } = byMethod.totals
  for (const figure of [received, refunded, net, sold, given]) assert.ok(figure > 0)
  assert.is(net, received - refunded)
  const owed = await admin.reports.liabilities({ ...range, group_by: 'kind' })
  assert.equal(owed.rows.filter(({ values }) => values.value > 0).length, 2)
  const lost = await admin.reports.cancellations({ ...range, group_by: 'location' })
  assert.ok(lost.totals.lost > 0)
})

test('and its books keep every rule', async () => {
  const broken = await violations(server.databaseUrl)
  // What happened before the demo began was told to nobody.
  assert.equal(
    broken.filter(
      (rule) => !/^(a visit is announced once, before|a line of the ledger is told of)/.test(rule),
    ),
    [],
  )
})

test.run()
