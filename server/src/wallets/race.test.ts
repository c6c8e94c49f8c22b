import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { violations } from '../test/invariants.ts'
import { insist, openTill, type Outcome } from './test/desk.ts'

const till = await openTill()
test.after(() => till.close())
const { admin, add, balance, lines, rich, visit, server } = till

const count = <T>(outcomes: Outcome<T>[], refused: string | null) =>
  outcomes.filter((each) => ('refused' in each ? each.refused : null) === refused).length

test('M4: of two hundred withdrawals at once, as many succeed as the balance covers', async () => {
  const id = await rich(50_00)
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, () =>
      insist((key) => admin.clients.addTransaction(id, { type: 'withdraw', amount: 100 }, key)),
    ),
  )
  assert.is(count(outcomes, null), 50)
  assert.is(count(outcomes, 'insufficient_funds'), 150)
  assert.is(await balance(id), 0)
  assert.equal(
    (await lines(id)).map(({ seq }) => seq),
    Array.from({ length: 51 }, (_, index) => 51 - index),
  )
})

test('of many payments and refunds of one visit at once, none is too many', async () => {
  const id = await rich(1_000_000)
  const appointment_id = await visit(id)
  const pay = { type: 'payment', amount: 50_000, appointment_id } as const
  const paid = await Promise.all(
    Array.from({ length: 20 }, () => insist((key) => admin.clients.addTransaction(id, pay, key))),
  )
  assert.is(count(paid, null), 5)
  assert.is(count(paid, 'already_paid'), 15)
  const [first] = paid.flatMap((each) => ('done' in each ? [each.done] : []))
  const back = { type: 'refund', amount: 20_000, refunds: first?.id ?? 0 } as const
  const given = await Promise.all(
    Array.from({ length: 10 }, () => insist((key) => admin.clients.addTransaction(id, back, key))),
  )
  assert.is(count(given, null), 2)
  assert.is(count(given, 'refund_too_large'), 8)
  assert.is(await balance(id), 790_000)
  await add(id, { ...pay, amount: 40_000 })
})

test('after all of it the books are right', async () => {
  assert.equal(await violations(server.databaseUrl), [])
})

test.run()
