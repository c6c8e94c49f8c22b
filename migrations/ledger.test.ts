import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { appointment, clinics, insert, refusal } from './clinic.ts'

const { a, b, owner, as, close } = await clinics()
test.after(close)

type Line = Record<string, string | number | null>

function client(): Promise<number> {
  return as(a.id, (query) =>
    insert(query, 'clients', { organization_id: a.id, first_name: 'Vera' }),
  )
}

function post(clientId: number, type: string, amount: number, more: Line = {}): Promise<number> {
  const row = { organization_id: a.id, client_id: clientId, type, amount, actor: 'test', ...more }
  return as(a.id, (query) => insert(query, 'wallet_transactions', row))
}

async function wallet(clientId: number) {
  const [row] = await as(a.id, (query) =>
    query<{ balance: number; seq: number }>(
      'select balance, seq from client_wallets where client_id = $1',
      [clientId],
    ),
  )
  return row
}

test('every client has one wallet from the first moment', async () => {
  const id = await client()
  assert.equal(await wallet(id), { balance: 0, seq: 0 })
  const again = owner('insert into client_wallets (organization_id, client_id) values ($1, $2)', [
    a.id,
    id,
  ])
  assert.is(await refusal(again), 'client_wallets_pkey')
})

test('the sign of a line follows its type', async () => {
  const id = await client()
  const paid = await post(id, 'deposit', 1000)
  for (const [type, amount] of [
    ['deposit', -1],
    ['withdraw', 1],
    ['payment', 1],
  ] as const) {
    assert.is(await refusal(post(id, type, amount)), 'wallet_transactions_sign')
  }
  assert.is(await refusal(post(id, 'deposit', 0)), 'wallet_transactions_amount')
  assert.is(await refusal(post(id, 'gift', -1)), 'wallet_transactions_type')
  assert.is(
    await refusal(post(id, 'correction', -1, { reason: 'typo' })),
    'wallet_transactions_correction_names_line',
  )
  assert.is(
    await refusal(post(id, 'correction', -1, { corrects: paid })),
    'wallet_transactions_correction_reason',
  )
  await post(id, 'correction', -1, { corrects: paid, reason: 'typo' })
  assert.equal(await wallet(id), { balance: 999, seq: 2 })
})

test('a line is never changed, not even by the owner of the tables', async () => {
  const id = await client()
  await post(id, 'deposit', 1000)
  for (const change of [
    'update wallet_transactions set amount = 2000',
    'delete from wallet_transactions',
    'truncate wallet_transactions cascade',
    'update package_uses set actor = actor',
    'truncate audit_log',
  ]) {
    const expected = change.includes('package_uses') ? 'done' : /_append_only$/
    assert.match(await refusal(owner(change)), expected, change)
    assert.is(await refusal(as(a.id, (query) => query(change))), '42501', change)
  }
})

test('a balance moves by its lines alone', async () => {
  const id = await client()
  for (const change of [
    'update client_wallets set balance = 1000000 where client_id = $1',
    'update client_wallets set seq = 7 where client_id = $1',
    'delete from client_wallets where client_id = $1',
  ]) {
    assert.is(await refusal(as(a.id, (query) => query(change, [id]))), '42501', change)
  }
})

test('a hundred withdrawals at once take what there is, and leave no gap in the ledger', async () => {
  const id = await client()
  await post(id, 'deposit', 50)
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, () => refusal(post(id, 'withdraw', -1))),
  )
  assert.is(outcomes.filter((outcome) => outcome === 'done').length, 50)
  assert.is(outcomes.filter((outcome) => outcome === 'client_wallets_balance_covered').length, 50)
  assert.equal(await wallet(id), { balance: 0, seq: 51 })
  const lines = await owner<{ seq: number; balance_after: number; sum: string }>(
    `select seq, balance_after, sum(amount) over (order by seq) as sum
     from wallet_transactions where client_id = $1 order by seq`,
    [id],
  )
  assert.equal(
    lines.map((line) => line.seq),
    Array.from({ length: 51 }, (_, index) => index + 1),
  )
  assert.ok(lines.every((line) => line.balance_after === Number(line.sum)))
})

test('a credit limit is how far a balance may go below zero, and covers the debt that is there', async () => {
  const id = await client()
  const limit = (amount: number) =>
    as(a.id, (query) =>
      query('update client_wallets set credit_limit = $2 where client_id = $1', [id, amount]),
    )
  await limit(100)
  await post(id, 'withdraw', -100)
  assert.is(await refusal(post(id, 'withdraw', -1)), 'client_wallets_balance_covered')
  assert.is(await refusal(limit(99)), 'client_wallets_balance_covered')
})

test('the refunds of a payment never exceed it, however many come at once', async () => {
  const id = await client()
  const deposit = await post(id, 'deposit', 1000)
  const payment = await post(id, 'payment', -500)
  const stranger = await client()
  const named = 'wallet_transactions_refund_names_payment'
  assert.is(await refusal(post(id, 'refund', 100)), named)
  assert.is(await refusal(post(id, 'refund', 100, { refunds: deposit })), named)
  assert.is(await refusal(post(stranger, 'refund', 100, { refunds: payment })), named)
  assert.is(await refusal(post(id, 'deposit', 100, { refunds: payment })), named)
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => refusal(post(id, 'refund', 100, { refunds: payment }))),
  )
  const refused = outcomes.filter((outcome) => outcome !== 'done')
  assert.equal(refused, Array(3).fill('wallet_transactions_refund_within_payment'))
  assert.equal(await wallet(id), { balance: 1000, seq: 7 })
})

function card(clientId: number, amount: number, more: Line = {}): Promise<number> {
  const external = { organization_id: a.id, client_id: clientId, provider: 'stripe', amount }
  const succeeded = { purpose: 'deposit', status: 'succeeded', currency: 'RUB' }
  return as(a.id, (query) => insert(query, 'payments', { ...external, ...succeeded, ...more }))
}

/** A visit for 250000, and a client who has 1000000. */
async function unpaid() {
  const id = await client()
  await post(id, 'deposit', 1_000_000)
  const visit = await insert(owner, 'appointments', appointment(a, { client_id: id }))
  const subject = { appointment_id: visit }
  return { id, visit, subject, byCard: { ...subject, purpose: 'appointment' } }
}

async function paidOf(visit: number): Promise<number | undefined> {
  const [row] = await owner<{ paid: number }>('select paid_of($1, $2) as paid', [a.id, visit])
  return row?.paid
}

const TOO_MUCH = 'appointments_paid_within_total'

test('an appointment is paid in parts, by whatever pays, and never more than it costs', async () => {
  const { id, visit, subject, byCard } = await unpaid()
  await card(id, 100_000, byCard)
  await post(id, 'payment', -100_000, subject)
  assert.is(await refusal(post(id, 'payment', -50_001, subject)), TOO_MUCH)
  assert.is(await refusal(card(id, 50_001, byCard)), TOO_MUCH)
  await post(id, 'payment', -50_000, subject)
  assert.is(await refusal(post(id, 'payment', -1, subject)), TOO_MUCH)
  assert.is(await paidOf(visit), 250_000)
  await card(id, 1, { ...byCard, status: 'unapplied' })
  await card(id, 250_000, { ...byCard, status: 'pending' })
  assert.is(await paidOf(visit), 250_000)
})

test('a payment that succeeds later asks for its room too', async () => {
  const { id, visit, subject, byCard } = await unpaid()
  const pending = await card(id, 200_000, { ...byCard, status: 'pending' })
  await post(id, 'payment', -100_000, subject)
  const succeed = () => owner(`update payments set status = 'succeeded' where id = $1`, [pending])
  assert.is(await refusal(succeed()), TOO_MUCH)
  await owner('update payments set refunded = 50000 where id = $1', [pending])
  await succeed()
  assert.is(await paidOf(visit), 250_000)
})

test('what was given back may be paid again', async () => {
  const { id, visit, subject, byCard } = await unpaid()
  const payment = await post(id, 'payment', -250_000, subject)
  assert.is(await refusal(card(id, 1, byCard)), TOO_MUCH)
  await post(id, 'refund', 100_000, { refunds: payment })
  assert.is(await refusal(card(id, 100_001, byCard)), TOO_MUCH)
  const paid = await card(id, 100_000, byCard)
  await owner(`update payments set refunded = 100000, status = 'refunded' where id = $1`, [paid])
  assert.is(await paidOf(visit), 150_000)
  await post(id, 'payment', -100_000, subject)
  assert.is(await paidOf(visit), 250_000)
})

test('of ten parts at once there are as many as fit', async () => {
  const { id, visit, subject, byCard } = await unpaid()
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      refusal(n % 2 ? post(id, 'payment', -60_000, subject) : card(id, 60_000, byCard)),
    ),
  )
  assert.is(outcomes.filter((outcome) => outcome === 'done').length, 4)
  assert.is(outcomes.filter((outcome) => outcome === TOO_MUCH).length, 6)
  assert.is(await paidOf(visit), 240_000)
})

test('an appointment does not become cheaper than what was paid for it', async () => {
  const { id, visit, subject } = await unpaid()
  await post(id, 'payment', -100_000, subject)
  const costs = (total: number) =>
    as(a.id, (query) =>
      query('update appointments set discount = price - $2::bigint, total = $2 where id = $1', [
        visit,
        total,
      ]),
    )
  assert.is(await refusal(costs(99_999)), TOO_MUCH)
  await costs(100_000)
  assert.is(await refusal(post(id, 'payment', -1, subject)), TOO_MUCH)
})

test('a payment before the visit is never more than the visit costs', async () => {
  for (const prepayment of [-1, 250_001]) {
    const row = appointment(a, { prepayment })
    assert.is(await refusal(insert(owner, 'appointments', row)), 'appointments_prepayment')
  }
})

test('deposits that come from one payment never exceed it, however many come at once', async () => {
  const id = await client()
  const from = { payment_id: await card(id, 1000) }
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => refusal(post(id, 'deposit', 300, from))),
  )
  const refused = outcomes.filter((outcome) => outcome !== 'done')
  assert.equal(refused, Array(3).fill('wallet_transactions_deposit_within_payment'))
  await post(id, 'deposit', 100, from)
  assert.is(
    await refusal(post(id, 'deposit', 1, from)),
    'wallet_transactions_deposit_within_payment',
  )
  assert.equal(await wallet(id), { balance: 1000, seq: 4 })
})

test('lines of a wallet have the order of their places by the clock too', async () => {
  const id = await client()
  await Promise.all(Array.from({ length: 20 }, () => post(id, 'deposit', 1)))
  const lines = await owner<{ seq: number }>(
    'select seq from wallet_transactions where client_id = $1 order by created_at, id',
    [id],
  )
  assert.equal(
    lines.map((line) => line.seq),
    Array.from({ length: 20 }, (_, index) => index + 1),
  )
})

test('the currency stays once there is money in it', async () => {
  const change = "update organizations set currency = 'EUR' where id = $1"
  await as(b.id, (query) => query(change, [b.id]))
  assert.is(
    await refusal(as(a.id, (query) => query(change, [a.id]))),
    'organizations_currency_fixed',
  )
})

test.run()
