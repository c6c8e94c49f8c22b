import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal } from '../catalogue/test/refusal.ts'
import { openDesk, visit } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { clinic, server, sql } = desk
const { admin } = clinic

const found = async (search: string, sdk = admin) =>
  (await sdk.clients.list({ search }).toArray()).map(({ id }) => id)

let count = 0
const newPhone = () => `+7903${String(1_000_000 + ++count)}`

test('a client is added with contacts in one spelling, and is found again as they are', async () => {
  const made = await admin.clients.create({
    first_name: ' Анна ',
    last_name: 'Петрова',
    phone: '8 (916) 123-45-67',
    email: 'Anna@Clinic.TEST',
    birth_date: '1990-05-17',
    tags: ['vip', ' vip ', 'утро'],
  })
  assert.is(made.phone, '+79161234567')
  assert.is(made.email, 'anna@clinic.test')
  assert.equal(made.tags, ['vip', 'утро'])
  assert.is(made.locale, 'ru')
  assert.is(made.version, 1)
  assert.equal(await admin.clients.get(made.id), made)
})

test('a name or a contact is enough for a client, and nothing is not', async () => {
  const named = await admin.clients.create({ last_name: 'Безымянная' })
  assert.is(named.last_name, 'Безымянная')
  assert.is((await admin.clients.create({ phone: newPhone() })).first_name, 'Клиент')
  assert.is(
    await refusal(admin.clients.create({ notes: 'никто', first_name: '  ' })),
    'contact_required /first_name /phone /email',
  )
})

test('a phone that is no phone is refused with its place', async () => {
  const given = { first_name: 'Анна', phone: '12345' }
  assert.is(await refusal(admin.clients.create(given)), 'phone_invalid /phone')
})

test('a phone and an e-mail belong to one client of a clinic, in any spelling', async () => {
  const phone = newPhone()
  const { id } = await admin.clients.create({ phone, email: 'one@clinic.test' })
  const again = { first_name: 'Другая' }
  const spelled = `8${phone.slice(2)}`
  assert.is(
    await refusal(admin.clients.create({ ...again, phone: spelled })),
    'already_exists /phone',
  )
  assert.is(
    await refusal(admin.clients.create({ ...again, email: 'ONE@clinic.test' })),
    'already_exists /email',
  )
  const other = await admin.clients.create(again)
  assert.is(await refusal(admin.clients.update(other.id, { phone })), 'already_exists /phone')
  await admin.clients.update(id, { phone: null })
  assert.is((await admin.clients.update(other.id, { phone })).phone, phone)
})

test('a change makes a new version, and what changes nothing makes none', async () => {
  const { id } = await admin.clients.create({ first_name: 'Вера', tags: ['a'] })
  const changed = await admin.clients.update(id, { notes: 'Аллергия', blocked: true })
  assert.is(changed.version, 2)
  assert.ok(changed.blocked)
  assert.is((await admin.clients.update(id, { notes: 'Аллергия', tags: ['a'] })).version, 2)
  assert.is(
    await refusal(admin.clients.update(id, { notes: 'Нет' }, { headers: { 'if-match': '"1"' } })),
    'version_conflict',
  )
})

test('the name and both contacts cannot all be taken away', async () => {
  const { id } = await admin.clients.create({ first_name: 'Вера', phone: newPhone() })
  assert.is((await admin.clients.update(id, { first_name: '' })).first_name, 'Клиент')
  const { status } = await server.http('PATCH', `/v1/clients/${id}`, {
    credential: clinic.secret,
    body: { first_name: '', phone: null },
  })
  assert.is(status, 422)
})

test('making and changing a client are told and logged without personal values', async () => {
  const { id } = await admin.clients.create({ first_name: 'Тайна', tags: ['диабет'] })
  await admin.clients.update(id, { last_name: 'Секретова', tags: ['астма'] })
  const events = await sql<{ type: string; payload: unknown }>(
    `select type, payload from events where subject_kind = 'client' and subject_id = $1 order by id`,
    [id],
  )
  assert.equal(events, [
    { type: 'client.created', payload: { object: { id } } },
    { type: 'client.updated', payload: { object: { id } } },
  ])
  const log = await sql<{ line: string }>(
    `select l::text as line from audit_log l where subject = $1`,
    [`client:${id}`],
  )
  assert.is(log.length, 2)
  for (const { line } of log) assert.not.match(line, /Тайна|Секретова|диабет|астма/)
})

test('clients are listed page by page in the order asked for, each once', async () => {
  const whole = await admin.clients.list({ sort: '-last_name' }).toArray()
  const paged = await admin.clients.list({ sort: '-last_name', limit: 2 }).toArray()
  assert.equal(
    paged.map(({ id }) => id),
    whole.map(({ id }) => id),
  )
  const { id } = await admin.clients.create({ first_name: 'Тег', tags: ['редкий'] })
  const tagged = await admin.clients.list({ tag: 'редкий' }).toArray()
  assert.equal(
    tagged.map((client) => client.id),
    [id],
  )
})

test('J7: an order that the contract does not name is refused', async () => {
  const { status } = await server.http('GET', '/v1/clients?sort=notes;drop', {
    credential: clinic.secret,
  })
  assert.is(status, 400)
})

test('Z3: another clinic’s client is not there, for any call', async () => {
  const { id } = await admin.clients.create({ first_name: 'Чужая' })
  const other = await server.found()
  const stranger = server.as(other.secret)
  assert.equal(await found('Чужая', stranger), [])
  const mine = await stranger.clients.create({ first_name: 'Своя' })
  const calls = [
    stranger.clients.get(id),
    stranger.clients.update(id, { first_name: 'Взлом' }),
    stranger.clients.addDiscount(id, { discount_percent: 5 }),
    stranger.clients.merge(id, { duplicate_id: mine.id }),
    stranger.clients.export(id),
    stranger.clients.erase(id),
  ]
  for (const outcome of await Promise.all(calls.map(refusal))) assert.is(outcome, 'not_found')
  assert.is(
    await refusal(stranger.clients.merge(mine.id, { duplicate_id: id })),
    'unknown_reference /duplicate_id',
  )
  assert.is((await admin.clients.get(id)).first_name, 'Чужая')
})

test('Z7: a publishable key and a client reach no clients', async () => {
  const { id } = await admin.clients.create({ first_name: 'Закрытая' })
  assert.is(await refusal(clinic.site.clients.get(id)), 'forbidden')
  assert.is(await refusal((await desk.asClient(id)).clients.get(id)), 'forbidden')
})

test('a specialist sees the clients who had a visit with them, and those visits only', async () => {
  const [own = 0, colleague = 0] = clinic.specialistIds
  const { id } = await admin.clients.create({ first_name: 'Моя' })
  const { id: other } = await admin.clients.create({ first_name: 'Не моя' })
  const mine = await visit(desk, id, { specialistId: own, starts: '2026-01-12T10:00:00Z' })
  await visit(desk, id, { specialistId: colleague, starts: '2026-01-13T10:00:00Z' })
  await visit(desk, other, { specialistId: colleague })
  const specialist = await desk.asSpecialist(own)
  const seen = await specialist.clients.list().toArray()
  assert.equal(
    seen.map((client) => client.id),
    [id],
  )
  assert.is((await specialist.clients.get(id)).first_name, 'Моя')
  const visits = await specialist.clients.appointments(id).toArray()
  assert.equal(
    visits.map((each) => each.id),
    [mine],
  )
  assert.is((await admin.clients.appointments(id).toArray()).length, 2)
  assert.is(await refusal(specialist.clients.get(other)), 'not_found')
  assert.is(await refusal(specialist.clients.discounts(other)), 'not_found')
  assert.is(await refusal(specialist.clients.update(id, { notes: 'x' })), 'forbidden')
})

test('visits of a client are listed newest first', async () => {
  const { id } = await admin.clients.create({ first_name: 'История' })
  const older = await visit(desk, id, { starts: '2026-02-01T10:00:00Z' })
  const newer = await visit(desk, id, { starts: '2026-03-01T10:00:00Z' })
  const visits = await admin.clients.appointments(id, { limit: 1 }).toArray()
  assert.equal(
    visits.map((each) => each.id),
    [newer, older],
  )
})

test.run()
