/**
 * `npm start`: the server and, where a bot has its token and its clinics, the bot as a process of its own, so that neither
 * can take the other down. `ROLE=bot` is the bot alone.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readConfig, SettingError } from '../bot/src/config.ts'
import { startBot } from '../bot/src/process.ts'
import { failToStart, startProcess } from '../server/src/process.ts'
import { StartupError } from '../server/src/startup-error.ts'

const PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** What lived so long did not die of its settings. */
const HEALTHY_MS = 60_000

const role = process.env['ROLE']?.trim() || 'all'

async function start(): Promise<void> {
  if (role === 'bot') {
    await startBot().catch(asStartupError)
    return
  }
  const wanted = role === 'all' && isBotSet()
  const { url } = await startProcess()
  if (wanted) void keepBot(url)
}

/** Whether there is a bot to start; settings of one that are wrong stop the start, before anything listens. */
function isBotSet(): boolean {
  const { TELEGRAM_BOT_TOKEN: telegram, MAX_BOT_TOKEN: max } = process.env
  if (!telegram?.trim() && !max?.trim()) return false
  try {
    return readConfig(process.env, { lenient: true }).apiKeys.length > 0
  } catch (error) {
    return asStartupError(error)
  }
}

function asStartupError(error: unknown): never {
  throw error instanceof SettingError ? new StartupError(error.message) : error
}

/** Started again when it dies, ever more slowly; it ends with this process, whose channel it watches. */
async function keepBot(apiUrl: string): Promise<never> {
  for (let failures = 0; ; failures++) {
    const startedAt = Date.now()
    const child = fork(fileURLToPath(new URL('../bot/src/main.ts', import.meta.url)), [], {
      execArgv: process.execArgv,
      env: { API_URL: apiUrl, ...process.env },
    })
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    process.stderr.write(`The bot ended with ${code ?? signal}; it is started again.\n`)
    if (Date.now() - startedAt > HEALTHY_MS) failures = 0
    await sleep(Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** failures))
  }
}

start().catch(failToStart)
