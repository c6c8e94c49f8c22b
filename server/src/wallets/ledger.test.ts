import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codeOf, complaint } from '../test/refusal.ts'
import { violations } from '../test/invariants.ts'
import { openTill } from './test/desk.ts'

const till = await openTill()
test.after(() => till.close())
const { admin, add, balance, lines, client, rich, visit, server, clinic, sql } = till

test('a new client has an empty wallet', async () => {
  const wallet = await admin.clients.wallet(await client())
  assert.equal(wallet.balance, { amount: 0, currency: 'RUB' })
  assert.equal(wallet.credit_limit, { amount: 0, currency: 'RUB' })
})

test('each type of line moves the balance its way, and says what it was about', async () => {
  const id = await client()
  const visitId = await visit(id)
  const deposit = await add(id, { type: 'deposit', amount: 500_000, reason: 'Касса' })
  assert.is(deposit.reason, 'Касса')
  assert.is(deposit.seq, 1)
  assert.match(deposit.actor, /^key:\d+$/)
  const withdraw = await add(id, { type: 'withdraw', amount: 100_000 })
  const payment = await add(id, { type: 'payment', amount: 200_000, appointment_id: visitId })
  assert.is(payment.appointment_id, visitId)
  const refund = await add(id, { type: 'refund', amount: 50_000, refunds: payment.id })
  assert.is(refund.refunds, payment.id)
  assert.is(refund.appointment_id, visitId, 'the visit comes with the payment')
  const correction = { type: 'correction', amount: -10_000, reason: 'Опечатка' } as const
  const corrected = await add(id, { ...correction, corrects: deposit.id })
  assert.is(corrected.corrects, deposit.id)
  const seen = (await lines(id)).reverse()
  assert.equal(
    seen.map(({ type, amount, balance_after, seq }) => [
      seq,
      type,
      amount.amount,
      balance_after.amount,
    ]),
    [
      [1, 'deposit', 500_000, 500_000],
      [2, 'withdraw', -100_000, 400_000],
      [3, 'payment', -200_000, 200_000],
      [4, 'refund', 50_000, 250_000],
      [5, 'correction', -10_000, 240_000],
    ],
  )
  assert.equal(seen, [deposit, withdraw, payment, refund, corrected])
  assert.is(await balance(id), 240_000)
})

test('M2: what is no amount is refused, and nothing moves', async () => {
  const id = await rich(1000)
  const raw = ['0', '-0', '-1', '0.1', '"100"', 'true', 'null', '1e21', '9007199254740993']
  raw.push('1000000000001', '[100]', '{"amount":100}', '100.999', 'NaN', '"0x10"')
  for (const type of ['deposit', 'withdraw'])
    for (const amount of raw) {
      const { status, json } = await server.http('POST', `/v1/clients/${id}/transactions`, {
        credential: clinic.secret,
        raw: `{"type":"${type}","amount":${amount}}`,
      })
      assert.is(status, 400, `${type} ${amount}: ${JSON.stringify(json)}`)
      if (amount !== 'NaN') assert.match(JSON.stringify(json['errors']), /"\/amount"/, amount)
    }
  assert.equal(await complaint(add(id, { type: 'deposit', amount: 0 })), zero)
  assert.is(await balance(id), 1000)
  assert.is((await lines(id)).length, 1)
})
const zero = 'invalid_request /amount too_small'

test('M2: an integer is the same integer however it is written', async () => {
  const id = await client()
  for (const amount of ['1.0', '1e3', '1000000000000'])
    await server.http('POST', `/v1/clients/${id}/transactions`, {
      credential: clinic.secret,
      raw: `{"type":"deposit","amount":${amount}}`,
    })
  assert.is(await balance(id), 1_000_000_001_001)
})

test('M3: another currency is refused, and nothing moves', async () => {
  const id = await rich(1000)
  const deposit = { type: 'deposit', amount: 1 } as const
  assert.is(
    await complaint(add(id, { ...deposit, currency: 'EUR' })),
    'invalid_data /currency not_allowed',
  )
  for (const currency of ['rub', 'RUR1', ''])
    assert.is(
      await complaint(add(id, { ...deposit, currency })),
      'invalid_request /currency wrong_format',
    )
  assert.is(await balance(id), 1000)
  await add(id, { ...deposit, currency: 'RUB' })
  assert.is(await balance(id), 1001)
})

test('M1: fields that nobody asked for are refused', async () => {
  const id = await client()
  for (const extra of [{ balance_after: 5 }, { seq: 9 }, { client_id: 1 }, { actor: 'me' }]) {
    const { status } = await server.http('POST', `/v1/clients/${id}/transactions`, {
      credential: clinic.secret,
      body: { type: 'deposit', amount: 1, ...extra },
    })
    assert.is(status, 400)
  }
  assert.is(await balance(id), 0)
})

test('a balance does not go below nothing, by any line', async () => {
  const id = await rich(100)
  const visitId = await visit(id)
  assert.is(await codeOf(add(id, { type: 'withdraw', amount: 101 })), 'insufficient_funds')
  const payment = { type: 'payment', amount: 101, appointment_id: visitId } as const
  assert.is(await codeOf(add(id, payment)), 'insufficient_funds')
  const correction = { type: 'correction', amount: -101, reason: 'Ошибка' } as const
  assert.is(await codeOf(add(id, correction)), 'insufficient_funds')
  await add(id, { type: 'withdraw', amount: 100 })
  assert.is(await balance(id), 0)
})

test('a visit is paid up to what it costs, by whose it is, while it takes place', async () => {
  const id = await rich(1_000_000)
  const visitId = await visit(id)
  const pay = (amount: number, appointment_id: number) =>
    add(id, { type: 'payment', amount, appointment_id })
  await pay(150_000, visitId)
  assert.is(await codeOf(pay(100_001, visitId)), 'already_paid')
  await pay(100_000, visitId)
  assert.is(await codeOf(pay(1, visitId)), 'already_paid')
  const unknown = 'unknown_reference /appointment_id'
  const foreign = await visit(await client())
  assert.is(await complaint(pay(1, foreign)), `${unknown} not_found`)
  assert.is(await complaint(pay(1, 2_000_000_000)), `${unknown} not_found`)
  const gone = await visit(id)
  await admin.appointments.cancel(gone, { reason: 'Передумала' })
  assert.is(await complaint(pay(1, gone)), `${unknown} not_allowed`)
  assert.is(await complaint(add(id, { type: 'payment', amount: 1 })), `${unknown} required`)
  assert.is(await balance(id), 750_000)
})

test('M7: a payment is given back in parts, and never more of it', async () => {
  const id = await rich(1000)
  const payment = await add(id, {
    type: 'payment',
    amount: 500,
    appointment_id: await visit(id),
  })
  const back = (amount: number, refunds = payment.id, whose = id) =>
    add(whose, { type: 'refund', amount, refunds })
  assert.is(await codeOf(back(501)), 'refund_too_large')
  const first = await back(300)
  assert.is(await codeOf(back(201)), 'refund_too_large')
  await back(200)
  assert.is(await codeOf(back(1)), 'refund_too_large')
  const [deposit] = (await lines(id)).filter(({ type }) => type === 'deposit')
  const unknown = 'unknown_reference /refunds'
  assert.is(await complaint(back(1, deposit?.id)), `${unknown} invalid`)
  assert.is(await complaint(back(1, first.id)), `${unknown} invalid`, 'a refund of a refund')
  assert.is(await complaint(back(1, 2_000_000_000)), `${unknown} invalid`)
  assert.is(await complaint(back(1, payment.id, await client())), `${unknown} invalid`)
  assert.is(await complaint(add(id, { type: 'refund', amount: 1 })), `${unknown} required`)
  assert.is(await balance(id), 1000)
})

test('M10: a correction has a reason, and corrects a line of the same wallet, the latest by itself', async () => {
  const id = await rich(1000)
  const correction = { type: 'correction', amount: -1 } as const
  assert.is(await complaint(add(id, correction)), 'reason_required /reason required')
  const said = { ...correction, reason: 'Опечатка' }
  const latest = await add(id, { type: 'deposit', amount: 5 })
  assert.is((await add(id, said)).corrects, latest.id)
  const [foreign] = await lines(await rich(1))
  assert.is(
    await complaint(add(id, { ...said, corrects: foreign?.id ?? 0 })),
    'unknown_reference /corrects invalid',
  )
  assert.is(
    await complaint(add(await client(), { ...said, amount: 1 })),
    'unknown_reference /corrects not_found',
  )
  assert.is(await balance(id), 1004)
})

test('one key moves money once, whoever asks again and however late', async () => {
  const id = await client()
  const deposit = { type: 'deposit', amount: 100 } as const
  const key = { idempotencyKey: 'till-1' }
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => admin.clients.addTransaction(id, deposit, key)),
  )
  for (const answer of answers) assert.equal(answer, answers[0])
  assert.is(await balance(id), 100)
  const other = admin.clients.addTransaction(id, { ...deposit, amount: 101 }, key)
  assert.is(await codeOf(other), 'idempotency_mismatch')
  await sql(`update idempotency_keys set created_at = now() - interval '5 years'`)
  await sql(`select purge_idempotency_keys(now() - interval '2 days')`)
  assert.equal(await admin.clients.addTransaction(id, deposit, key), answers[0])
  assert.is(await balance(id), 100)
  const kept = await sql<{ route: string; keep: boolean }>(
    `select distinct route, keep from idempotency_keys where not keep`,
  )
  assert.equal(kept, [], 'the keys of everything else are gone')
})

test('a refused movement leaves its key free', async () => {
  const id = await client()
  const key = { idempotencyKey: 'refused-once' }
  const withdraw = { type: 'withdraw', amount: 100 } as const
  assert.is(await codeOf(admin.clients.addTransaction(id, withdraw, key)), 'insufficient_funds')
  await add(id, { type: 'deposit', amount: 100 })
  await admin.clients.addTransaction(id, withdraw, key)
  assert.is(await balance(id), 0)
})

test('every line is told once and logged, without what was said of the person', async () => {
  const id = await client()
  const line = await add(id, { type: 'deposit', amount: 100, reason: 'От Тайновой' })
  const events = await sql<{ payload: { object: object } }>(
    `select payload from events where type = 'wallet.transaction' and subject_id = $1`,
    [line.id],
  )
  const about = { appointment_id: null, client_package_id: null, payment_id: null }
  const object = { id: line.id, client_id: id, type: 'deposit', seq: 1, ...about }
  assert.equal(events, [{ payload: { object } }])
  const log = await sql<{ action: string; after: Record<string, unknown>; line: string }>(
    `select action, after, l::text as line from audit_log l where subject = $1 and action = 'clients.addTransaction'`,
    [`client:${id}`],
  )
  assert.is(log.length, 1)
  assert.is(log[0]?.after['transaction_id'], line.id)
  assert.is(log[0]?.after['amount'], 100)
  assert.not.match(log[0]?.line ?? '', /Тайновой/)
})

test('the ledger is read newest first, page by page, each line once', async () => {
  const id = await client()
  for (let amount = 1; amount <= 5; amount++) await add(id, { type: 'deposit', amount })
  const paged = await admin.clients.transactions(id, { limit: 2 }).toArray()
  assert.equal(
    paged.map(({ seq }) => seq),
    [5, 4, 3, 2, 1],
  )
  const first = await admin.clients.transactions(id, { limit: 2 })
  await add(id, { type: 'deposit', amount: 6 })
  const next = await admin.clients.transactions(id, {
    limit: 2,
    cursor: first.next_cursor ?? '',
  })
  assert.equal(
    next.data.map(({ seq }) => seq),
    [3, 2],
  )
  assert.is(
    await complaint(admin.clients.transactions(id, { cursor: 'x' }).toArray()),
    'invalid_request #cursor invalid',
  )
})

test('a merged client’s history is the survivor’s, and their payment is given back to them', async () => {
  const [id, duplicate_id] = [await rich(1000), await rich(400)]
  const payment = await add(duplicate_id, {
    type: 'payment',
    amount: 150,
    appointment_id: await visit(duplicate_id),
  })
  await admin.clients.merge(id, { duplicate_id })
  assert.is(await balance(id), 1250)
  assert.is((await lines(id)).length, 5, 'three of the two, and the two of the merge')
  const refund = await add(id, { type: 'refund', amount: 150, refunds: payment.id })
  assert.is(refund.client_id, id)
  assert.is(await balance(id), 1400)
  assert.is(await codeOf(admin.clients.wallet(duplicate_id)), 'not_found')
  assert.is(await codeOf(add(duplicate_id, { type: 'deposit', amount: 1 })), 'not_found')
  const { transactions } = await admin.clients.export(id)
  assert.equal(transactions.reverse(), await lines(id))
})

test('after all of it the books are right', async () => {
  assert.equal(await violations(server.databaseUrl), [])
})

test.run()
