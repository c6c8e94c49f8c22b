import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartupError, systemCode } from './startup-error.ts'

const patienceMs = 3000

export interface FolderLock {
  release(): Promise<void>
}

/**
 * One program per folder. The lock is a listening socket, so it ends with the process however that ends,
 * and a pathname socket is seen from other containers that mount the folder.
 *
 * Owners are numbered, `owner.1`, `owner.2`, …: the highest one counts, and it is left behind for good. Two programs that
 * find it dead both try to link the next number, which only one can; nothing is ever taken over in place.
 */
export async function lockFolder(directory: string): Promise<FolderLock> {
  const folder = await fs.open(directory, 'r')
  // sun_path has about 104 bytes.
  const short = directory.length < 80 || process.platform !== 'linux'
  const base = short ? directory : `/proc/self/fd/${folder.fd}`
  const own = `claim.${randomBytes(6).toString('hex')}`
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(String(process.pid))
  })
  const release = async () => {
    server.close()
    await once(server, 'close')
    await folder.close()
  }
  try {
    server.listen(path.join(base, own))
    await once(server, 'listening')
    server.unref()
    await claim(directory, base, own)
  } catch (error) {
    if (server.listening) await release()
    else await folder.close()
    throw error
  }
  return { release }
}

async function claim(directory: string, base: string, own: string): Promise<void> {
  for (;;) {
    const last = await lastOwner(directory)
    if (last > 0) await refuseLiving(directory, path.join(base, `owner.${last}`))
    const next = `owner.${last + 1}`
    try {
      await fs.link(path.join(directory, own), path.join(directory, next))
    } catch (error) {
      if (systemCode(error) === 'EEXIST') continue
      throw error
    }
    // A slow starter may link a number that was cleared away since it looked.
    if ((await lastOwner(directory)) > last + 1) {
      await fs.rm(path.join(directory, next), { force: true })
      continue
    }
    await clear(directory, last + 1, own)
    return
  }
}

async function refuseLiving(directory: string, socket: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  let pid = await ask(socket)
  // One that is being killed still accepts, and says nothing.
  while (pid === '' && Date.now() < deadline) {
    await sleep(50)
    pid = await ask(socket)
  }
  if (pid === null) return
  const who = pid === '' ? 'Another Zapis' : `Another Zapis (pid ${pid})`
  throw new StartupError(`${who} uses ${directory}. Stop it, or set DATA_DIR to another folder.`)
}

/** The process that listens, '' when it is too busy to say; null when nobody does. */
async function ask(address: string): Promise<string | null> {
  const socket = net.connect(address)
  let answer = ''
  try {
    await once(socket, 'connect')
    socket.setEncoding('utf8').setTimeout(1000, () => socket.destroy())
    socket.on('data', (text: string) => (answer += text))
    await once(socket, 'close')
    return answer
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return null
    if (code === 'ECONNRESET') return ''
    throw error
  } finally {
    socket.destroy()
  }
}

async function lastOwner(directory: string): Promise<number> {
  const numbers = (await fs.readdir(directory)).map(ownerNumber)
  return Math.max(0, ...numbers)
}

function ownerNumber(name: string): number {
  return Number(/^owner\.(\d+)$/.exec(name)?.[1] ?? 0)
}

async function clear(directory: string, current: number, own: string): Promise<void> {
  for (const name of await fs.readdir(directory)) {
    const number = ownerNumber(name)
    if (name === own || (number > 0 && number < current)) {
      await fs.rm(path.join(directory, name), { force: true })
    }
  }
}
