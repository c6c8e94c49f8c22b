import { createClient, type BookingClient } from '@zapis/sdk'
import { createSession, type Session } from '../../../widget/src/api/session.ts'
import { addressOf } from './reach.ts'
import type { Language } from '../words/texts.ts'

/** Of the whole browser: another tab signs in and out with us. */
const SESSION = 'zapis:staff'

/** The SDK has no time limit of its own here: the panel’s `fetch` waits for the network, and has one an attempt. */
const FOREVER = 2 ** 31 - 1

export interface Connection {
  api: BookingClient
  session: Session
}

export interface ConnectOptions {
  language: Language
  fetch: typeof fetch
  /**
   * The session has ended. Somebody may sign in again: their tokens are the answer, as if the refresh token had been taken, and
   * every call that waits goes on with what it was to send. null = they left.
   */
  signInAgain(): Promise<unknown>
}

export function connect({ language, fetch, signInAgain }: ConnectOptions): Connection {
  const session = createSession(SESSION)
  const api = createClient({
    session,
    locale: language,
    timeout: FOREVER,
    async fetch(input, init) {
      const response = await fetch(input, init)
      if (response.status !== 401 || !addressOf(input).endsWith('/auth/refresh')) return response
      const tokens = await signInAgain()
      return tokens ? Response.json(tokens) : response
    },
  })
  return { api, session }
}
