import { listOperations } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { callers, createCredentials } from './matrix/callers.ts'
import { changedTables, createDigest } from './matrix/digest.ts'
import { entries } from './matrix/entries.ts'
import { startGround } from './matrix/ground.ts'
import { inTurns } from './matrix/in-turns.ts'
import { misspelled, overrides, rawAsk } from './matrix/paths.ts'
import { requestOf } from './matrix/request.ts'
import { strongest } from './matrix/values.ts'
import { makeWorld } from './matrix/world.ts'

const ground = await startGround()
const credentialOf = createCredentials(ground)
test.after(ground.close)
const { owner, server } = ground

const operations = listOperations()
const world = await makeWorld(ground)
const credentials = new Map<string, string>()
for (const name of ['the owner', 'a client', 'the publishable key'] as const)
  credentials.set(name, (await credentialOf(world, callers[name], undefined)) ?? '')
const digestOf = await createDigest(owner)
const atFirst = await digestOf(world.organizationId)

async function assertUntouched(): Promise<void> {
  assert.equal(changedTables(atFirst, await digestOf(world.organizationId)), [])
}

function headersOf(caller: string, body: string | undefined): Record<string, string> {
  return {
    authorization: `Bearer ${credentials.get(caller)}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

test('an operation has one spelling of its path', async () => {
  const complaints: string[] = []
  await inTurns(operations, async ({ id, operation }) => {
    const caller = strongest(operation)
    const made = requestOf(operation, entries[id], world.own, callers[caller].who)
    const { method } = made
    const body = made.body && JSON.stringify(made.body)
    const headers = headersOf(caller, body)
    for (const path of misspelled(operation.path, made.path)) {
      const { status, type } = await rawAsk(server.url, { method, path, headers, body })
      // Beside the API there are pages, for whom every path is the client site.
      const isPage = type.startsWith('text/html') && !path.startsWith('/v1/')
      if (![400, 404, 405].includes(status) && !isPage)
        complaints.push(`${method} ${path}: ${status}`)
    }
  })
  assert.equal(complaints, [])
  await assertUntouched()
})

test('the method is that of the request line', async () => {
  const complaints: string[] = []
  const writes = operations.filter(({ operation: { method } }) => method !== 'GET')
  await inTurns(writes, async ({ id, operation }) => {
    for (const caller of ['the owner', 'a client'] as const) {
      const { path } = requestOf(operation, entries[id], world.own, callers[caller].who)
      const headers = headersOf(caller, undefined)
      const plain = await rawAsk(server.url, { method: 'GET', path, headers })
      for (const name of overrides) {
        const value = name.endsWith('URL') ? path : operation.method
        const more = { ...headers, [name]: value }
        const { status } = await rawAsk(server.url, { method: 'GET', path, headers: more })
        if (status !== plain.status)
          complaints.push(`${name} ${operation.method} ${path}: ${status}`)
      }
      const asked = `${path}?_method=${operation.method}`
      const { status } = await rawAsk(server.url, { method: 'GET', path: asked, headers })
      if (![400, 403, 404, 405].includes(status)) complaints.push(`${asked}: ${status}`)
    }
  })
  assert.equal(complaints, [])
  await assertUntouched()
})

test('other methods do nothing', async () => {
  const methods = ['PUT', 'PATCH', 'DELETE', 'POST', 'PROPFIND', 'LOCK', 'TRACE', 'HEAD']
  const complaints: string[] = []
  const paths = new Set(operations.map(({ operation: { path } }) => path))
  await inTurns([...paths], async (path) => {
    const here = operations.filter(({ operation }) => operation.path === path)
    const known = new Set<string>(here.map(({ operation: { method } }) => method))
    const { id, operation } = here[0]!
    const made = requestOf(operation, entries[id], world.own, 'owner')
    for (const method of methods.filter((each) => !known.has(each))) {
      if (method === 'HEAD' && known.has('GET')) continue
      const headers = headersOf('the owner', undefined)
      const { status } = await rawAsk(server.url, { method, path: made.path, headers })
      if (![404, 405, 501].includes(status)) complaints.push(`${method} ${made.path}: ${status}`)
    }
  })
  assert.equal(complaints, [])
  await assertUntouched()
})

test('nothing else answers under the API than its operations and its description', async () => {
  const headers = headersOf('the owner', undefined)
  const hidden = [
    '',
    '/',
    '/internal',
    '/debug',
    '/_get',
    '/metrics',
    '/healthz',
    '/admin',
    '/docs',
  ]
  for (const path of [...hidden.map((rest) => `/v1${rest}`), '/v0/clients', '/clients', '/debug'])
    for (const method of ['GET', 'POST']) {
      const { status, type } = await rawAsk(server.url, { method, path, headers })
      const isPage = type.startsWith('text/html') && !path.startsWith('/v1')
      assert.ok([404, 405].includes(status) || isPage, `${method} ${path}: ${status}`)
    }
})

test.run()
