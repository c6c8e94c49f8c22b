import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { onNotice } from './notices.ts'
import { remember } from './remember.ts'

export interface Origins {
  /**
   * May a page of this origin read our answers? True for our own pages and for an origin that some publishable key
   * names, letter by letter, or when some key is for any origin. This answers a preflight, which carries no
   * credential, and requests with a token or none; a request with a publishable key is held to that key’s own origins
   * by `authenticate`, so whoever passed it may be echoed. Echo the origin exactly, always with `Vary: Origin`, never
   * with `Access-Control-Allow-Credentials`.
   */
  allowed(origin: string): Promise<boolean>
}

const REMEMBERED = 10_000
const KNOWN_MS = 30_000
const UNKNOWN_MS = 5_000
const ORIGIN = /^https?:\/\/[^\s/@]{1,290}$/

export function createOrigins(app: App): Origins {
  const own = new URL(app.config.publicUrl).origin
  const known = remember<{ origin: string }>({
    max: REMEMBERED,
    foundMs: KNOWN_MS,
    missingMs: UNKNOWN_MS,
    clock: app.clock,
    load: async (origin) => {
      const { known } = await transaction(app.db, null, (tx) =>
        tx.one<{ known: boolean }>('select is_known_origin($1) as known', [origin]),
      )
      return known ? { origin } : null
    },
  })
  onNotice(app, (what) => {
    if (what.about === 'key') known.forgetAll()
  })
  return {
    // `null`, of a sandboxed frame or a file, is nobody’s origin.
    async allowed(origin) {
      if (origin === own) return true
      return ORIGIN.test(origin) && (await known.get(origin)) !== null
    },
  }
}
