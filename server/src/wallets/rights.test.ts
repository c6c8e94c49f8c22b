import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { memberOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { openTill } from './test/desk.ts'

const till = await openTill()
test.after(() => till.close())
const { add, balance, lines, client, rich, visit, server, clinic } = till

test('reception takes money in, and no more; who answers for it does everything', async () => {
  const id = await rich(1_000_000)
  const visitId = await visit(id)
  const { sdk: reception } = await memberOf(server, clinic, 'reception')
  const { sdk: manager } = await memberOf(server, clinic, 'admin')
  const paid = await add(id, { type: 'payment', amount: 10, appointment_id: visitId })
  const drafts = [
    { type: 'withdraw', amount: 1 },
    { type: 'payment', amount: 1, appointment_id: visitId },
    { type: 'refund', amount: 1, refunds: paid.id },
    { type: 'correction', amount: 1, reason: 'Опечатка' },
  ] as const
  for (const draft of drafts) assert.is(await codeOf(add(id, draft, reception)), 'forbidden')
  assert.match((await add(id, { type: 'deposit', amount: 1 }, reception)).actor, /^staff:\d+$/)
  for (const draft of drafts) await add(id, draft, manager)
  for (const draft of drafts) await add(id, draft, server.as(clinic.owner))
  assert.is((await reception.clients.transactions(id).toArray()).length, 11)
})

test('others reach nobody’s money, and a client sees their own alone', async () => {
  const id = await rich(700)
  const deposit = { type: 'deposit', amount: 1 } as const
  const { sdk: specialist } = await memberOf(
    server,
    clinic,
    'specialist',
    clinic.specialistIds[0] ?? 0,
  )
  const own = await till.asClient(id)
  for (const sdk of [specialist, own, clinic.site]) {
    assert.is(await codeOf(sdk.clients.wallet(id)), 'forbidden')
    assert.is(await codeOf(sdk.clients.transactions(id).toArray()), 'forbidden')
    assert.is(await codeOf(add(id, deposit, sdk)), 'forbidden')
  }
  assert.is(await codeOf(add(id, deposit, server.as())), 'unauthenticated')
  assert.is((await own.me.wallet()).balance.amount, 700)
  assert.equal(await own.me.transactions().toArray(), await lines(id))
  const stranger = await till.asClient(await client())
  assert.equal(await stranger.me.transactions().toArray(), [])
})

test('a secret key without the scope moves no money', async () => {
  const id = await rich(5)
  const { key } = await server
    .as(clinic.owner)
    .apiKeys.create({ kind: 'secret', name: 'Отчёты', scopes: ['money:read'] })
  const reader = server.as(key)
  assert.is((await reader.clients.wallet(id)).balance.amount, 5)
  assert.is(await codeOf(add(id, { type: 'deposit', amount: 1 }, reader)), 'forbidden')
})

test('Z3: another clinic’s client, visit and lines are not there', async () => {
  const id = await rich(1000)
  const [line] = await lines(id)
  const visitId = await visit(id)
  const other = await server.found()
  const stranger = server.as(other.secret)
  const deposit = { type: 'deposit', amount: 100 } as const
  assert.is(await codeOf(stranger.clients.wallet(id)), 'not_found')
  assert.is(await codeOf(stranger.clients.transactions(id).toArray()), 'not_found')
  assert.is(await codeOf(add(id, deposit, stranger)), 'not_found')
  const mine = (await stranger.clients.create({ first_name: 'Своя' })).id
  await add(mine, deposit, stranger)
  const foreign = [
    { type: 'payment', amount: 1, appointment_id: visitId },
    { type: 'refund', amount: 1, refunds: line?.id ?? 0 },
    { type: 'correction', amount: 1, reason: 'Чужая', corrects: line?.id ?? 0 },
  ] as const
  for (const draft of foreign)
    assert.is(await codeOf(add(mine, draft, stranger)), 'unknown_reference')
  assert.is(await balance(id), 1000)
})

test.run()
