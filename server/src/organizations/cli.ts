/**
 * `npm run organizations -- create --name … --slug … --currency RUB --time-zone Europe/Moscow --locale ru --email …`
 * founds one, `list` shows them. The owner’s password: `--password-file`, else asked for, else made and printed.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { codes } from '@zapis/sdk/contract'
import { readConfig, type Config } from '../config.ts'
import { faultOf } from '../db/constraint.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { transaction } from '../db/transaction.ts'
import { hashPassword } from '../identity/passwords.ts'
import { StartupError } from '../startup-error.ts'
import { askSecret } from './ask-secret.ts'
import { readDraft } from './draft-options.ts'
import { found } from './found.ts'
import { everyOrganization } from './rows.ts'

const usage = `npm run organizations -- create --name "Clinic" --slug clinic --currency RUB --time-zone Europe/Moscow --locale ru --email owner@clinic.example [--password-file FILE]
npm run organizations -- list`

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function run(args: string[]): Promise<void> {
  const { command, options } = parse(args)
  if (command === 'create') await create(options)
  else if (command === 'list') await list()
  else throw new StartupError(usage)
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ name: text, slug: text, currency: text, 'time-zone': text },
        ...{ locale: text, email: text, 'password-file': text },
      },
    })
    return { command: positionals.join(' '), options: values }
  } catch (error) {
    throw new StartupError(`${error instanceof Error ? error.message : ''}\n${usage}`)
  }
}

async function create(options: ReturnType<typeof parse>['options']): Promise<void> {
  const { password, made } = await passwordFrom(options['password-file'])
  const draft = readDraft(options, password)
  const hash = await hashPassword(password)
  const founded = await connected(async (db) => {
    const by = {
      caller: { kind: 'anyone', organizationId: null },
      operation: 'organizations.create',
    } as const
    try {
      return await transaction(db, null, (tx) => found(tx, draft, hash, by))
    } catch (error) {
      const code = faultOf(error)?.code
      if (code === undefined) throw error
      const slug = code === 'already_exists' ? ` (--slug ${draft.slug})` : ''
      throw new StartupError(codes[code].detail.en + slug)
    }
  })
  console.log(`organization     ${founded.organization.slug} (${founded.organization.id})`)
  console.log(`owner            ${founded.owner.email}`)
  if (made) console.log(`password         ${password}`)
  console.log(`publishable key  ${founded.publishable_key}`)
  console.log(`secret key       ${founded.secret_key}`)
  console.log('The secret key is not shown again.')
}

async function passwordFrom(file?: string): Promise<{ password: string; made: boolean }> {
  if (file !== undefined) {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new StartupError(`--password-file: ${file} cannot be read`)
    })
    return { password: text.replace(/\r?\n$/, ''), made: false }
  }
  const asked = process.stdin.isTTY
    ? await askSecret('Password of the owner (empty = make one): ')
    : ''
  return asked === ''
    ? { password: randomBytes(15).toString('base64url'), made: true }
    : { password: asked, made: false }
}

async function list(): Promise<void> {
  const lines = await connected((db) => transaction(db, null, everyOrganization))
  for (const { id, slug, name, archived_at } of lines) {
    console.log([id, slug, name, archived_at ? 'archived' : ''].join('\t').trimEnd())
  }
}

/** The same database as `npm start` uses; an embedded one is started for the moment. */
async function connected<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const { url, stop } = await databaseOf(config)
  try {
    await migrate(url)
    const db = openDatabase(url, { connections: 2, onIdleError: () => undefined })
    try {
      return await work(db)
    } finally {
      await db.close()
    }
  } finally {
    await stop()
  }
}

async function databaseOf(config: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl !== undefined) {
    return { url: config.databaseUrl, stop: async () => undefined }
  }
  return startEmbedded({ directory: config.dataDir })
}
