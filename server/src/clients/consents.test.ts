import { createHash } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal } from '../catalogue/test/refusal.ts'
import { guest } from '../test/clinic.ts'
import { openDesk } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { clinic, server, sql } = desk
const { admin } = clinic

const first = { kind: 'personal_data', version: '1', locale: 'ru', text: 'Я согласен' } as const
const english = { ...first, locale: 'en', text: 'I agree' } as const
const advertisements = { kind: 'marketing', version: 'm1', locale: 'ru', text: 'Пишите' } as const
test.before(async () => {
  for (const text of [first, english, advertisements]) await admin.consentTexts.create(text)
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function newClient(): Promise<number> {
  return (await admin.clients.create({ first_name: 'Согласная' })).id
}

test('a new version of a text is shown instead of the old one, and the old one stays', async () => {
  const kind = 'third_party'
  await admin.consentTexts.create({ kind, version: '1', locale: 'ru', text: 'Старый' })
  await admin.consentTexts.create({ kind, version: '2', locale: 'ru', text: 'Новый' })
  const shown = await clinic.site.consentTexts.list().toArray()
  assert.equal(
    shown.filter((text) => text.kind === kind).map(({ text }) => text),
    ['Новый'],
  )
  const id = await newClient()
  const old = await admin.clients.addConsent(id, { kind, version: '1', granted: true })
  assert.is(old.text_hash, sha256('Старый'))
})

test('a published text is never changed or removed', async () => {
  assert.is(
    await refusal(admin.consentTexts.create({ ...first, text: 'Другое' })),
    'already_exists /version',
  )
  for (const change of [`update consent_texts set text = 'x'`, `delete from consent_texts`])
    assert.match(await sqlRefusal(change), /append-only/)
})

test('personal data needs a consent to be booked, and advertisements never do', async () => {
  const shown = await clinic.site.consentTexts.list().toArray()
  const required = (kind: string) => shown.find((text) => text.kind === kind)?.required
  assert.is(required('personal_data'), true)
  assert.is(required('marketing'), false)
  const draft = { ...advertisements, version: 'm2', required: true }
  assert.is(await refusal(admin.consentTexts.create(draft)), 'invalid_data /required')
})

test('a consent given with a booking keeps its evidence', async () => {
  const held = await clinic.site.appointments.book({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at('10:00'),
  })
  const visit = await clinic.site.appointments.confirm(
    { hold: held.hold, client: guest(), consents: [{ kind: 'personal_data', version: '1' }] },
    { headers: { 'accept-language': 'en', 'user-agent': 'a browser' } },
  )
  const [record] = await sql<Record<string, unknown>>(
    `select kind, text_version, text_hash, locale, granted, ip, user_agent, source, appointment_id
     from client_consents where client_id = $1`,
    [visit.client_id],
  )
  const { ip, ...evidence } = record ?? {}
  assert.equal(evidence, {
    kind: 'personal_data',
    text_version: '1',
    text_hash: sha256('I agree'),
    locale: 'en',
    granted: true,
    user_agent: 'a browser',
    source: 'widget',
    appointment_id: visit.id,
  })
  assert.match(String(ip), /127\.0\.0\.1/)
})

test('a consent to a text that was never published is refused with its place, and nothing is booked', async () => {
  const held = await clinic.site.appointments.book({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at('12:00'),
  })
  const consents = [
    { kind: 'personal_data', version: '1' },
    { kind: 'marketing', version: '7' },
  ] as const
  const confirmed = clinic.site.appointments.confirm({
    hold: held.hold,
    client: guest(),
    consents: [...consents],
  })
  assert.is(await refusal(confirmed), 'unknown_reference /consents/1/version')
  const [row] = await sql<{ n: number }>(
    `select count(*)::integer as n from appointments where starts_at = $1`,
    [held.starts_at],
  )
  assert.is(row?.n, 0)
})

test('a withdrawal is a record of its own, the newest first', async () => {
  const id = await newClient()
  const client = await desk.asClient(id)
  const given = await client.me.addConsent({ kind: 'marketing', granted: true })
  const withdrawn = await client.me.addConsent({ kind: 'marketing', granted: false })
  assert.is(given.version, 'm1')
  assert.is(given.source, 'site')
  const mine = await client.me.consents().toArray()
  assert.equal(mine, [withdrawn, given])
  assert.equal(await admin.clients.consents(id, { limit: 1 }).toArray(), mine)
})

test('what the staff record is told from what the client did', async () => {
  const id = await newClient()
  const change = { kind: 'marketing', granted: true } as const
  assert.is((await server.as(clinic.owner).clients.addConsent(id, change)).source, 'admin')
  assert.is((await admin.clients.addConsent(id, change)).source, 'api')
})

test('a consent to what has no text is refused', async () => {
  const id = await newClient()
  const change = { kind: 'personal_data', version: '99', granted: true } as const
  assert.is(await refusal(admin.clients.addConsent(id, change)), 'unknown_reference /version')
  const other = server.as((await server.found()).secret)
  const { id: theirs } = await other.clients.create({ first_name: 'Там' })
  assert.is(
    await refusal(other.clients.addConsent(theirs, { kind: 'marketing', granted: true })),
    'unknown_reference /kind',
  )
})

test('a record of consent is never changed or removed', async () => {
  const id = await newClient()
  await admin.clients.addConsent(id, { kind: 'marketing', granted: true })
  for (const change of [
    `update client_consents set granted = false`,
    `update client_consents set ip = '10.0.0.1'`,
    `delete from client_consents`,
  ])
    assert.match(await sqlRefusal(change), /append-only/)
})

async function sqlRefusal(text: string): Promise<string> {
  try {
    await sql(text)
    return 'done'
  } catch (error) {
    return String(error)
  }
}

test.run()
