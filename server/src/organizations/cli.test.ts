import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'

const server = await startServer()
const folder = await mkdtemp(path.join(tmpdir(), 'zapis-cli-'))
test.after(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const program = fileURLToPath(new URL('cli.ts', import.meta.url))
const options = {
  ...{ name: 'Клиника', slug: 'by-hand', currency: 'RUB', 'time-zone': 'Europe/Moscow' },
  ...{ locale: 'ru', email: 'owner@hand.test' },
}

interface Ran {
  code: number
  out: string
  err: string
}

function run(command: string, given: Record<string, string> = {}): Promise<Ran> {
  const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
  const node = ['--conditions=source', '--import', 'tsx', program, command, ...args]
  const env = { ...process.env, DATABASE_URL: server.databaseUrl }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, node, { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
    child.stdin?.end()
  })
}

test('an organization made by hand is listed, and its owner signs in with the printed password', async () => {
  const { code, out, err } = await run('create', options)
  assert.is(code, 0, err)
  const password = /password +(\S+)/.exec(out)?.[1]
  const body = { email: options.email, password, organization: options.slug }
  assert.is((await server.http('POST', '/v1/auth/staff', { body })).status, 200)
  const secret = /sk_\S+/.exec(out)?.[0] ?? ''
  assert.is((await server.http('GET', '/v1/organization', { credential: secret })).status, 200)
  assert.match((await run('list')).out, /by-hand\tКлиника/)
})

test('a password from a file is not printed', async () => {
  const file = path.join(folder, 'password')
  await writeFile(file, 'a password of mine\n')
  const { code, out } = await run('create', { ...options, slug: 'by-file', 'password-file': file })
  assert.is(code, 0)
  assert.not.match(out, /a password of mine/)
  const body = { email: options.email, password: 'a password of mine', organization: 'by-file' }
  assert.is((await server.http('POST', '/v1/auth/staff', { body })).status, 200)
})

test('a wrong option is one line that names it', async () => {
  const bad: [Record<string, string>, RegExp][] = [
    [{ ...options, slug: 'By Hand' }, /^--slug [^\n]+\n$/],
    [{ ...options, 'time-zone': 'Mars/Phobos' }, /^--time-zone [^\n]+\n$/],
    [{ ...options, slug: 'by-hand' }, /^[^\n]+--slug by-hand[^\n]+\n$/],
    [{ ...options, 'password-file': '/no/such/file' }, /^--password-file[^\n]+\n$/],
  ]
  for (const [given, line] of bad) {
    const { code, err, out } = await run('create', given)
    assert.is(code, 1)
    assert.match(err, line)
    assert.is(out, '')
  }
  assert.is((await run('create', { colour: 'red' })).code, 1)
  assert.is((await run('forget')).code, 1)
})

test.run()
