import type { ClientOptions } from './options.ts'
import type { Caller, Reply } from './resource.ts'
import { createSession } from './session.ts'
import { send, type Settings } from './transport.ts'
import type { Tokens } from './types.ts'

/** What a client is made of: any call by its id. */
interface Core extends Pick<Caller, 'request'> {
  settings: Settings
}

/** The calls of these routes. */
export function createCaller(
  options: ClientOptions,
  { routes, classOf }: Pick<Settings, 'routes' | 'classOf'>,
): Core {
  const { apiKey, accessToken, session: store } = options
  if (apiKey?.startsWith('sk_') && typeof document !== 'undefined')
    throw new TypeError(
      'A secret key in a browser belongs to everybody: use a publishable one, pk_…',
    )

  const session = store && createSession(store, refresh)
  const settings: Settings = {
    baseUrl: baseOf(options),
    routes,
    classOf,
    fetch: options.fetch ?? ((...request) => fetch(...request)),
    timeout: options.timeout ?? 20_000,
    maxRetries: options.maxRetries ?? 2,
    headers: new Headers(options.headers),
    async credential(keyOnly) {
      if (keyOnly) return apiKey
      const given = typeof accessToken === 'function' ? await accessToken() : accessToken
      return given || (await session?.token()) || apiKey
    },
    renew: async (refused) => Boolean(await session?.renew(refused)),
  }
  if (options.locale) settings.headers.set('accept-language', options.locale)

  function refresh(refreshToken: string): Promise<Tokens> {
    const body = { refresh_token: refreshToken }
    // The server answers as the contract says, which its own tests see to.
    return send(settings, 'auth.refresh', { body }) as Promise<Tokens>
  }

  return {
    settings,
    async request(id, given, callOptions) {
      const reply = await send(settings, id, given, callOptions)
      await session?.notice(id, reply)
      // As above.
      return reply as Reply<typeof id>
    },
  }
}

function baseOf({ baseUrl }: ClientOptions): string {
  const base = baseUrl ?? (typeof location === 'undefined' ? '' : location.origin)
  if (!/^https?:\/\/./.test(base))
    throw new TypeError(`baseUrl is not an address: ${base || 'none given'}`)
  return `${base.replace(/\/+$/, '')}/v1`
}
