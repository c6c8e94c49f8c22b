import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await server.found()
const database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
test.after(async () => {
  await database.end()
  await server.close()
})

const draft = {
  ...{ name: 'Студия', slug: 'studio', currency: 'EUR', time_zone: 'Europe/Berlin', locale: 'ru' },
  owner: { email: 'Owner@Studio.Test', password: 'a long password' },
}
const create = (body: object) => server.http('POST', '/v1/organizations', { body })
const get = (credential: string) => server.http('GET', '/v1/organization', { credential })
const change = (body: object, headers = {}, credential = clinic.owner) =>
  server.http('PATCH', '/v1/organization', { body, credential, headers })

test('whoever founds an organization is its owner, with a key of each kind', async () => {
  const { status, json, text } = await create(draft)
  assert.is(status, 201, text)
  const { tokens, publishable_key, secret_key } = json
  const { access_token } = tokens as { access_token: string }
  for (const credential of [access_token, String(publishable_key), String(secret_key)])
    assert.is((await get(credential)).json['slug'], 'studio')
  const me = await server.http('GET', '/v1/auth/staff', { credential: access_token })
  assert.is(me.json['role'], 'owner')
  assert.is(me.json['email'], 'owner@studio.test')
  assert.is(me.json['locale'], 'ru')
})

test('a slug is one organization’s, and a refused one leaves nothing behind', async () => {
  const count = async () =>
    (await database.query<{ n: number }>('select count(*)::integer as n from staff')).rows[0]?.n
  const before = await count()
  const { status, json } = await create({ ...draft, slug: clinic.slug })
  assert.is(status, 409)
  assert.is(json['code'], 'already_exists')
  assert.is(await count(), before)
})

test('without the session store nobody is founded, and the slug stays free', async () => {
  const { sessions } = server.app.ephemeral
  const { begin } = sessions
  sessions.begin = async () => {
    throw Object.assign(new Error('down'), { name: 'EphemeralDown' })
  }
  assert.is((await create({ ...draft, slug: 'later' })).status, 503)
  sessions.begin = begin
  assert.is((await create({ ...draft, slug: 'later' })).status, 201)
})

test('D4: zones, currencies and slugs that do not exist are refused', async () => {
  const bad = [
    ...['Mars/Phobos', 'UTC+25', '../../etc/passwd', 'EST5EDT;x', '', 'europe/berlin'].map(
      (time_zone) => ({ time_zone }),
    ),
    ...['eur', 'XXXX', ''].map((currency) => ({ currency })),
    ...['Studio', '-studio', 'a b', '', 'x'.repeat(64)].map((slug) => ({ slug })),
    { owner: { ...draft.owner, password: 'short' } },
    { owner: { ...draft.owner, role: 'platform' } },
  ]
  for (const part of bad)
    assert.is(
      (await create({ ...draft, slug: 'other', ...part })).status,
      400,
      JSON.stringify(part),
    )
})

test('closed sign-up refuses everybody', async () => {
  server.app.config.signup = false
  const { status, json } = await create({ ...draft, slug: 'closed' })
  server.app.config.signup = true
  assert.is(status, 403)
  assert.is(json['code'], 'signup_closed')
})

test('an organization is changed by its admins; its currency and slug are for good', async () => {
  const changed = await change({ name: 'Новое имя', policies: { lead_time_min: 60 } })
  assert.is(changed.json['name'], 'Новое имя')
  assert.equal(changed.json['policies'], { lead_time_min: 60 })
  const replaced = await change({ policies: { horizon_days: 30 } })
  assert.equal(replaced.json['policies'], { horizon_days: 30 })
  for (const body of [{ currency: 'USD' }, { slug: 'x' }, {}])
    assert.is((await change(body)).status, 400, JSON.stringify(body))
  assert.is((await change({ name: 'x' }, {}, clinic.publishable)).status, 403)
})

test('a visitor reads the clinic’s words in their language, its staff as they are written', async () => {
  const translations = { en: { name: 'Arbat Clinic', about: 'Massage' } }
  await change({ name: 'Клиника', branding: { about: 'Массаж', color: '#0a6e5c' }, translations })
  const shown = async (credential: string, language: string) => {
    const headers = { 'accept-language': language }
    const { json } = await server.http('GET', '/v1/organization', { credential, headers })
    const { name, branding } = json as { name: string; branding: { about: string; color: string } }
    return [name, branding.about, branding.color]
  }
  assert.equal(await shown(clinic.publishable, 'en'), ['Arbat Clinic', 'Massage', '#0a6e5c'])
  assert.equal(await shown(clinic.publishable, 'ru'), ['Клиника', 'Массаж', '#0a6e5c'])
  assert.equal(await shown(clinic.owner, 'en'), ['Клиника', 'Массаж', '#0a6e5c'])
  for (const wrong of [{ de: {} }, { en: { name: '' } }, { en: { slogan: 'x' } }])
    assert.is((await change({ translations: wrong })).status, 400, JSON.stringify(wrong))
})

test('a change with a stale version is refused', async () => {
  const tag = (await get(clinic.owner)).headers.get('etag') ?? ''
  assert.is((await change({ name: 'A' }, { 'If-Match': tag })).status, 200)
  assert.is((await change({ name: 'B' }, { 'If-Match': tag })).status, 412)
  assert.is((await get(clinic.owner)).json['name'], 'A')
})

test('a change of the policies is news to whoever caches the catalogue', async () => {
  const version = async () => {
    const { rows } = await database.query<{ v: string }>(
      'select catalogue_version::text as v from organizations where id = $1',
      [clinic.organizationId],
    )
    return Number(rows[0]?.v)
  }
  const before = await version()
  await change({ policies: { approval: true } })
  assert.ok((await version()) > before)
})

test.run()
