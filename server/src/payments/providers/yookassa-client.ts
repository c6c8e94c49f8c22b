import type { YookassaSettings } from '../../config-payments.ts'
import { list, record, text } from './members.ts'
import { DEADLINE_MS, ProviderFailed } from './provider.ts'

export interface YookassaClient {
  /** null: 404. */
  get(path: string, query?: Record<string, string>): Promise<Record<string, unknown> | null>
  post(path: string, key: string, body: unknown): Promise<Record<string, unknown>>
}

interface Init {
  method: string
  headers?: Record<string, string>
  body?: string
}

/** The API of YooKassa, version 3: Basic authentication and a key that makes a second call the first. */
export function yookassaClient(
  settings: YookassaSettings,
  deadlineMs = DEADLINE_MS,
): YookassaClient {
  const authorization = `Basic ${Buffer.from(`${settings.shopId}:${settings.secretKey}`).toString('base64')}`

  async function ask(path: string, init: Init): Promise<Response> {
    try {
      return await fetch(`${settings.apiBase}${path}`, {
        ...init,
        headers: { authorization, accept: 'application/json', ...init.headers },
        redirect: 'error',
        signal: AbortSignal.timeout(deadlineMs),
      })
    } catch (error) {
      throw new ProviderFailed(`yookassa was not reached: ${reasonOf(error)}`, true)
    }
  }

  async function answer(response: Response): Promise<Record<string, unknown>> {
    const body: unknown = await response.json().catch(() => {
      throw new ProviderFailed(`yookassa answered ${response.status} without JSON`, true)
    })
    const object = record(body)
    // 202: it is still thinking, and the same key asks again.
    if (response.status === 202) throw new ProviderFailed('yookassa is still processing it', true)
    if (response.ok) return object
    const passing = response.status >= 500 || [401, 403, 408, 429].includes(response.status)
    throw new ProviderFailed(
      `yookassa answered ${response.status} ${text(object['code']) ?? ''} ${text(object['parameter']) ?? ''}`.trim(),
      passing,
    )
  }

  return {
    async get(path, query = {}) {
      const search = new URLSearchParams(query).toString()
      const response = await ask(`${path}${search === '' ? '' : `?${search}`}`, { method: 'GET' })
      if (response.status !== 404) return answer(response)
      await response.body?.cancel()
      return null
    },
    async post(path, key, body) {
      const headers = { 'Idempotence-Key': key, 'content-type': 'application/json' }
      return answer(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    },
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.cause instanceof Error ? error.cause.message : error.message
}

const MOST_PAGES = 500

/** Of a list, all there is. */
export async function allPages(
  client: YookassaClient,
  path: string,
  query: Record<string, string>,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: Record<string, unknown> | null = await client.get(path, {
      ...query,
      limit: '100',
      ...(cursor === null ? {} : { cursor }),
    })
    found.push(...list(answer?.['items']))
    cursor = text(answer?.['next_cursor'])
    if (cursor === null) return found
  }
  throw new ProviderFailed('yookassa has more pages than we read', false)
}
