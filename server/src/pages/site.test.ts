import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'
import { linesOf } from './site/places.ts'

const server = await startServer({ SITE_HOSTS: 'book.arbat.example=arbat' })
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
owner.on('error', () => undefined)
test.after(async () => {
  await owner.end()
  await server.close()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  server.http('GET', path, { headers: { 'accept-language': 'ru', ...headers } })

const beforeAnyClinic = await get('/')
test('before any clinic is founded the site says so', () => {
  assert.is(beforeAnyClinic.status, 404)
  assert.match(beforeAnyClinic.text, 'Здесь пока нет сайта клиники')
})

const first = await makeClinic(server)
const arbat = await server.found('arbat')
await server.as(arbat.owner).organization.update({
  name: '<b>Клиника</b> "на Арбате"',
  branding: { about: 'Массаж </script><script>alert(1)</script>', color: '#0a6e5c' },
})

const keyOf = (html: string) => /<booking-widget api-key="([^"]+)"/.exec(html)?.[1] ?? ''

test('the site is that of the first clinic, of the one that is named, or of the host’s', async () => {
  const slugOf = (html: string) => /manifest\?clinic=([\w-]+)/.exec(html)?.[1]
  const slugs = []
  for (const [path, headers] of [
    ['/', {}],
    ['/?clinic=arbat', {}],
  ] as const)
    slugs.push(slugOf((await get(path, headers)).text.replaceAll('webmanifest', 'manifest')))
  assert.equal(slugs, [first.slug, 'arbat'])
  const hosted = await hostGet('/', 'book.arbat.example')
  assert.match(hosted, 'clinic=arbat')
  assert.is((await get('/?clinic=nobody')).status, 404)
  assert.is((await get(`/?clinic=${encodeURIComponent("' or 1=1")}`)).status, 404)
})

/** fetch does not let one say which host one means. */
async function hostGet(path: string, host: string): Promise<string> {
  const { request } = await import('undici')
  const { body } = await request(server.url + path, { headers: { host } })
  return body.text()
}

test('the site’s key books at its clinic, is the same each time, and switched off it switches the site off', async () => {
  const [one, again] = [await get('/?clinic=arbat'), await get('/?clinic=arbat')]
  const key = keyOf(one.text)
  assert.match(key, /^pk_site_/)
  assert.is(keyOf(again.text), key)
  assert.is((await server.as(key).organization.get()).slug, 'arbat')
  const keys = server.as(arbat.owner).apiKeys
  const { data } = await keys.list()
  const own = data.filter(({ name }) => name === 'Client site')
  assert.is(own.length, 1)
  await keys.revoke(own[0]!.id)
  assert.is((await get('/?clinic=arbat')).status, 404)
  await owner.query('update api_keys set revoked_at = null where id = $1', [own[0]!.id])
})

test('X1: what the clinic says of itself is text', async () => {
  const { text } = await get('/?clinic=arbat')
  assert.not.match(text, '<b>Клиника')
  assert.not.match(text, '<script>alert')
  assert.match(text, '&lt;b&gt;Клиника&lt;/b&gt; &quot;на Арбате&quot;')
  assert.match(text, 'Массаж &lt;/script&gt;')
  const data = /id="page-data">([^<]*)<\/script>/.exec(text)?.[1] ?? ''
  assert.is((JSON.parse(data) as { name: string }).name, '<b>Клиника</b> "на Арбате"')
})

test('the language is the browser’s, or the one that is asked for', async () => {
  const langOf = async (path: string, accept: string) =>
    /<html lang="(\w+)"/.exec((await get(path, { 'accept-language': accept })).text)?.[1]
  assert.equal(
    [await langOf('/', 'ru-RU,ru;q=0.9'), await langOf('/', 'de'), await langOf('/?lang=en', 'ru')],
    ['ru', 'en', 'en'],
  )
  const { text, headers } = await get('/?service=3&lang=ru')
  assert.match(headers.get('vary') ?? '', 'Accept-Language')
  assert.match(text, 'href="/?service=3&amp;lang=en" hreflang="en"')
})

test('a deep link chooses branch, service and specialist; anything else in it is left alone', async () => {
  const { text } = await get('/?location=1&service=2&specialist=3')
  assert.match(text, /<booking-widget [^>]*location="1" service="2" specialist="3"/)
  const odd = await get('/?location=1%22%20onload=x&service=-1&specialist=1&specialist=2')
  assert.not.match(odd.text, /<booking-widget[^>]*(location|service|specialist)=/)
  assert.not.match(odd.text, '" onload')
})

test('the places say where they are and when they are open', async () => {
  await first.admin.locations.update(first.locationId, {
    city: 'Москва',
    address: 'ул. Арбат, 10',
    phone: '+74955550101',
  })
  const { text } = await get('/')
  assert.match(text, 'Москва, ул. Арбат, 10')
  assert.match(text, '<a class="phone" href="tel:+74955550101">+7 495 555-01-01</a>')
  assert.match(text, '<dt>пн–вс</dt><dd>09:00–18:00</dd>')
})

test('days that follow each other with the same hours are one line', () => {
  const day = (from: number, to: number) => ({
    day: from,
    hours: [['09:00', `${to}:00`]] as [string, string][],
  })
  assert.equal(
    linesOf([day(1, 18), day(2, 18), day(4, 18), day(6, 15)]).map(({ from, to, hours }) => [
      from,
      to,
      hours.length,
    ]),
    [
      [1, 2, 1],
      [3, 3, 0],
      [4, 4, 1],
      [5, 5, 0],
      [6, 6, 1],
      [7, 7, 0],
    ],
  )
})

test('the clinic’s page, its app and a visit’s page say the clinic’s words in the visitor’s language', async () => {
  const { admin, slug } = first
  const translations = { en: { name: 'Posture Clinic', about: 'Massage and doctors' } }
  await admin.organization.update({ translations })
  const english = await get(`/?clinic=${slug}&lang=en`)
  assert.match(english.text, '<h1>Posture Clinic</h1>')
  assert.match(english.text, 'Massage and doctors')
  assert.not.match((await get(`/?clinic=${slug}`)).text, 'Posture Clinic')
  const manifest = await get(`/manifest.webmanifest?clinic=${slug}&lang=en`)
  assert.is(manifest.json['name'], 'Posture Clinic')
  const { code } = await bookAt(first, '16:00')
  const visit = await get(`/v1/manage/${code}`, { 'accept-language': 'en' })
  assert.is(visit.json['organization_name'], 'Posture Clinic')
})

test('the manifest makes an app of this clinic in this language', async () => {
  const { json, headers } = await get('/manifest.webmanifest?clinic=arbat&lang=en')
  assert.is(headers.get('content-type'), 'application/manifest+json; charset=utf-8')
  assert.is(json['start_url'], '/?clinic=arbat&lang=en')
  assert.is(json['id'], '/?clinic=arbat')
  assert.is(json['display'], 'standalone')
  const icons = json['icons'] as { src: string; type: string; purpose: string }[]
  assert.ok(icons.some(({ purpose }) => purpose === 'maskable'))
  for (const { src, type } of icons) {
    const icon = await get(src)
    assert.is(icon.status, 200, src)
    assert.match(icon.headers.get('content-type') ?? '', type)
  }
})

test('every page of the site has its strict policy, and the visit’s page tells nobody its address', async () => {
  const { code } = await bookAt(first, '10:00')
  const pages = ['/', '/offline', `/manage/${code}`, '/?clinic=nobody']
  for (const path of pages) {
    const { headers, text } = await get(path)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, "default-src 'none'", path)
    assert.match(policy, "require-trusted-types-for 'script'")
    assert.not.match(policy, 'unsafe')
    assert.is(headers.get('x-content-type-options'), 'nosniff')
    assert.not.match(text, /<style|\sstyle=|\son\w+=/)
    assert.not.match(text, /<script(?![^>]* (?:src|type="application\/json"))/)
  }
  const { headers, text } = await get(`/manage/${code}`)
  assert.is(headers.get('referrer-policy'), 'no-referrer')
  assert.match(text, '<meta name="robots" content="noindex">')
  assert.not.match(text, code)
})

test('H6: the site is framed by itself and by the messengers alone', async () => {
  const policy = (await get('/')).headers.get('content-security-policy') ?? ''
  const ancestors = /frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(' ')
  assert.equal(ancestors, [
    "'self'",
    'https://web.telegram.org',
    'https://webk.telegram.org',
    'https://webz.telegram.org',
    'https://web.max.ru',
  ])
})

test('a page is only read', async () => {
  const { status, headers } = await server.http('POST', '/', { body: {} })
  assert.equal([status, headers.get('allow')], [405, 'GET, HEAD'])
})

test('who follows a broken link gets a page, a program the bare status', async () => {
  const html = { headers: { accept: 'text/html', 'accept-language': 'en' } }
  for (const way of ['/nowhere', '/manage/x', '/admin/nowhere']) {
    const answer = await fetch(`${server.url}${way}`, html)
    assert.is(answer.status, 404, way)
    const page = await answer.text()
    assert.match(page, 'There is no such page')
    assert.match(page, '<a class="main" href="/">')
  }
  const program = await fetch(`${server.url}/nowhere`, { headers: { accept: 'application/json' } })
  assert.is(program.status, 404)
  assert.is(await program.text(), 'Not Found')
})

test.run()
