import { createClient } from '@zapis/sdk'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino, type Logger } from 'pino'
import { readConfig } from '../config.ts'
import { runProgram, type Program } from '../program.ts'
import { testDatabase } from './database.ts'

export interface TestServer {
  program: Program
  app: Program['app']
  url: string
  /** Of the database's owner, whom row-level security does not bind. */
  databaseUrl: string
  adminDatabaseUrl: string
  /** A client of the SDK with this credential, a key or an access token, that tries nothing again. */
  as(credential?: string): ReturnType<typeof createClient>
  /** A new, empty clinic with its keys. */
  found(slug?: string): Promise<Founded>
  /** A bare request, for what the SDK would not send. */
  http(
    method: string,
    path: string,
    options?: {
      credential?: string
      body?: unknown
      raw?: string
      headers?: Record<string, string>
    },
  ): Promise<HttpAnswer>
  close(): Promise<void>
}

export interface Founded {
  organizationId: number
  slug: string
  publishable: string
  secret: string
  owner: string
}

export interface HttpAnswer {
  status: number
  headers: Headers
  text: string
  json: Record<string, unknown>
}

export const testEnvironment = {
  NODE_ENV: 'test',
  PORT: '0',
  HOST: '127.0.0.1',
  SECRET_KEY: 'the same for every process of a test',
  RATE_LIMIT: 'off',
  SIGNUP: 'open',
  ROLE: 'api',
  WEBHOOK_PRIVATE: '1',
}

export interface ServerOptions {
  log?: Logger
  /** A database that is there already, and stays; else one is made. */
  databaseUrl?: string
  /** The address by which the program reaches that database. */
  through?: (databaseUrl: string) => Promise<string>
}

/** The whole program on a database of its own; `environment` as the process's would be. */
export async function startServer(
  environment: Record<string, string> = {},
  { log = pino({ level: 'silent' }), databaseUrl, through }: ServerOptions = {},
): Promise<TestServer> {
  const database =
    databaseUrl === undefined
      ? await testDatabase()
      : { url: databaseUrl, adminUrl: databaseUrl, drop: async () => undefined }
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zapis-test-'))
  const config = readConfig({
    ...testEnvironment,
    DATABASE_URL: through ? await through(database.url) : database.url,
    DATA_DIR: dataDir,
    ...environment,
  })
  const program = await runProgram(config, log).catch(async (error: unknown) => {
    await database.drop()
    throw error
  })
  const { url } = program
  const as = (credential?: string) =>
    createClient({
      baseUrl: url,
      maxRetries: 0,
      ...(credential === undefined
        ? {}
        : credential.includes('.')
          ? { accessToken: credential }
          : { apiKey: credential }),
    })
  return {
    program,
    app: program.app,
    url,
    databaseUrl: database.url,
    adminDatabaseUrl: database.adminUrl,
    as,
    async found(slug = `clinic-${randomBytes(4).toString('hex')}`) {
      const made = await as().organizations.create({
        name: 'Клиника',
        slug,
        currency: 'RUB',
        time_zone: 'Europe/Moscow',
        locale: 'ru',
        owner: { email: 'owner@clinic.test', password: 'a long password' },
      })
      return {
        organizationId: made.organization.id,
        slug,
        publishable: made.publishable_key,
        secret: made.secret_key,
        owner: made.tokens.access_token,
      }
    },
    async http(method, at, { credential, body, raw, headers } = {}) {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
      const answer = await fetch(`${url}${at}`, {
        method,
        headers: {
          ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload === undefined ? {} : { body: payload }),
      })
      const text = await answer.text()
      return { status: answer.status, headers: answer.headers, text, json: parse(text) }
    },
    async close() {
      await program.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
