import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../../test/server.ts'
import { sitePolicy, widgetPolicy } from '../site/policy.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

const server = await startServer({ PUBLIC_URL: 'https://zapis.example' })
test.after(() => server.close())
const get = (path: string, language = 'ru') =>
  server.http('GET', path, { headers: { 'accept-language': language } })
const plain = (html: string) =>
  html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll(';\n', '; ')

test('the guide publishes the policies as they are, in both languages', async () => {
  for (const language of ['ru', 'en']) {
    const { status, text, headers } = await get('/docs/widget', language)
    assert.is(status, 200)
    assert.match(text, `<html lang="${language}"`)
    assert.ok(plain(text).includes(widgetPolicy('https://zapis.example')))
    assert.ok(plain(text).includes(sitePolicy))
    assert.is(headers.get('content-security-policy'), sitePolicy)
    assert.not.match(text, /\{\w+(Policy)?\}/)
  }
})

test('both languages of the guide say the same things', () => {
  const shape = ({ body }: { body: string }) => body.match(/<\/?(?:h2|ol|ul|li|dt|pre)\b/g)
  assert.equal(shape(ru), shape(en))
})

test('the examples are served as they lie in the repository, under the strict policy', async () => {
  for (const name of ['clinic', 'embed']) {
    const { status, text, headers } = await get(`/examples/${name}`)
    assert.is(status, 200)
    assert.match(text, '/widget/booking-widget.js')
    assert.is(headers.get('content-security-policy'), sitePolicy)
    const files = [...text.matchAll(/(?:src|href)="(\/examples\/[^"]+)"/g)].map(([, file]) => file)
    for (const file of files) assert.is((await get(file ?? '')).status, 200, file)
  }
  assert.match((await get('/examples/react/booking.tsx')).headers.get('content-type') ?? '', 'text')
  assert.is((await get('/examples/../package.json')).status, 404)
  assert.is((await get('/examples/none')).status, 404)
})

test.run()
