import type { App } from '../app-context.ts'
import type { Interval } from '../availability/configuration.ts'
import { zone } from '../availability/zone.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import { hashPassword } from '../identity/passwords.ts'
import { changeOrganization, insertOrganization } from '../organizations/rows.ts'
import { calendarOf } from './calendar.ts'
import { configurationOf } from './configuration.ts'
import { insertBreaks } from './insert-breaks.ts'
import { insertCatalogue } from './insert-catalogue.ts'
import { insertHistory } from './insert-history.ts'
import { insertAccounts, insertClients, insertKeys } from './insert-people.ts'
import { keepBooks } from './keep-books.ts'
import { createRandom } from './random.ts'
import { signIns, slug } from './sign-ins.ts'
import { branding, organization, policies, translations } from './texts-places.ts'
import { planVisits } from './visits.ts'

/** Ours among the advisory locks of the database, beside the migrations'. */
const LOCK = 7_041_776_311
const SEED = 2012

/**
 * The demo clinic, around the day of `now`; false when there is an organization of that name already. All of it or
 * nothing, and once, however many processes start.
 */
export async function seedDemo(app: Pick<App, 'db'>, now: Date): Promise<boolean> {
  if (await transaction(app.db, null, exists)) return false
  // Slow on purpose, so before the lock.
  const hashes = await Promise.all(signIns.map(({ password }) => hashPassword(password)))
  return transaction(app.db, null, async (tx) => {
    await tx.query('set local lock_timeout = 0')
    await tx.query('set local statement_timeout = 0')
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
    if (await exists(tx)) return false
    await seed(tx, hashes, Math.floor(now.getTime() / 60_000))
    return true
  })
}

async function exists(tx: Tx): Promise<boolean> {
  return (await tx.maybe('select 1 from find_organization($1)', [slug])) !== undefined
}

async function seed(outside: Tx, hashes: readonly string[], nowMin: number): Promise<void> {
  const tx = await insertOrganization(outside, { slug, ...organization })
  await changeOrganization(tx, { branding, policies, translations })
  await insertKeys(tx)
  const today = zone(organization.time_zone).localOf(nowMin).date
  const random = createRandom(SEED)
  const calendar = calendarOf(today)
  const ids = await insertCatalogue(tx, calendar)
  const account = await insertAccounts(tx, ids, hashes)
  const clients = await insertClients(tx, ids, today, random)
  const taken = new Map<string, Interval[]>()
  await insertBreaks(tx, ids, calendar, taken)
  const configuration = configurationOf(tx.organizationId ?? 0, ids, calendar)
  const stage = { configuration, ids, clients, taken, today, nowMin, random }
  const visits = planVisits(stage)
  const desk = account('reception@demo.test')
  const admin = account('admin@demo.test')
  const books = keepBooks({ visits, clients, ids, nowMin, random, desk, admin })
  await insertHistory(tx, visits, books, desk)
}
