import { pino } from 'pino'
import { makeClinic, type Clinic, type ClinicOptions } from '../../../server/src/test/clinic.ts'
import { startServer, type TestServer } from '../../../server/src/test/server.ts'
import { readConfig } from '../config.ts'
import { runProgram, type Program } from '../program.ts'
import { startBotApi, type BotApi } from './bot-api.ts'
import { chatOf, type Chat } from './chat.ts'

export const token = '7000000001:AAH-the-bot-of-these-tests_01234567'

export interface Stage {
  server: TestServer
  clinic: Clinic
  api: BotApi
  /** Somebody new in Telegram. */
  person(language?: string): Chat
  start(environment?: Record<string, string>): Promise<Program>
  /** As a new process would begin: nothing is remembered. */
  restart(): Promise<void>
  close(): Promise<void>
}

let people = 5000

/** Somebody who has shared their phone. */
export async function signedIn(stage: Pick<Stage, 'person'>, language = 'ru'): Promise<Chat> {
  const chat = stage.person(language)
  await chat.says('/start')
  await chat.shares(`7916200${chat.id}`)
  return chat
}

/** The real server, the real bot, and Telegram in small between them. */
export async function openStage(
  options: ClinicOptions = {},
  environment: Record<string, string> = {},
): Promise<Stage> {
  const api = await startBotApi(token)
  const server = await startServer({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: api.url,
    ...environment,
  })
  const clinic = await makeClinic(server, options)
  let program: Program | null = null
  const start = (more: Record<string, string> = {}) =>
    runProgram(
      readConfig({
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_API_ROOT: api.url,
        BOT_API_KEYS: clinic.publishable,
        API_URL: server.url,
        PUBLIC_URL: 'https://clinic.example',
        BOT_PORT: '0',
        ...more,
      }),
      pino({ level: process.env['BOT_LOG'] ?? 'silent' }),
      new AbortController().signal,
    )
  return {
    server,
    clinic,
    api,
    person: (language = 'ru') => chatOf(api, { id: ++people, language_code: language }),
    async start(more) {
      program = await start(more)
      return program
    },
    async restart() {
      await program?.stop()
      program = await start()
    },
    async close() {
      await program?.stop()
      await server.close()
      await api.close()
    },
  }
}
