import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@zapis/sdk'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = ['--conditions=source', '--import', 'tsx']

let dataDir = ''
let program: ChildProcess
let baseUrl = ''

/** `npm start` as it stands, on a free port: ready when it has printed where to go. */
async function start(): Promise<void> {
  const { DATABASE_URL: _database, REDIS_URL: _redis, NODE_ENV: _env, ...environment } = process.env
  program = spawn(process.execPath, [...node, 'server/src/main.ts'], {
    cwd: root,
    env: { ...environment, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  // Read to the end: the program goes on printing, the codes of those who sign in.
  const address = new Promise<string>((resolve, reject) => {
    program.stdout?.on('data', (chunk: Buffer) => {
      printed += String(chunk)
      const found = /API\s+(http:\S+)\/v1/.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    })
    program.once('exit', () => reject(new Error(`it ended before it was ready:\n${printed}`)))
  })
  baseUrl = await address
}

async function run(example: string): Promise<string> {
  const child = spawn(process.execPath, [...node, 'tools/example.ts', example], {
    cwd: root,
    env: { ...process.env, ZAPIS_URL: baseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (printed += String(chunk)))
  const [code] = await once(child, 'close')
  assert.is(code, 0, printed)
  return printed
}

test.before(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'zapis-start-'))
  await start()
})

test.after(async () => {
  program.kill('SIGTERM')
  await once(program, 'exit')
  await rm(dataDir, { recursive: true, force: true })
})

/** How those end that tell one of the mission's stories. */
const stories: Record<string, RegExp> = {
  book: /Held until [^]*Booked: [^]*\d RUB\nManage link: \S+\/manage\/\S{22,}/,
  // 2,500.00 of the 5,000.00 that were put on the balance: the line of wallet_transactions, and what it leaves.
  wallet:
    /is confirmed, paid 2500 ₽\nwallet_transactions: \{[^}]*type: 'payment'[^]*amount: -250000[^]*The balance is 2500 ₽/,
  package: /Bought: 5 visits[^]*is confirmed, paid by package\nVisits left: 4 of 5/,
}

test('every example runs against a program that was just started', async () => {
  const files = await readdir(path.join(root, 'examples'))
  const examples = files
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
  assert.equal(
    Object.keys(stories).filter((example) => !examples.includes(example)),
    [],
  )
  for (const example of examples.sort())
    assert.match(await run(example), stories[example] ?? /\S/, example)
})

test('a program that was killed starts again with its data', async () => {
  const booking = createClient({ apiKey: 'sk_demo', baseUrl })
  const { id } = await booking.clients.create({ first_name: 'Пережившая', phone: '+79161112233' })
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
  await start()
  const again = createClient({ apiKey: 'sk_demo', baseUrl })
  assert.is((await again.clients.get(id)).first_name, 'Пережившая')
})

test('a second program on the same data folder says who uses it, and ends', async () => {
  const second = spawn(process.execPath, [...node, 'server/src/main.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  second.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
  const [code] = await once(second, 'close')
  assert.is(code, 1)
  assert.match(said, /Another Zapis/)
})

test('a wrong setting is one line that names the variable, and status 1', async () => {
  for (const [name, value] of [
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://x'],
    ['RATE_LIMIT', 'maybe'],
    ['SECRET_KEY', 'short'],
  ]) {
    const child = spawn(process.execPath, [...node, 'server/src/main.ts'], {
      cwd: root,
      env: { ...process.env, [name ?? '']: value },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
    const [code] = await once(child, 'close')
    assert.is(code, 1)
    assert.match(said.trim(), new RegExp(`^${name} [^\\n]*$`))
  }
})

test.run()
