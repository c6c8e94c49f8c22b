import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export interface Seen {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: unknown
}

export interface Answer {
  status?: number
  headers?: Record<string, string>
  /** A string goes as it is. */
  body?: unknown
  /** Breaks the connection: before the answer, or after the body. */
  breaks?: boolean
  /** Takes the response over. */
  write?: (response: ServerResponse) => void
}

export interface StandIn {
  url: string
  seen: Seen[]
  close(): Promise<void>
}

/** A local server in place of the API: `answer` is asked with every request and its number, from 0. */
export async function standIn(answer: (seen: Seen, number: number) => Answer): Promise<StandIn> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (part: string) => (text += part))
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      }
      reply(response, answer(one, seen.push(one) - 1))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** What a call rejects with; that it does is what is tested. */
export async function rejection(call: PromiseLike<unknown>): Promise<unknown> {
  const outcome = await call.then(
    () => ({ rejected: false, reason: undefined }),
    (reason: unknown) => ({ rejected: true, reason }),
  )
  if (!outcome.rejected) throw new Error('It was to be rejected')
  return outcome.reason
}

export function refusal(status: number, code: string, more: object = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'x-request-id': 'r1' },
    body: { status, code, title: code, detail: `detail of ${code}`, request_id: 'r1', ...more },
  }
}

/** Asks to come back at once, so that no test waits. */
export function withoutDelay(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'retry-after': '0' } }
}

function reply(response: ServerResponse, { status = 200, headers, body, breaks, write }: Answer) {
  if (write) {
    write(response)
    return
  }
  if (breaks && body === undefined) {
    response.destroy()
    return
  }
  const type = typeof body === 'object' ? 'application/json' : 'text/plain'
  response.writeHead(body === undefined && status === 200 ? 204 : status, {
    'content-type': type,
    ...headers,
  })
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  if (breaks) response.write(text, () => response.destroy())
  else response.end(body === undefined ? undefined : text)
}
