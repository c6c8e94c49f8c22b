import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startBotApi } from '../bot/src/test/bot-api.ts'
import { chatOf, until } from '../bot/src/test/chat.ts'
import { token } from '../bot/src/test/stage.ts'
import { startServer, testEnvironment } from '../server/src/test/server.ts'
import { needs } from '../server/src/test/skip.ts'

const api = await startBotApi(token)
const server = await startServer()
const clinic = await server.found()
const dataDir = await mkdtemp(path.join(tmpdir(), 'zapis-start-'))
test.after(async () => {
  await server.close()
  await api.close()
  await rm(dataDir, { recursive: true, force: true })
})

function start(environment: Record<string, string>) {
  const child = spawn(
    process.execPath,
    [
      ...['--conditions=source', '--import', 'tsx'],
      fileURLToPath(new URL('start.ts', import.meta.url)),
    ],
    {
      env: {
        ...process.env,
        ...testEnvironment,
        DATABASE_URL: server.databaseUrl,
        DATA_DIR: dataDir,
        ROLE: 'all',
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_API_ROOT: api.url,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return { child, said: () => said, exited: once(child, 'exit') }
}

const childrenOf = async (pid: number) =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number)
const isAlive = (pid: number) => existsSync(`/proc/${pid}`)

const withProc = needs(
  existsSync(`/proc/${process.pid}/task/${process.pid}/children`),
  'no /proc to look for the process in',
)

withProc(
  'the bot is a process of its own: it is started again when it dies, and ends with the server',
  async () => {
    const { child, exited } = start({ BOT_API_KEYS: clinic.publishable })
    const anna = chatOf(api, { id: 71 })
    await until(() => polls() > 0, 'the bot did not come', 90_000)
    await anna.says('/start')
    assert.match(anna.last().text, /Здравствуйте/)
    const first = await botOf(child.pid ?? 0)
    process.kill(first, 'SIGKILL')
    await until(() => !isAlive(first), 'it lives')
    const before = polls()
    await until(() => polls() > before, 'the bot was not started again', 90_000)
    await anna.says('/help')
    const second = await botOf(child.pid ?? 0)
    child.kill('SIGTERM')
    assert.equal(await exited, [0, null])
    await until(() => !isAlive(second), 'the bot outlives its server')
  },
)

const polls = () => api.calls.filter(({ method }) => method === 'getUpdates').length

/** tsx and esbuild may have processes of their own. */
async function botOf(pid: number): Promise<number> {
  for (const each of await childrenOf(pid))
    if ((await readFile(`/proc/${each}/cmdline`, 'utf8')).includes('bot/src/main')) return each
  throw new Error('there is no bot')
}

test('a setting of the bot that is wrong is one line and exit status 1, before anything listens', async () => {
  const cases = [
    [{ TELEGRAM_WEBHOOK_SECRET: 'short', BOT_API_KEYS: 'pk_1' }, 'TELEGRAM_WEBHOOK_SECRET'],
    [{ ROLE: 'bot' }, 'BOT_API_KEYS'],
  ] as const
  await Promise.all(
    cases.map(async ([environment, complaint]) => {
      const { exited, said } = start(environment)
      assert.equal(await exited, [1, null])
      assert.match(said(), new RegExp(`^${complaint}.*\n$`))
    }),
  )
})

test.run()
