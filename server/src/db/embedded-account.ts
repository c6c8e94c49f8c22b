import { spawnSync } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { StartupError, systemCode } from '../startup-error.ts'

/** Whom the server process runs as; undefined = whoever runs this program. */
export type Account = { uid: number; gid: number; capability?: string | undefined } | undefined

// PostgreSQL refuses to run as root. This id exists everywhere without adding a user.
const nobody = { uid: 65534, gid: 65534 }

/** `needed` are the folders that the server must enter. */
export async function chooseAccount(cluster: string, needed: string[]): Promise<Account> {
  const mine = process.getuid?.()
  const owner = await fs.stat(cluster).catch(ignoreAbsence)
  if (mine !== 0) {
    if (owner && mine !== undefined && owner.uid !== mine) {
      throw new StartupError(
        `${cluster} belongs to another user (uid ${owner.uid}). Start Zapis as that user, or set DATA_DIR to another folder.`,
      )
    }
    return undefined
  }
  const { uid, gid } = owner && owner.uid !== 0 ? owner : nobody
  for (const folder of needed) {
    const closed = await closedFolder(folder, { uid, gid })
    if (closed) return { uid, gid, capability: findPassage({ uid, gid }, closed) }
  }
  return { uid, gid }
}

/** What to spawn so that the program runs as the account. */
export function asAccount(account: Account, file: string, args: string[]) {
  if (!account) return { file, args, ids: {} }
  const { uid, gid, capability } = account
  if (!capability) return { file, args, ids: { uid, gid } }
  const changed = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  // Without the bit, access() forgets the capability, and PostgreSQL asks access() about its own files.
  const kept = [
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
    '--securebits=+no_setuid_fixup',
  ]
  return { file: 'setpriv', args: [...changed, ...kept, file, ...args], ids: {} }
}

/**
 * A checkout of root's own, in /root of mode 700, is closed to everyone else. The server gets through with one of
 * root's capabilities, the weaker first; containers often have only the second.
 */
function findPassage(account: { uid: number; gid: number }, closed: string): string {
  for (const capability of ['dac_read_search', 'dac_override']) {
    const { file, args } = asAccount({ ...account, capability }, 'true', [])
    if (spawnSync(file, args, { stdio: 'ignore' }).status === 0) return capability
  }
  throw new StartupError(
    `Started by root, the embedded PostgreSQL runs as uid ${account.uid}, which cannot enter ${closed}. ` +
      'Set DATA_DIR to a folder such as /var/lib/zapis and keep the program outside of closed folders, or start it as a normal user.',
  )
}

/** Creates the folder; what is created can be entered by the account, whatever the umask. */
export async function createFolder(directory: string): Promise<void> {
  const first = await fs.mkdir(directory, { recursive: true })
  if (first === undefined) return
  for (let made = directory; made.length >= first.length; made = path.dirname(made)) {
    await fs.chmod(made, 0o755)
  }
}

/** The first folder on the way to the target that does not let the account through. */
async function closedFolder(
  target: string,
  account: { uid: number; gid: number },
): Promise<string | undefined> {
  for (let folder = await fs.realpath(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await fs.stat(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return folder
    if (folder === path.dirname(folder)) return undefined
  }
}

export function ignoreAbsence(error: unknown): undefined {
  if (systemCode(error) === 'ENOENT') return undefined
  throw error
}
