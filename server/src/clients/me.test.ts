import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal } from '../catalogue/test/refusal.ts'
import { openDesk, post, visit } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { clinic, server, sql } = desk
const { admin } = clinic

test('a client sees and changes themself, without what the staff keep', async () => {
  const { id } = await admin.clients.create({
    first_name: 'Лиза',
    phone: '+79041234567',
    notes: 'Опаздывает',
    tags: ['vip'],
  })
  const client = await desk.asClient(id)
  const me = await client.me.get()
  assert.is(me.phone, '+79041234567')
  assert.not.ok('notes' in me || 'tags' in me || 'blocked' in me)
  const changed = await client.me.update({ last_name: 'Новая', locale: 'en' })
  assert.is(changed.last_name, 'Новая')
  assert.is(changed.version, me.version + 1)
  assert.is((await admin.clients.get(id)).locale, 'en')
})

test('a client does not change the contacts that they sign in by', async () => {
  const { id } = await admin.clients.create({ first_name: 'Лиза' })
  const credential = await desk.tokenOf(id)
  for (const body of [{ phone: '+79040000001' }, { email: 'x@mail.test' }, { blocked: false }]) {
    const answer = await server.http('PATCH', '/v1/me', { credential, body })
    assert.is(answer.status, 400)
    assert.is((await admin.clients.get(id)).version, 1)
  }
})

test('Z2: a client’s visits, discounts, consents and export are their own', async () => {
  const { id } = await admin.clients.create({ first_name: 'Одна' })
  const { id: other } = await admin.clients.create({ first_name: 'Другая' })
  const mine = await visit(desk, id)
  await visit(desk, other, { starts: '2026-02-12T10:00:00Z' })
  await admin.clients.addDiscount(other, { discount_percent: 5 })
  await post(desk, id, { type: 'deposit', amount: 500 })
  await post(desk, other, { type: 'deposit', amount: 700 })
  const client = await desk.asClient(id)
  const visits = await client.me.appointments().toArray()
  assert.equal(
    visits.map((each) => each.id),
    [mine],
  )
  assert.equal(await client.me.discounts().toArray(), [])
  const kept = await client.me.export()
  assert.is(kept.client.id, id)
  assert.is(kept.appointments.length, 1)
  assert.equal(kept.discounts, [])
  assert.equal(
    kept.transactions.map((line) => line['amount']),
    [{ amount: 500, currency: 'RUB' }],
  )
})

test('an export is written into the audit log', async () => {
  const { id } = await admin.clients.create({ first_name: 'Выписка' })
  await (await desk.asClient(id)).me.export()
  await admin.clients.export(id)
  const log = await sql<{ action: string; actor: string }>(
    `select action, actor from audit_log where subject = $1 and action like '%export' order by id`,
    [`client:${id}`],
  )
  assert.equal(
    log.map(({ action }) => action),
    ['me.export', 'clients.export'],
  )
  assert.is(log[0]?.actor, `client:${id}`)
})

test('blocking a client, or changing their phone, signs them out', async () => {
  const { id } = await admin.clients.create({ first_name: 'Вон', phone: '+79042220001' })
  const client = await desk.asClient(id)
  await client.me.get()
  await admin.clients.update(id, { phone: '+79042220002' })
  assert.is(await refusal(client.me.get()), 'unauthenticated')
  const again = await desk.asClient(id)
  await again.me.get()
  await admin.clients.update(id, { blocked: true })
  assert.is(await refusal(again.me.get()), 'unauthenticated')
})

test('staff and keys are nobody’s self', async () => {
  assert.is(await refusal(admin.me.get()), 'forbidden')
  assert.is(await refusal(clinic.site.me.get()), 'forbidden')
})

test.run()
