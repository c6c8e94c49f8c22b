import { isBookingError } from './errors.ts'
import type { SessionStore } from './options.ts'
import type { Tokens } from './types.ts'

/** Who is signed in, by the store’s word: nothing is remembered here, so that another tab’s change is seen. */
export interface Session {
  token(): Promise<string | undefined>
  /** Whether there is a token other than the refused one now. */
  renew(refused: string | null | undefined): Promise<boolean>
  /** Keeps what a sign-in answers with; forgets at sign-out. */
  notice(operation: string, reply: unknown): Promise<void>
}

export function createSession(
  store: SessionStore,
  refresh: (refreshToken: string) => Promise<Tokens>,
): Session {
  let renewal: Promise<boolean> | undefined

  async function exchange(refused: string | null | undefined): Promise<boolean> {
    const tokens = await store.load()
    if (!tokens) return false
    // Somebody else, another tab perhaps, was faster.
    if (tokens.access_token !== refused) return true
    try {
      await store.save(await refresh(tokens.refresh_token))
      return true
    } catch (error) {
      if (!isBookingError(error) || error.status !== 401) throw error
      await store.save(null)
      return false
    }
  }

  return {
    token: async () => (await store.load())?.access_token,
    // A refresh token used twice ends the session: one exchange at a time, in all tabs of a site.
    renew: (refused) =>
      (renewal ??= alone(() => exchange(refused)).finally(() => (renewal = undefined))),
    async notice(operation, reply) {
      if (isTokens(reply)) await store.save(reply)
      else if (/^auth\.logout/.test(operation)) await store.save(null)
    },
  }
}

function alone(work: () => Promise<boolean>): Promise<boolean> {
  const locks = typeof document === 'undefined' ? undefined : navigator.locks
  return locks ? locks.request('zapis-session', work) : work()
}

function isTokens(reply: unknown): reply is Tokens {
  return typeof reply === 'object' && reply !== null && 'refresh_token' in reply
}
