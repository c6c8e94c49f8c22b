import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Asked {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Answer {
  status: number
  body: unknown
  /** As it is, instead of `body` as JSON. */
  html?: string
  headers?: Record<string, string>
  /** The work was done, and the connection ends before the answer. */
  isCutOff?: boolean
}

export interface HttpStandIn {
  url: string
  /** Every answer takes so long. */
  delayMs: number
  close(): Promise<void>
}

/** A real HTTP server in somebody's place. null: it never answers. */
export async function httpStandIn(
  answer: (asked: Asked) => Answer | null | Promise<Answer | null>,
): Promise<HttpStandIn> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const asked = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      }
      void (async () => {
        const answered = await answer(asked)
        if (made.delayMs > 0) await sleep(made.delayMs)
        if (answered === null) return
        if (answered.isCutOff) {
          request.socket.destroy()
          return
        }
        const type = answered.html === undefined ? 'application/json' : 'text/html'
        response.writeHead(answered.status, { 'content-type': type, ...answered.headers })
        response.end(answered.html ?? JSON.stringify(answered.body))
      })()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const made: HttpStandIn = {
    url: `http://127.0.0.1:${port}`,
    delayMs: 0,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return made
}
