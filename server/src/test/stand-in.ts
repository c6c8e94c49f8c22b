import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: string
}

export interface Answered {
  status: number
  body: unknown
}

export interface StandIn {
  url: string
  asked: Asked[]
  /**
   * up; down = 503 without doing anything; mute = does the work, and the connection ends before the answer;
   * silent = never answers; stuck = begins to answer and never ends; moved = sends elsewhere.
   */
  mode: 'up' | 'down' | 'mute' | 'silent' | 'stuck' | 'moved'
  close(): Promise<void>
}

/** A real HTTP server in somebody's place. */
export async function standIn(answer: (asked: Asked) => Answered): Promise<StandIn> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://stand-in')
      const asked = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      }
      made.asked.push(asked)
      if (made.mode === 'silent') return
      if (made.mode === 'moved') {
        response.writeHead(307, { location: `${made.url}/elsewhere` }).end()
        return
      }
      if (made.mode === 'stuck') {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.write('{')
        return
      }
      const { status, body } = made.mode === 'down' ? { status: 503, body: {} } : answer(asked)
      if (made.mode === 'mute') {
        request.socket.destroy()
        return
      }
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const made: StandIn = {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    mode: 'up',
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return made
}
