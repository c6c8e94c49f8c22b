import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Koa from 'koa'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { assets } from './assets.ts'

const root = await mkdtemp(path.join(tmpdir(), 'zapis-assets-'))
const folder = path.join(root, 'dist')
await mkdir(path.join(folder, 'chunks'), { recursive: true })
const text = `export const word = '${'ключ '.repeat(400)}'`
await writeFile(path.join(folder, 'booking-widget.js'), text)
await writeFile(path.join(folder, 'chunks/months-Ab3_x-9Z.js'), 'export {}')
await writeFile(path.join(folder, '.secret.js'), 'hidden')
await writeFile(path.join(folder, 'notes.txt'), 'not a type of ours')
await writeFile(path.join(root, 'outside.js'), 'outside')

const koa = new Koa()
koa.use(assets({ prefix: '/widget/', folder, foreign: true, missing: 'Run: npm run build' }))
koa.use((ctx) => {
  ctx.body = 'another page'
})
const handle = koa.callback()
const server = http.createServer((request, response) => void handle(request, response))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
test.after(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(root, { recursive: true })
})

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}

/** The path goes out as it is: fetch would take the way up out of it. */
async function ask(
  at: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const request = http.request({ host: '127.0.0.1', port, path: at, headers, method })
  request.end()
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(parts),
  }
}

const entry = '/widget/booking-widget.js'

test('a page of any origin may load the widget', async () => {
  const { status, headers, body } = await ask(entry)
  assert.is(status, 200)
  assert.is(headers['access-control-allow-origin'], '*')
  assert.is(headers['cross-origin-resource-policy'], 'cross-origin')
  assert.is(headers['content-type'], 'text/javascript; charset=utf-8')
  assert.is(headers['x-content-type-options'], 'nosniff')
  assert.is(body.toString(), text)
})

test('the entry is asked about again with every visit, and not sent again', async () => {
  const { headers } = await ask(entry)
  assert.is(headers['cache-control'], 'no-cache')
  const again = await ask(entry, { 'if-none-match': String(headers.etag) })
  assert.equal([again.status, again.body.length], [304, 0])
  const other = await ask(entry, { 'if-none-match': '"another"' })
  assert.is(other.status, 200)
})

test('a chunk whose name is of its content never changes', async () => {
  const { headers } = await ask('/widget/chunks/months-Ab3_x-9Z.js')
  assert.is(headers['cache-control'], 'public, max-age=31536000, immutable')
})

test('each coding says the same, under a tag of its own', async () => {
  const plain = await ask(entry)
  const br = await ask(entry, { 'accept-encoding': 'gzip, deflate, br' })
  const gzip = await ask(entry, { 'accept-encoding': 'gzip' })
  assert.equal([br.headers['content-encoding'], gzip.headers['content-encoding']], ['br', 'gzip'])
  assert.is(brotliDecompressSync(br.body).toString(), text)
  assert.is(gunzipSync(gzip.body).toString(), text)
  assert.is(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size, 3)
  for (const { headers } of [plain, br, gzip]) assert.match(headers.vary ?? '', 'Accept-Encoding')
  const again = await ask(entry, {
    'accept-encoding': 'br',
    'if-none-match': String(br.headers.etag),
  })
  assert.is(again.status, 304)
})

test('there is no way out of the folder, and nothing hidden in it', async () => {
  const ways = ['../outside.js', '..%2foutside.js', '%2e%2e/outside.js', 'chunks/../../outside.js']
  const more = ['.secret.js', 'chunks/', '', 'chunks', 'notes.txt', '/outside.js', '..\\outside.js']
  for (const way of [...ways, ...more, 'booking-widget.js%00.js', 'none.js']) {
    const { status, headers, body } = await ask(`/widget/${way}`)
    assert.is(status, 404, way)
    assert.match(headers['content-type'] ?? '', 'problem+json')
    assert.is((JSON.parse(body.toString()) as { code: string }).code, 'not_found')
  }
})

test('a file is only read', async () => {
  const { status, headers } = await ask(entry, {}, 'POST')
  assert.equal([status, headers.allow], [405, 'GET, HEAD'])
  const head = await ask(entry, {}, 'HEAD')
  assert.equal([head.status, head.body.length], [200, 0])
})

test('what is built anew is served anew', async () => {
  const before = await ask(entry)
  await writeFile(path.join(folder, 'booking-widget.js'), 'export const word = 1')
  await utimes(path.join(folder, 'booking-widget.js'), new Date(), new Date(Date.now() + 5000))
  const after = await ask(entry)
  assert.is(after.body.toString(), 'export const word = 1')
  assert.is.not(after.headers.etag, before.headers.etag)
})

test('before the first build the answer says how to build', async () => {
  await rename(folder, `${folder}-away`)
  const { status, body } = await ask('/widget/chunks/none.js')
  assert.is(status, 404)
  assert.is((JSON.parse(body.toString()) as { detail: string }).detail, 'Run: npm run build')
  await rename(`${folder}-away`, folder)
})

test.run()
