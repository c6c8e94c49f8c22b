import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { needs } from '../test/skip.ts'
import { startEmbedded } from './embedded.ts'

const settings = { fsync: 'off' }
let parent: string
let directory: string

test.before.each(async () => {
  parent = await fs.mkdtemp(path.join(os.tmpdir(), 'zapis-embedded-'))
  await fs.chmod(parent, 0o755)
  directory = path.join(parent, 'data')
})
test.after.each(() => fs.rm(parent, { recursive: true, force: true }))

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ answer: unknown }>(text)
    return rows[0]?.answer
  } finally {
    await client.end()
  }
}

interface Owner {
  program: ChildProcess
  url: string
  pid: number
}

function start(options: SpawnOptions = {}): { program: ChildProcess; output: () => string } {
  const owner = fileURLToPath(new URL('../test/embedded-owner.ts', import.meta.url))
  const args = ['--conditions=source', '--import', 'tsx', owner, directory]
  const program = spawn(process.execPath, args, { stdio: 'pipe', ...options })
  let output = ''
  for (const stream of [program.stdout, program.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  return { program, output: () => output }
}

async function startOwner(options: SpawnOptions = {}): Promise<Owner> {
  const { program, output } = start(options)
  while (!output().includes('\n')) {
    if (program.exitCode !== null) throw new Error(`the owner ended with ${program.exitCode}`)
    await sleep(20)
  }
  if (!output().startsWith('{')) throw new Error(output())
  const { url, pid } = JSON.parse(output()) as { url: string; pid: number }
  return { program, url, pid }
}

async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(program, 'exit')
  program.kill(signal)
  await exited
}

test('it starts, keeps its password to itself, and leaves no process behind', async () => {
  const server = await startEmbedded({ directory, settings })
  assert.is(await ask(server.url, "select current_setting('fsync') as answer"), 'off')
  assert.is(new URL(server.url).hostname, '127.0.0.1')
  const { mode } = await fs.stat(path.join(directory, 'postgres-password'))
  assert.is(mode & 0o777, 0o600)
  const wrong = new URL(server.url)
  wrong.password = 'guessed'
  const refusal = await ask(wrong.href, 'select 1').catch((error: unknown) => String(error))
  assert.match(String(refusal), 'password authentication failed')
  await server.stop()
  await server.stop()
  assert.throws(() => process.kill(server.pid ?? 0, 0))
})

test('data outlive the kill of the program, and its server does not go on beside the next one', async () => {
  const first = await startOwner()
  await ask(first.url, 'create table kept as select 7 as answer')
  await end(first.program, 'SIGKILL')
  const second = await startEmbedded({ directory, settings })
  assert.is(await ask(second.url, 'select answer from kept'), 7)
  assert.is.not(second.pid, first.pid)
  const { port } = new URL(first.url)
  if (port !== new URL(second.url).port) {
    assert.match(String(await ask(first.url, 'select 1').catch(String)), 'ECONNREFUSED')
  }
  await second.stop()
})

test('a killed server comes back at the same address with its data', async () => {
  const server = await startEmbedded({ directory, settings })
  await ask(server.url, 'create table kept as select 8 as answer')
  const before = server.pid
  process.kill(before ?? 0, 'SIGKILL')
  while (server.pid === before) await sleep(20)
  assert.is(await ask(server.url, 'select answer from kept'), 8)
  await server.stop()
})

test('data outlive the kill of the program and of the server', async () => {
  const first = await startOwner()
  await ask(first.url, 'create table kept as select 9 as answer')
  first.program.kill('SIGKILL')
  process.kill(first.pid, 'SIGKILL')
  const second = await startEmbedded({ directory, settings })
  assert.is(await ask(second.url, 'select answer from kept'), 9)
  await second.stop()
})

test('a second program on the folder is told who uses it', async () => {
  const first = await startOwner()
  const { program, output } = start()
  await once(program, 'close')
  assert.is(program.exitCode, 1)
  assert.is(
    output(),
    `StartupError: Another Zapis (pid ${first.program.pid}) uses ${directory}. Stop it, or set DATA_DIR to another folder.\n`,
  )
  await end(first.program, 'SIGTERM')
  const next = await startEmbedded({ directory, settings })
  await next.stop()
})

const root = process.getuid?.() === 0
// daemon; initdb wants an id that has a name.
const account = root ? { uid: 1, gid: 1 } : {}
const tsx = fileURLToPath(import.meta.resolve('tsx'))
const look = ['-e', `fs.accessSync(${JSON.stringify(tsx)})`]
const readable = spawnSync(process.execPath, look, { ...account, stdio: 'ignore' }).status === 0
const asUser = needs(readable, 'the checkout is closed to other users')
asUser('a normal user can start it', async () => {
  if (root) await fs.chown(parent, 1, 1)
  const owner = await startOwner({ ...account, env: { PATH: process.env.PATH, HOME: parent } })
  assert.is(await ask(owner.url, 'select 1 as answer'), 1)
  await end(owner.program, 'SIGTERM')
  if (!root) return
  assert.is((await fs.stat(path.join(directory, 'postgres'))).uid, 1)
  // `sudo npm start` on the same folder later
  const again = await startEmbedded({ directory, settings })
  assert.is(await ask(again.url, 'select 1 as answer'), 1)
  await again.stop()
})

const asRoot = needs(root, 'not root')
asRoot('it works below a folder that is closed to all but root', async () => {
  await fs.chmod(parent, 0o700)
  const server = await startEmbedded({ directory, settings })
  assert.is(await ask(server.url, 'select 1 as answer'), 1)
  await server.stop()
})

asRoot('where the system gives no way through a closed folder, one line says so', async () => {
  await fs.chmod(parent, 0o700)
  const { program, output } = start({ env: { PATH: '' } })
  await once(program, 'close')
  const line = `StartupError: Started by root, the embedded PostgreSQL runs as uid 65534, which cannot enter ${parent}. Set DATA_DIR `
  assert.is(output().slice(0, line.length), line)
})

test.run()
