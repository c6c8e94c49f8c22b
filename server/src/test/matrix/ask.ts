import type { Request } from './request.ts'

export interface Answer {
  status: number
  type: string
  text: string
}

/** A stream that never ends counts as answered by its head. */
export async function ask(
  url: string,
  { method, path, body }: Omit<Request, 'body'> & { body?: unknown },
  credential: string | undefined,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const stop = new AbortController()
  const answer = await fetch(`${url}${path}`, {
    method,
    signal: stop.signal,
    headers: {
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const text = type === 'text/event-stream' ? '' : await answer.text()
  stop.abort()
  return { status: answer.status, type, text }
}

/** What must be the same for what is another's and for what is not there. */
export function withoutRequestId({ status, text }: Answer): string {
  return `${status} ${text.replace(/"request_id":"[^"]*"/, '')}`
}

export function codeOf({ text }: Answer): string {
  return /"code":"(\w+)"/.exec(text)?.[1] ?? ''
}

/** Null when the answer is no page of a list. */
export function rowsOf({ text }: Answer): unknown[] | null {
  if (!text.startsWith('{')) return null
  const value: unknown = JSON.parse(text)
  const isPage = typeof value === 'object' && value !== null && 'data' in value
  return isPage && Array.isArray(value.data) ? value.data : null
}
