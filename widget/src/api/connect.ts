import { createVisitor, type Visitor } from '@zapis/sdk'
import { createSession, type Session } from './session.ts'

/** A clinic as its elements on a page reach it: one client and one signed-in visitor for all of them. */
export interface Connection {
  /** The SDK's client, by the ids of calls: its resources are worth two kilobytes. */
  client: Visitor
  /** Origin of the server. */
  url: string
  apiKey: string
  /** Hears of sign-ins and sign-outs, of other tabs too. Returns how to leave. */
  join(listener: () => void): () => void
  isSignedIn(): boolean
  /** Here at once, at the server as soon as it can be reached. */
  signOut(): Promise<void>
}

export interface Where {
  apiKey: string
  apiUrl: string
  language: string
}

const sessions = new Map<string, Session>()
const connections = new Map<string, Connection>()

/** The same connection for the same clinic and language. */
export function connect({ apiKey, apiUrl, language }: Where): Connection {
  const url = new URL(apiUrl, document.baseURI).href.replace(/\/+$/, '')
  const clinic = `zapis:${apiKey}@${url}`
  const session = sessions.get(clinic) ?? createSession(clinic)
  sessions.set(clinic, session)
  const name = `${clinic} ${language}`
  const known = connections.get(name)
  if (known) return known
  const client = createVisitor({
    apiKey,
    baseUrl: url,
    session,
    headers: { 'accept-language': language },
    timeout: 15_000,
  })
  const connection: Connection = {
    client,
    url,
    apiKey,
    join: (listener: () => void) => session.join(listener),
    isSignedIn: () => session.isSignedIn(),
    async signOut() {
      const tokens = await session.load()
      session.save(null)
      if (tokens)
        await client.request('auth.logout', { body: { refresh_token: tokens.refresh_token } })
    },
  }
  connections.set(name, connection)
  return connection
}
