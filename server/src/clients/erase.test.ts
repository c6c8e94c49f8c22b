import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal } from '../catalogue/test/refusal.ts'
import { openDesk, post, visit } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { clinic, server, sql } = desk
const { admin, organizationId } = clinic

/** Every value of every table that is text in some way, or an array or document of it. */
async function placesOf(canaries: string[]): Promise<string[]> {
  const columns = await sql<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and table_name in (select tablename from pg_tables where schemaname = 'public')`,
  )
  const found: string[] = []
  for (const { table_name: table, column_name: column } of columns)
    for (const canary of canaries) {
      const rows = await sql(
        `select 1 from "${table}" where strpos(lower("${column}"::text), lower($1)) > 0 limit 1`,
        [canary],
      )
      if (rows.length > 0) found.push(`${table}.${column}: ${canary}`)
    }
  return found
}

const canaries = ['канарейкина', '9031112233', 'canary@', 'canarynote', 'canarytag']

async function canary(): Promise<number> {
  const { id } = await admin.clients.create({
    first_name: 'Канарейкина',
    last_name: 'Канарейкина',
    phone: '+79031112233',
    email: 'canary@mail.test',
    birth_date: '1990-05-17',
    notes: 'canarynote',
    tags: ['canarytag'],
  })
  return id
}

test('P1: after an erasure no column of the database has the name, the phone, the e-mail or the notes', async () => {
  const id = await canary()
  const client = await desk.asClient(id)
  await client.me.update({ iname: 'Канарейкина' })
  await server.http('POST', '/v1/auth/code', {
    credential: clinic.publishable,
    body: { phone: '+79031112233' },
  })
  const appointmentId = await visit(desk, id, { note: 'canarynote' })
  await sql(`update appointments set cancel_reason = 'canarynote' where id = $1`, [appointmentId])
  const coming = await visit(desk, id, { starts: '2090-01-12T10:00:00Z', status: 'confirmed' })
  await client.appointments.cancel(coming, { reason: 'canarynote' })
  await sql(
    `insert into appointment_discounts (organization_id, appointment_id, discount_percent, amount, kind, reason)
     values ($1, $2, 5, 12500, 'client', 'canarynote')`,
    [organizationId, appointmentId],
  )
  await admin.clients.addDiscount(id, { discount_percent: 5, reason: 'canarynote' })
  await sql(
    `insert into push_subscriptions (organization_id, client_id, endpoint, p256dh, auth) values ($1, $2, 'https://push.test/canary@', 'k', 'a')`,
    [organizationId, id],
  )
  await sql(
    `insert into notifications (organization_id, event_id, client_id, channel, recipient, template, locale, payload)
     select organization_id, max(id), $2, 'email', 'canary@mail.test', 'booked', 'ru', '{"name": "Канарейкина"}'
     from events where organization_id = $1 group by organization_id`,
    [organizationId, id],
  )
  assert.ok((await placesOf(canaries)).length > 5)

  const erased = await admin.clients.erase(id)

  assert.equal(await placesOf(canaries), [])
  assert.ok(erased.erased_at)
  assert.is(erased.first_name, '')
  assert.is(erased.birth_date, null)
  const [notification] = await sql<{ status: string }>(
    `select status from notifications where client_id = $1`,
    [id],
  )
  assert.is(notification?.status, 'skipped')
})

test('an erasure keeps the visits, their prices and the ledger', async () => {
  const { id } = await admin.clients.create({ first_name: 'Счёт' })
  await post(desk, id, { type: 'deposit', amount: 250_000 })
  const appointmentId = await visit(desk, id)
  await post(desk, id, { type: 'payment', amount: -250_000, appointmentId })
  await sql(
    `insert into appointment_discounts (organization_id, appointment_id, discount_percent, amount, kind, reason)
     values ($1, $2, 5, 12500, 'client', 'Свои')`,
    [organizationId, appointmentId],
  )
  await admin.clients.erase(id)
  const kept = await admin.clients.export(id)
  assert.is(kept.transactions.length, 2)
  assert.is(kept.appointments[0]?.total.amount, 250_000)
  assert.equal(
    kept.appointments[0]?.discounts.map(({ amount, reason }) => [amount.amount, reason]),
    [[12_500, '']],
  )
})

test('who has a coming visit is not erased until it is cancelled', async () => {
  const { id } = await admin.clients.create({ first_name: 'Ждём' })
  const coming = await visit(desk, id, { starts: '2090-01-12T10:00:00Z', status: 'confirmed' })
  assert.is(await refusal(admin.clients.erase(id)), 'still_in_use')
  assert.is((await admin.clients.get(id)).first_name, 'Ждём')
  await admin.appointments.cancel(coming)
  assert.ok((await admin.clients.erase(id)).erased_at)
})

test('an erasure repeated is the same answer, and is told once', async () => {
  const { id } = await admin.clients.create({ first_name: 'Дважды' })
  const first = await admin.clients.erase(id)
  assert.equal(await admin.clients.erase(id), first)
  const events = await sql<{ payload: unknown }>(
    `select payload from events where type = 'client.erased' and subject_id = $1`,
    [id],
  )
  assert.equal(events, [{ payload: { object: { id } } }])
})

test('an erased client is not found, changed, or given anything', async () => {
  const { id } = await admin.clients.create({ first_name: 'Исчезнувшая' })
  await admin.clients.erase(id)
  assert.equal(await admin.clients.list({ search: 'Исчезнувшая' }).toArray(), [])
  assert.is(await refusal(admin.clients.update(id, { first_name: 'Снова' })), 'conflict')
  assert.is(await refusal(admin.clients.addDiscount(id, { discount_percent: 5 })), 'not_found')
})

test('the contacts of an erased client are free for a new one', async () => {
  const contacts = { phone: '+79037770011', email: 'free@mail.test' }
  const { id } = await admin.clients.create({ first_name: 'Первая', ...contacts })
  await admin.clients.erase(id)
  assert.is.not((await admin.clients.create({ first_name: 'Вторая', ...contacts })).id, id)
})

test('a client erases themself and is signed out', async () => {
  const { id } = await admin.clients.create({ first_name: 'Сама' })
  const client = await desk.asClient(id)
  await client.me.erase()
  assert.is(await refusal(client.me.get()), 'unauthenticated')
  assert.ok((await admin.clients.get(id)).erased_at)
})

test.run()
