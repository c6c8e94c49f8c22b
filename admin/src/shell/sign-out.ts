import type { Connection } from '../api/connect.ts'

/** Ends the session here. Everywhere else first, when that is meant: refused, it throws and nobody has left. */
export async function signOut({ api, session }: Connection, everywhere: boolean): Promise<void> {
  const tokens = await session.load()
  // Whoever has lost a phone must not believe that it is signed out.
  if (everywhere) await api.auth.logoutAll()
  session.save(null)
  if (tokens) await api.auth.logout({ refresh_token: tokens.refresh_token }).catch(() => undefined)
}
