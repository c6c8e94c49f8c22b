import { once } from 'node:events'
import net from 'node:net'

/**
 * Between the program and PostgreSQL, to lose what a network loses.
 * `pass`: everything goes through. `lose-commit`: the next COMMIT of something written is done, and its reply and the connection are lost.
 * `cut`: connections are broken, and new ones refused. `silence`: nothing comes through, nothing is closed.
 */
export type Weather = 'pass' | 'lose-commit' | 'cut' | 'silence'

export interface PostgresProxy {
  url: string
  set(weather: Weather): void
  /** How many replies to COMMIT were lost. */
  lost(): number
  close(): Promise<void>
}

export async function openPostgresProxy(databaseUrl: string): Promise<PostgresProxy> {
  const target = new URL(databaseUrl)
  let weather: Weather = 'pass'
  let lost = 0
  const pairs = new Set<[client: net.Socket, upstream: net.Socket]>()

  const server = net.createServer((client) => {
    if (weather === 'cut') {
      client.destroy()
      return
    }
    const upstream = net.connect(Number(target.port), target.hostname)
    const pair: [net.Socket, net.Socket] = [client, upstream]
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      upstream.destroy()
    }
    for (const socket of pair) socket.on('error', end).on('close', end)
    client.on('data', (chunk) => weather !== 'silence' && upstream.write(chunk))
    const isCommitted = commitReader()
    upstream.on('data', (chunk) => {
      if (isCommitted(chunk) && weather === 'lose-commit') {
        weather = 'pass'
        lost++
        end()
      } else if (weather !== 'silence') client.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(address.port)
  return {
    url: url.href,
    set(next) {
      weather = next
      if (next === 'cut') for (const [client] of pairs) client.destroy()
    },
    lost: () => lost,
    async close() {
      server.close()
      for (const [client] of pairs) client.destroy()
      await once(server, 'close')
    },
  }
}

const COMMAND_COMPLETE = 'C'.charCodeAt(0)

/** Whether a chunk of the server's messages ends a COMMIT of rows written; messages may be torn between chunks. */
function commitReader(): (chunk: Buffer) => boolean {
  let unread = Buffer.alloc(0)
  let hasWritten = false
  return (chunk) => {
    unread = Buffer.concat([unread, chunk])
    let found = false
    while (unread.length >= 5) {
      const end = 1 + unread.readInt32BE(1)
      if (unread.length < end) break
      if (unread[0] === COMMAND_COMPLETE) {
        const tag = unread.toString('latin1', 5, end - 1)
        if (tag === 'BEGIN') hasWritten = false
        if (/^(?:INSERT|UPDATE|DELETE) /.test(tag)) hasWritten = true
        if (tag === 'COMMIT' && hasWritten) found = true
      }
      unread = unread.subarray(end)
    }
    return found
  }
}
