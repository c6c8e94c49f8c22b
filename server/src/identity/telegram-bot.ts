import { request } from 'undici'
import { Fault } from '../fault.ts'

const PATIENCE_MS = 5_000

/** A bot keeps its name for life; asked once for each token. */
const names = new Map<string, string>()

/** The bot’s name in t.me links, as the Bot API tells it. */
export async function botName(apiRoot: string, token: string): Promise<string> {
  const known = names.get(`${apiRoot} ${token}`)
  if (known !== undefined) return known
  const name = await ask(apiRoot, token)
  names.set(`${apiRoot} ${token}`, name)
  return name
}

async function ask(apiRoot: string, token: string): Promise<string> {
  const answer = await called(apiRoot, token, 'getMe')
  const name = typeof answer === 'string' ? null : nameIn(answer)
  if (name !== null) return name
  throw new Fault('unavailable', { retryAfterSeconds: 5 })
}

/** What the bot is told of itself; `refused`: no such token. */
export async function called(
  apiRoot: string,
  token: string,
  method: 'getMe' | 'getWebhookInfo',
): Promise<object | 'refused' | 'unreachable'> {
  try {
    const { body, statusCode } = await request(`${apiRoot}/bot${token}/${method}`, {
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
    })
    const answer = await body.json()
    if (statusCode === 401 || statusCode === 404) return 'refused'
    if (statusCode === 200 && typeof answer === 'object' && answer !== null) return answer
  } catch {
    // Its message would carry the token.
  }
  return 'unreachable'
}

export function nameIn(answer: unknown): string | null {
  const result = member(answer, 'result')
  const name = member(result, 'username')
  return typeof name === 'string' && /^\w{3,64}$/.test(name) ? name : null
}

export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}
