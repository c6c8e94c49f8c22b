/** A notification as the server sends it (Declarative Web Push). */
export interface PushedMessage {
  title: string
  body: string
  lang: string
  tag: string
  /** Absolute. */
  navigate: string
  /** Which event it tells of, once. */
  event: string
}

const MOST = 200
const NAME = '/told'

/** null for what is none of ours. */
export function messageOf(text: string): PushedMessage | null {
  const pushed = members(parse(text))
  const notification = members(pushed['notification'])
  const event = members(notification['data'])['event']
  const read = (name: string) => {
    const value = notification[name]
    return typeof value === 'string' ? value : ''
  }
  const title = read('title')
  if (title === '') return null
  return {
    title,
    body: read('body'),
    lang: read('lang'),
    tag: read('tag'),
    navigate: read('navigate'),
    event: typeof event === 'string' ? event : '',
  }
}

/** Remembers the last two hundred events: a push service may deliver twice. */
export async function isNews(cache: Pick<Cache, 'match' | 'put'>, event: string): Promise<boolean> {
  if (event === '') return true
  const kept = await cache.match(NAME)
  const value: unknown = kept ? await kept.json() : []
  const told = Array.isArray(value) ? value.map(String) : []
  if (told.includes(event)) return false
  await cache.put(NAME, new Response(JSON.stringify([event, ...told].slice(0, MOST))))
  return true
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
