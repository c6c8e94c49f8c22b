import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { ignoreAbsence, type Account } from './embedded-account.ts'
import { runBinary, type Binaries } from './embedded-binaries.ts'

export const superuser = 'zapis_owner'

/** Made once per data folder. */
export async function keepPassword(directory: string): Promise<string> {
  const file = path.join(directory, 'postgres-password')
  const kept = await fs.readFile(file, 'utf8').catch(ignoreAbsence)
  if (kept) return kept.trim()
  const password = randomBytes(24).toString('base64url')
  // A whole file or none: a power cut in between must not leave an empty one beside a cluster.
  const draft = `${file}.new`
  await fs.rm(draft, { force: true })
  const handle = await fs.open(draft, 'wx', 0o600)
  await handle.writeFile(`${password}\n`)
  await handle.sync()
  await handle.close()
  await fs.rename(draft, file)
  return password
}

export interface NewCluster {
  binaries: Binaries
  account: Account
  password: string
  /** False for throw-away clusters. */
  durable: boolean
}

/** Made aside and renamed, so that an interrupted initdb leaves nothing that looks like a cluster. */
export async function createCluster(cluster: string, options: NewCluster): Promise<void> {
  if (await fs.stat(path.join(cluster, 'PG_VERSION')).catch(ignoreAbsence)) return
  await removeInterrupted(cluster)
  const draft = await fs.mkdtemp(`${cluster}.new-`)
  const passwordFile = `${draft}.password`
  const { account } = options
  await fs.writeFile(passwordFile, options.password, { mode: 0o600 })
  if (account) {
    await fs.chown(draft, account.uid, account.gid)
    await fs.chown(passwordFile, account.uid, account.gid)
  }
  try {
    await runBinary(
      options.binaries.initdb,
      [
        ...['-D', draft, '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
        ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...(options.durable ? [] : ['--no-sync']),
      ],
      account,
    )
    await fs.rename(draft, cluster)
  } finally {
    await removeInterrupted(cluster)
  }
}

async function removeInterrupted(cluster: string): Promise<void> {
  const parent = path.dirname(cluster)
  for (const name of await fs.readdir(parent)) {
    if (!name.startsWith(`${path.basename(cluster)}.new-`)) continue
    await fs.rm(path.join(parent, name), { recursive: true, force: true })
  }
}
