import type { Payment } from '@zapis/sdk'
import { cameBack } from '../api/paying.ts'
import type { Account, Tab } from './account.ts'
import { learn, loadKnown } from './known.ts'
import { append } from './paged.ts'
import { isActive } from './terms.ts'

/** A visit that has begun is still one's next for so long. */
const BEGUN_MS = 12 * 3_600_000
/** So few that the account stands on a screen; there is a button for more. */
const PAGE = 5
const MORE = 20

/** All of the first tab. */
export async function open(account: Account): Promise<void> {
  if (!account.connection.isSignedIn()) return
  await account.attempt(() => load(account))
  if (account.me) await settle(account)
}

async function load(account: Account): Promise<void> {
  const { connection } = account
  const [known, me] = await Promise.all([
    loadKnown(connection),
    connection.client.request('me.get', {}),
    loadOwn(account),
  ])
  await learnOf(account, known)
  account.set({ known, me, farewell: null })
}

async function learnOf(account: Account, known = account.known): Promise<void> {
  const visits = [...(account.coming ?? []), ...account.cancelled, ...(account.past?.items ?? [])]
  for (const visit of visits) account.visits.set(visit.id, visit)
  if (known) await learn(account.connection, known, visits)
}

/** Visits, the balance and what else is looked at, as they are now. */
export async function reload(account: Account): Promise<void> {
  await Promise.all([loadOwn(account), loadTab(account, true)])
  await learnOf(account)
  account.set(account.tab === 'money' ? {} : { lines: null })
}

/** What changes with every booking. */
async function loadOwn(account: Account): Promise<void> {
  const { client } = account.connection
  const [wallet, packages] = await Promise.all([
    client.request('me.wallet', {}),
    client.all('me.packages', { query: { limit: 100 }, limit: 300 }),
    loadVisits(account),
  ])
  account.set({ balance: wallet.balance, packages })
}

async function loadVisits(account: Account): Promise<void> {
  const { client } = account.connection
  const now = Date.now()
  const from = new Date(now - BEGUN_MS).toISOString()
  const to = new Date(now).toISOString()
  const [ahead, past] = await Promise.all([
    client.request('appointments.list', { query: { from, sort: 'starts_at', limit: 100 } }),
    client.request('appointments.list', { query: { to, sort: '-starts_at', limit: PAGE } }),
  ])
  const coming = ahead.data.filter((visit) => isActive(visit) && Date.parse(visit.ends_at) > now)
  const cancelled = ahead.data.filter(
    (visit) => !isActive(visit) && Date.parse(visit.starts_at) >= now,
  )
  account.set({ coming, cancelled, past: append(null, past) })
}

export function morePast(account: Account): Promise<void> {
  return account.attempt(async () => {
    const { past } = account
    const cursor = past?.next ?? undefined
    const to = new Date().toISOString()
    const query = { to, sort: '-starts_at', limit: MORE, cursor } as const
    const page = await account.connection.client.request('appointments.list', { query })
    account.set({ past: append(past, page) })
    await learnOf(account)
    account.set({})
  })
}

export function openTab(account: Account, tab: Tab): Promise<void> {
  account.set({ tab, told: null, failure: null, draft: null })
  return account.attempt(() => loadTab(account))
}

async function loadTab(account: Account, isFresh = false): Promise<void> {
  const { client } = account.connection
  const all = { query: { limit: 100 } }
  if (account.tab === 'money' && (isFresh || !account.lines)) await loadLines(account, null)
  if (account.tab === 'packages' && (isFresh || !account.discounts))
    account.set({ discounts: await client.all('me.discounts', { ...all, limit: 100 }) })
  if (account.tab === 'profile' && (isFresh || !account.consents)) {
    const [consents, consentTexts, preferences, me] = await Promise.all([
      client.all('me.consents', { ...all, limit: 100 }),
      client.all('consentTexts.list', { ...all, limit: 100 }),
      client.request('me.notificationPreferences', {}),
      client.request('me.get', {}),
    ])
    // What is being typed is over what was seen.
    account.set({ consents, consentTexts, preferences, ...(account.draft ? {} : { me }) })
  }
}

async function loadLines(account: Account, before: Account['lines']): Promise<void> {
  const { connection, known, visits } = account
  const { client } = connection
  const query = { limit: before ? MORE : 2 * PAGE, cursor: before?.next ?? undefined }
  const page = await client.request('me.transactions', { query })
  account.set({ lines: append(before, page) })
  const named = new Set(page.data.map(({ appointment_id }) => appointment_id ?? 0))
  const missing = [...named].filter((id) => id && !visits.has(id))
  if (missing.length === 0 || !known) return
  // Their names may come later, or not at all: the sums are there.
  const found = await Promise.allSettled(
    missing.map((id) => client.request('appointments.get', { params: { id } })),
  )
  const more = found.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  for (const visit of more) visits.set(visit.id, visit)
  await learn(connection, known, more)
  account.set({})
}

export function moreLines(account: Account): Promise<void> {
  return account.attempt(() => loadLines(account, account.lines))
}

/** Somebody comes back from paying, here or in the last visit to this page. */
export async function settle(account: Account): Promise<void> {
  const payment = await cameBack(account.connection, ['deposit', 'appointment']).catch(() => null)
  if (payment) await tellOf(account, payment)
}

async function tellOf(account: Account, payment: Payment): Promise<void> {
  const { purpose, status, amount } = payment
  const { tell, speak } = account
  if (status === 'pending') {
    account.set({ failure: { text: speak.say('payNotSeen'), retry: () => settle(account) } })
    return
  }
  if (status === 'failed' || status === 'cancelled') {
    account.set({ failure: { text: tell('payFailed'), retry: null } })
    return
  }
  if (purpose === 'deposit') account.set({ tab: 'money', lines: null })
  const key = status === 'unapplied' ? 'payKept' : purpose === 'deposit' ? 'toppedUp' : 'payDone'
  await account.attempt(() => reload(account))
  account.set({ told: tell(key, { amount: speak.money(amount) }) })
}
