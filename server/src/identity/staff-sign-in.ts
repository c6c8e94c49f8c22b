import type { App } from '../app-context.ts'
import { normalizeEmail } from '../clients/contact.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Role } from '../http/call.ts'
import type { LimitPolicy } from '../redis/limiter.ts'
import { maskedKey, type Guard } from './guard.ts'
import { visitor } from '../visitor.ts'
import { passwordMatches } from './passwords.ts'
import { openSession, type TokenPair } from './sessions.ts'

const WINDOW = 900
const perAddress: LimitPolicy = { name: 'sign-in-address', points: 100, seconds: WINDOW }
/** One visitor guesses little, and cannot lock the owner out from elsewhere; all visitors together guess little too. */
const perVisitor: LimitPolicy = { name: 'sign-in-visitor', points: 10, seconds: WINDOW }
const perAccount: LimitPolicy = { name: 'sign-in-account', points: 100, seconds: WINDOW }

interface Account {
  organization_id: number
  id: number
  password_hash: string | null
  role: Role
  specialist_id: number | null
  session_version: number
}

/** Whatever is wrong (organization, e-mail, password), the answer and the time that it takes are the same. */
export async function signInStaff(
  app: App,
  guard: Guard,
  call: Call<'auth.staff'>,
): Promise<TokenPair> {
  const email = normalizeEmail(call.body.email)
  const { organizationId } = call.caller
  const slug = call.body.organization
  if (organizationId === null && slug === undefined) {
    throw new Fault('invalid_request', {
      errors: [{ pointer: '/organization', code: 'required' }],
    })
  }
  const account = maskedKey(app, `${organizationId ?? slug} ${email}`)
  const from = visitor(call.address)
  const streak = await currentStreak(app, account)
  await guard(
    [perAddress, from],
    [perVisitor, `${account}:${from}:${streak}`],
    [perAccount, `${account}:${streak}`],
  )
  const found = await transaction(app.db, organizationId, (tx) =>
    organizationId === null ? bySlug(tx, slug, email) : byEmail(tx, email, slug),
  )
  const matches = await passwordMatches(found?.password_hash ?? null, call.body.password)
  if (!found || !matches) throw new Fault('invalid_credentials')
  await beginStreak(app, account)
  const of = { kind: 'staff', organizationId: found.organization_id, id: found.id } as const
  app.log.info({ organization: of.organizationId, staff: of.id }, 'staff signed in')
  return openSession(app, of, found)
}

function bySlug(tx: Tx, slug: string | undefined, email: string): Promise<Account | undefined> {
  return tx.maybe<Account>('select * from find_staff($1, $2)', [slug, email])
}

const ofOrganization = statement(
  'identity_staff_by_email',
  `select s.organization_id, s.id, s.password_hash, s.role, s.specialist_id, s.session_version
   from staff s join organizations o on o.id = s.organization_id
   where s.organization_id = $1 and lower(s.email) = lower($2) and s.archived_at is null
     and ($3::text is null or o.slug = $3)`,
)

/** The key's organization counts; a slug beside it must be the same one. */
function byEmail(tx: Tx, email: string, slug?: string): Promise<Account | undefined> {
  return tx.maybe<Account>(ofOrganization, [tx.organizationId, email, slug ?? null])
}

/**
 * Attempts are counted before the password is looked at, or a burst of guesses would all pass. A right password
 * begins a new count: whoever signs in often is not refused. Without the store there is one count for all.
 */
async function currentStreak(app: App, account: string): Promise<string> {
  const kept = await app.ephemeral.notes.get(`sign-in:${account}`).catch(() => null)
  return kept ?? '0'
}

async function beginStreak(app: App, account: string): Promise<void> {
  const streak = String(app.clock().getTime())
  await app.ephemeral.notes.set(`sign-in:${account}`, streak, WINDOW * 1000).catch(() => undefined)
}
