import { openSession } from '../../../server/src/identity/sessions.ts'
import type { Clinic } from '../../../server/src/test/clinic.ts'
import { guest } from '../../../server/src/test/clinic.ts'
import type { Stage } from './stage.ts'

export interface SignedIn {
  id: number
  /** Access token. */
  token: string
  /** For the head of a page: signed in before any element looks. */
  head: string
  /** What the browser keeps, and under which name. */
  kept: [name: string, value: string]
}

/** A client of a clinic whose browser remembers them. */
export async function signedIn(
  { server }: Pick<Stage, 'server'>,
  { admin, organizationId, publishable }: Pick<Clinic, 'admin' | 'organizationId' | 'publishable'>,
  draft: { first_name: string; last_name?: string; phone?: string } = guest(),
): Promise<SignedIn> {
  const { id } = await admin.clients.create(draft)
  const standing = { session_version: 1, role: null, specialist_id: null }
  const session = await openSession(server.app, { kind: 'client', organizationId, id }, standing)
  const name = `zapis:${publishable}@${server.url}`
  const value = JSON.stringify(session)
  const script = `if (!sessionStorage.begun) { sessionStorage.begun = 1; localStorage.setItem(${JSON.stringify(name)}, ${JSON.stringify(value)}) }`
  return {
    id,
    token: session.access_token,
    head: `<script>${script}</script>`,
    kept: [name, value],
  }
}
