import { openSession } from '../identity/sessions.ts'
import { guest, type Clinic, type Sdk } from './clinic.ts'
import type { TestServer } from './server.ts'

export interface Person {
  id: number
  token: string
  sdk: Sdk
}

/** A client of the clinic, signed in. */
export async function clientOf(
  { app, as }: TestServer,
  { admin, organizationId }: Clinic,
  draft: { first_name: string; phone?: string; email?: string; blocked?: boolean } = guest(),
): Promise<Person> {
  const { id } = await admin.clients.create(draft)
  const standing = { session_version: 1, role: null, specialist_id: null }
  const session = await openSession(app, { kind: 'client', organizationId, id }, standing)
  return { id, token: session.access_token, sdk: as(session.access_token) }
}

let members = 0

/** A member of the clinic's staff, signed in. */
export async function memberOf(
  { as }: TestServer,
  { owner, slug }: Clinic,
  role: 'admin' | 'reception' | 'specialist',
  specialistId: number | null = null,
): Promise<Person> {
  members++
  const email = `member${members}@clinic.test`
  const password = 'a long password'
  const { id } = await as(owner).staff.create({
    email,
    password,
    role,
    specialist_id: specialistId,
  })
  const session = await as().auth.staff({ email, password, organization: slug })
  return { id, token: session.access_token, sdk: as(session.access_token) }
}
