import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal } from '../catalogue/test/refusal.ts'
import { openDesk, post, visit } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { clinic, sql } = desk
const { admin, organizationId, serviceId } = clinic

let count = 0
const newPhone = () => `+7906${String(1_000_000 + ++count)}`

async function pair(): Promise<{ id: number; duplicate_id: number }> {
  const { id } = await admin.clients.create({ first_name: 'Анна' })
  const { id: duplicate_id } = await admin.clients.create({ first_name: 'Аня', phone: newPhone() })
  return { id, duplicate_id }
}

async function balances(...ids: number[]): Promise<number[]> {
  const rows = await sql<{ client_id: number; balance: string }>(
    `select client_id, balance from client_wallets where organization_id = $1`,
    [organizationId],
  )
  return ids.map((id) => Number(rows.find((row) => row.client_id === id)?.balance))
}

/** Of the clinic, and of every wallet whose balance is not the sum of its lines. */
async function ledger(): Promise<{ sum: number; wrong: number }> {
  const [row] = await sql<{ sum: number; wrong: number }>(
    `select (select coalesce(sum(amount), 0)::integer from wallet_transactions where organization_id = $1) as sum,
       (select count(*)::integer from client_wallets w where w.balance <> (
         select coalesce(sum(t.amount), 0) from wallet_transactions t
         where t.organization_id = w.organization_id and t.client_id = w.client_id)) as wrong`,
    [organizationId],
  )
  return row ?? { sum: Number.NaN, wrong: Number.NaN }
}

test('the survivor has the visits, discounts, packages and consents of both', async () => {
  const { id, duplicate_id } = await pair()
  await visit(desk, id)
  await visit(desk, duplicate_id, { starts: '2026-02-12T10:00:00Z' })
  await admin.clients.addDiscount(duplicate_id, { discount_percent: 15 })
  const kind = 'marketing'
  await admin.consentTexts.create({ kind, version: '1', locale: 'ru', text: 'Пишите' })
  const given = await admin.clients.addConsent(duplicate_id, { kind, granted: true })
  await admin.clients.addConsent(id, { kind, granted: false })
  const { id: package_id } = await admin.servicePackages.create({
    name: '5 по цене 4',
    service_id: serviceId,
    visits: 5,
    price: 1_000_000,
  })
  await sql(
    `insert into client_packages (organization_id, client_id, package_id, service_id, visits_total, visits_left, price_paid)
     values ($1, $2, $3, $4, 5, 5, 1000000)`,
    [organizationId, duplicate_id, package_id, serviceId],
  )

  await admin.clients.merge(id, { duplicate_id })

  assert.is((await admin.clients.appointments(id).toArray()).length, 2)
  assert.is((await admin.clients.discounts(id).toArray())[0]?.discount_percent, 15)
  const [latest, older] = await admin.clients.consents(id).toArray()
  assert.is(latest?.granted, false, 'the later withdrawal still counts')
  assert.is(older?.at, given.at)
  assert.is(older?.text_hash, given.text_hash)
  assert.is((await admin.clients.export(id)).packages.length, 1)
})

test('the survivor takes the contact that it lacks, and the duplicate is not there any more', async () => {
  const { id, duplicate_id } = await pair()
  const { phone } = await admin.clients.get(duplicate_id)
  const merged = await admin.clients.merge(id, { duplicate_id })
  assert.is(merged.first_name, 'Анна')
  assert.is(merged.phone, phone)
  assert.is(await refusal(admin.clients.get(duplicate_id)), 'not_found')
  const listed = await admin.clients.list({ limit: 100 }).toArray()
  assert.not.ok(listed.some((client) => client.id === duplicate_id))
})

test('a merge creates and loses no money: two corrections that name each other', async () => {
  const { id, duplicate_id } = await pair()
  await post(desk, id, { type: 'deposit', amount: 100_000 })
  await post(desk, duplicate_id, { type: 'deposit', amount: 50_000 })
  await post(desk, duplicate_id, { type: 'withdraw', amount: -20_000 })
  const before = await ledger()

  await admin.clients.merge(id, { duplicate_id })

  assert.equal(await balances(id, duplicate_id), [130_000, 0])
  assert.equal(await ledger(), before)
  assert.is(before.wrong, 0)
  const lines = await sql<{ client_id: number; amount: string; reason: string }>(
    `select client_id, amount, reason from wallet_transactions
     where organization_id = $1 and type = 'correction' and client_id in ($2, $3) order by id`,
    [organizationId, id, duplicate_id],
  )
  assert.equal(lines, [
    { client_id: duplicate_id, amount: '-30000', reason: `merge: client ${id}` },
    { client_id: id, amount: '30000', reason: `merge: client ${duplicate_id}` },
  ])
  assert.is((await admin.clients.export(id)).transactions.length, 5)
})

test('each of the two lines is told of once, to whose wallet it is in', async () => {
  const { id, duplicate_id } = await pair()
  await post(desk, duplicate_id, { type: 'deposit', amount: 50_000 })
  await admin.clients.merge(id, { duplicate_id })
  const told = await sql<{ subject_id: number; object: Record<string, unknown> }>(
    `select subject_id, payload -> 'object' as object from events
     where organization_id = $1 and type = 'wallet.transaction' and (payload -> 'object' ->> 'type') = 'correction'
       and (payload -> 'object' ->> 'client_id')::integer in ($2, $3) order by id`,
    [organizationId, id, duplicate_id],
  )
  const lines = await sql<{ id: number; client_id: number; seq: number }>(
    `select id, client_id, seq from wallet_transactions
     where organization_id = $1 and type = 'correction' and client_id in ($2, $3) order by id`,
    [organizationId, id, duplicate_id],
  )
  assert.is(lines.length, 2)
  assert.equal(
    told.map(({ subject_id, object }) => [subject_id, object['client_id'], object['seq']]),
    lines.map((line) => [line.id, line.client_id, line.seq]),
  )
})

test('money comes to a survivor whose wallet was never used', async () => {
  const { id, duplicate_id } = await pair()
  await post(desk, duplicate_id, { type: 'deposit', amount: 70_000 })
  await admin.clients.merge(id, { duplicate_id })
  assert.equal(await balances(id, duplicate_id), [70_000, 0])
})

test('a debt comes over too, within a limit that covers it', async () => {
  const { id, duplicate_id } = await pair()
  await sql(`update client_wallets set credit_limit = 10000 where client_id = $1`, [duplicate_id])
  await post(desk, duplicate_id, { type: 'withdraw', amount: -8_000 })
  await admin.clients.merge(id, { duplicate_id })
  assert.equal(await balances(id, duplicate_id), [-8_000, 0])
})

test('what the duplicate had paid is refunded to the survivor', async () => {
  const { id, duplicate_id } = await pair()
  await post(desk, duplicate_id, { type: 'deposit', amount: 250_000 })
  const appointmentId = await visit(desk, duplicate_id)
  const paid = await post(desk, duplicate_id, { type: 'payment', amount: -250_000, appointmentId })
  await admin.clients.merge(id, { duplicate_id })
  await post(desk, id, { type: 'refund', amount: 250_000, refunds: paid })
  assert.equal(await balances(id, duplicate_id), [250_000, 0])
})

test('nothing more is written into the wallet of a duplicate', async () => {
  const { id, duplicate_id } = await pair()
  await admin.clients.merge(id, { duplicate_id })
  const late = await Promise.allSettled([post(desk, duplicate_id, { type: 'deposit', amount: 1 })])
  assert.match(String(late.map((each) => each.status === 'rejected' && each.reason)), /merged/)
})

test('a duplicate of a duplicate ends at the last survivor, with all the money', async () => {
  const { id, duplicate_id } = await pair()
  const { id: last } = await admin.clients.create({ first_name: 'Последняя' })
  await post(desk, duplicate_id, { type: 'deposit', amount: 30_000 })
  await admin.clients.merge(id, { duplicate_id })
  await admin.clients.merge(last, { duplicate_id: id })
  assert.equal(await balances(last, id, duplicate_id), [30_000, 0, 0])
  assert.is((await ledger()).wrong, 0)
  assert.is((await admin.clients.export(last)).transactions.length, 5)
})

test('nobody is merged with themself, with nobody, with the erased, or twice', async () => {
  const { id, duplicate_id } = await pair()
  const merge = (duplicate: number) => refusal(admin.clients.merge(id, { duplicate_id: duplicate }))
  assert.is(await merge(id), 'conflict /duplicate_id')
  assert.is(await merge(999_999), 'unknown_reference /duplicate_id')
  const { id: erased } = await admin.clients.create({ first_name: 'Стёртая' })
  await admin.clients.erase(erased)
  assert.is(await merge(erased), 'conflict /duplicate_id')
  assert.is(await refusal(admin.clients.merge(erased, { duplicate_id: id })), 'conflict')
  assert.is(await merge(duplicate_id), 'done')
  assert.is(await merge(duplicate_id), 'unknown_reference /duplicate_id')
  assert.is(await refusal(admin.clients.merge(duplicate_id, { duplicate_id: id })), 'not_found')
})

test('two merges the other way round at once leave one of the two, with everything', async () => {
  const { id, duplicate_id } = await pair()
  await post(desk, id, { type: 'deposit', amount: 1_000 })
  await post(desk, duplicate_id, { type: 'deposit', amount: 2_000 })
  const outcomes = await Promise.all([
    refusal(admin.clients.merge(id, { duplicate_id })),
    refusal(admin.clients.merge(duplicate_id, { duplicate_id: id })),
  ])
  assert.is(outcomes.filter((outcome) => outcome === 'done').length, 1)
  assert.equal((await balances(id, duplicate_id)).sort(), [0, 3_000])
})

test('a merge signs the duplicate out', async () => {
  const { id, duplicate_id } = await pair()
  const client = await desk.asClient(duplicate_id)
  await client.me.get()
  await admin.clients.merge(id, { duplicate_id })
  assert.is(await refusal(client.me.get()), 'unauthenticated')
})

test.run()
