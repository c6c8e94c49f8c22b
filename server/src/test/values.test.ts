import { listOperations, type Operation, type OperationId } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, codeOf, rowsOf, type Answer } from './matrix/ask.ts'
import { callers, createCredentials } from './matrix/callers.ts'
import { entries } from './matrix/entries.ts'
import { startGround, type World } from './matrix/ground.ts'
import { inTurns } from './matrix/in-turns.ts'
import { day } from './matrix/things.ts'
import {
  at,
  bodyTries,
  idTries,
  queryTries,
  strongest,
  unknownTries,
  type Try,
} from './matrix/values.ts'
import { makeWorld } from './matrix/world.ts'

const ground = await startGround()
const credentialOf = createCredentials(ground)
test.after(ground.close)
const { server } = ground

/** What is wrong with the answer. */
function flaw(id: OperationId, operation: Operation, tried: Try, answer: Answer): string | null {
  const { status } = answer
  const done = status < 300
  const said = `${tried.what}: ${status} ${codeOf(answer)}`
  if (status >= 500) return said
  if (tried.wrong && (done || ![400, 404, 422, 431].includes(status))) return said
  const guesses = [
    'invalid_credentials',
    'invalid_code',
    'invalid_init_data',
    'session_ended',
  ] as const
  const mayGuess = guesses.some((code) => operation.errors.includes(code))
  if (status === 403 || (status === 401 && !mayGuess)) return said
  const shown = done && tried.echo && !answer.type.includes('event') && echoOf(id, tried, answer)
  return typeof shown === 'string' ? `${said}, shown as ${shown}` : null
}

/** Contacts have one spelling; of a hold that was confirmed already, the first note stays. */
const respelled = new Set(['phone', 'email', 'code'])

function echoOf(id: OperationId, { echo }: Try, { text, status }: Answer): string | null {
  const name = echo?.pointer.at(-1) ?? ''
  if (echo === undefined || status === 204 || respelled.has(name)) return null
  if (id === 'appointments.confirm') return null
  const shown = at(JSON.parse(text), echo.pointer)
  if (typeof shown !== typeof echo.value || typeof shown === 'object') return null
  return Object.is(shown, echo.value) || shown === echo.value ? null : JSON.stringify(shown)
}

/** Who has changed their password has no session any more to try the rest with. */
const skipped = (id: OperationId, { echo }: Try) =>
  id === 'auth.password' && echo?.pointer[0] === 'password'

for (const { id, operation } of listOperations())
  test(`${id} refuses or keeps whatever it is given, and does not break`, async () => {
    const entry = entries[id]
    const world = await makeWorld(ground)
    const caller = callers[strongest(operation)]
    const credential = await credentialOf(world, caller, operation.scope)
    const { own } = world
    const tries = [idTries, unknownTries, queryTries, bodyTries]
      .flatMap((make) => make(operation, entry, own, caller.who))
      .filter((tried) => !skipped(id, tried))
    const complaints: string[] = []
    await inTurns(tries, async (tried) => {
      const answer = await ask(server.url, tried.request, credential)
      const complaint = flaw(id, operation, tried, answer)
      if (complaint !== null) complaints.push(complaint)
    })
    assert.equal(complaints, [])
    if (operation.method !== 'GET') assert.equal(await broken(world, id), [])
  })

/** What was let in must not break whoever reads it later. */
async function broken(world: World, id: OperationId): Promise<string[]> {
  if (id.startsWith('auth.')) return []
  const credential = await credentialOf(world, callers['a secret key'], undefined)
  const { location, service } = world.own
  const reads = listOperations().filter(
    ({ operation: { method, path, query, who, media } }) =>
      method === 'GET' &&
      !path.includes(':') &&
      (path === '/availability' || !query?.required?.length) &&
      who.includes('secret') &&
      media === undefined,
  )
  const failed: string[] = []
  await inTurns(reads, async ({ operation: { path } }) => {
    const span = `?location_id=${location}&service_id=${service}&from=${day}&to=${day}`
    const full = `/v1${path}${path === '/availability' ? span : ''}`
    const answer = await ask(server.url, { method: 'GET', path: full }, credential)
    if (answer.status !== 200) failed.push(`${full}: ${answer.status} ${codeOf(answer)}`)
  })
  return failed
}

test('what stands for anything in SQL is a letter in a search', async () => {
  const world = await makeWorld(ground)
  const credential = await credentialOf(world, callers['the owner'], undefined)
  const found = async (path: string) =>
    rowsOf(await ask(server.url, { method: 'GET', path: `/v1${path}` }, credential))?.length
  assert.is(await found(`/clients?search=${world.marks.own}`), 2)
  for (const letter of ['%25', '_', '%25%25', '%5C', '%5C%25', "'", '*', '.'])
    for (const filter of ['clients?search', 'clients?tag', 'services?category'])
      assert.is(await found(`/${filter}=o${letter}`), 0, `${filter}=o${letter}`)
})

test.run()
