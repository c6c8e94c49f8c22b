import type { VisitAction } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { namedAppointment, payerOf, type NamedAppointment } from '../appointments/reads.ts'
import { statement, type Tx } from '../db/transaction.ts'
import type { Kept } from './compose-rows.ts'
import {
  balanceFacts,
  packageFacts,
  visitFacts,
  type LineNamed,
  type PackageNamed,
  type Saying,
} from './facts.ts'
import { isStillTrue, rules, type Template } from './rules.ts'
import type { Settings } from './settings.ts'
import type { Facts } from './texts/render.ts'
import { sayMoney } from './texts/texts.ts'

/** What a message tells of, as it is now. */
export interface Source {
  timeZone: string
  /** From then on nobody wants to know. */
  until: Date
  visit: NamedAppointment | null
  facts(saying: Saying): Facts
  /** In the organization's or its broadcast's own words, where they are not a text of the template. */
  words: { title: string; body: string } | null
  url: string | null
  actions: readonly VisitAction[]
  /** `v12`: of two undelivered messages about the same, the later replaces the earlier. */
  about: string
}

export interface Asking {
  app: Pick<App, 'config'>
  settings: Settings & { timeZone: string }
  offsetMin: number
  now: Date
}

const MINUTE_MS = 60_000

/** null: it is not so any more. */
export function readSource(tx: Tx, kept: Kept, asking: Asking): Promise<Source | null> {
  switch (rules[kept.template].about) {
    case 'visit':
      return ofVisit(tx, kept, asking)
    case 'package':
      return ofPackage(tx, kept, asking)
    case 'balance':
      return ofLine(tx, kept, asking)
    case 'broadcast':
      return ofBroadcast(tx, kept, asking)
  }
}

/** Of what has no visit to be in time for: so long after it was due. */
function freshUntil(due: Date, template: Template): Date {
  return new Date(due.getTime() + (rules[template].freshMin ?? 0) * MINUTE_MS)
}

async function ofVisit(tx: Tx, kept: Kept, asking: Asking): Promise<Source | null> {
  const { template, locale } = kept
  const visit =
    kept.appointment_id === null
      ? undefined
      : await namedAppointment(tx, kept.appointment_id, locale)
  if (visit === undefined) return null
  const told = new Date(String(kept.payload['starts_at']))
  const standing = { status: visit.status, startsAt: visit.starts_at }
  if (!isStillTrue(template, told, standing, asking.now)) return null
  const isAfter = rules[template].moment === 'after the visit'
  const due = new Date(visit.ends_at.getTime() + asking.offsetMin * MINUTE_MS)
  const isOfStaff = rules[template].audience === 'staff'
  const client = isOfStaff ? await payerOf(tx, visit.client_id) : ''
  const staffFacts = { client, reason: visit.cancel_reason ?? '' }
  const balance = speaksOf(kept, 'balance') ? await balanceNow(tx, kept.client_id) : null
  return {
    timeZone: visit.time_zone,
    until: isAfter ? freshUntil(due, template) : told,
    visit,
    words: null,
    facts: (saying) => ({
      ...visitFacts([visit], saying),
      ...staffFacts,
      balance:
        balance === null || saying.isDiscreet
          ? ''
          : sayMoney(balance, kept.currency, saying.locale),
    }),
    url: urlOf(template, visit, kept, asking),
    actions: actionsOf[template] ?? [],
    about: `v${visit.id}`,
  }
}

/** Whether the organization's own words have the placeholder: those that come with the program speak of no balance beside a visit. */
function speaksOf({ own_title, own_body }: Kept, placeholder: string): boolean {
  return `${own_title ?? ''} ${own_body ?? ''}`.includes(`{${placeholder}}`)
}

const wallet = statement(
  'notification_wallet',
  'select balance from client_wallets where organization_id = $1 and client_id = $2',
)

async function balanceNow(tx: Tx, clientId: number | null): Promise<number> {
  const row = await tx.maybe<{ balance: number }>(wallet, [tx.organizationId, clientId])
  return row?.balance ?? 0
}

const actionsOf: Partial<Record<Template, readonly VisitAction[]>> = {
  confirmed: ['open', 'move', 'cancel'],
  moved: ['open', 'move', 'cancel'],
  reminder_day: ['coming', 'move', 'cancel'],
  reminder_hours: ['coming', 'move', 'cancel'],
  cancelled: ['repeat'],
  next_visit: ['repeat'],
}

function urlOf(
  template: Template,
  visit: NamedAppointment,
  kept: Kept,
  { app, settings }: Asking,
): string | null {
  const { publicUrl } = app.config
  if (rules[template].audience === 'staff') return `${publicUrl}/admin`
  if (template === 'review') return settings.reviewUrl
  if (template === 'next_visit') return siteOf(app, kept, { service: visit.service_id })
  return `${publicUrl}/manage/${visit.code}`
}

function siteOf(
  { config }: Asking['app'],
  { slug }: Kept,
  more: Record<string, number> = {},
): string {
  const query = new URLSearchParams({ clinic: slug })
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  return `${config.publicUrl}/?${query.toString()}`
}

const packageNow = statement(
  'notification_package_now',
  `select coalesce(s.translations -> $3 ->> 'name', s.name) as name, p.visits_left, p.expires_at
   from client_packages p join service_packages s on s.organization_id = p.organization_id and s.id = p.package_id
   where p.organization_id = $1 and p.id = $2 and p.cancelled_at is null`,
)

/** A package that was given back, has ended, or (before it ends) is used up, is not spoken of. */
async function ofPackage(
  tx: Tx,
  kept: Kept,
  { app, now, settings }: Asking,
): Promise<Source | null> {
  const id = Number(kept.payload['client_package_id'])
  const values = [tx.organizationId, id, kept.locale]
  const row = await tx.maybe<Omit<PackageNamed, 'time_zone'>>(packageNow, values)
  if (row === undefined || (row.expires_at !== null && row.expires_at <= now)) return null
  const isLow = kept.template === 'package_low'
  // A visit of it has come back since: then there are enough.
  if (isLow ? row.visits_left > 1 : row.visits_left === 0) return null
  const { timeZone } = settings
  return {
    timeZone,
    until: isLow ? freshUntil(kept.created_at, kept.template) : (row.expires_at ?? now),
    visit: null,
    words: null,
    facts: (saying) => packageFacts({ ...row, time_zone: timeZone }, saying),
    url: siteOf(app, kept),
    actions: [],
    about: `p${id}`,
  }
}

const line = statement(
  'notification_wallet_line',
  `select t.type, t.amount, w.balance from wallet_transactions t
   join client_wallets w on w.organization_id = t.organization_id and w.client_id = t.client_id
   where t.organization_id = $1 and t.id = $2 and t.client_id = $3`,
)

async function ofLine(tx: Tx, kept: Kept, { app, settings }: Asking): Promise<Source | null> {
  const id = Number(kept.payload['transaction_id'])
  const values = [tx.organizationId, id, kept.client_id]
  const row = await tx.maybe<Omit<LineNamed, 'currency'>>(line, values)
  if (row === undefined) return null
  return {
    timeZone: settings.timeZone,
    until: freshUntil(kept.created_at, kept.template),
    visit: null,
    words: null,
    facts: (saying) => balanceFacts({ ...row, currency: kept.currency }, saying),
    url: siteOf(app, kept),
    actions: [],
    about: 'balance',
  }
}

const broadcast = statement(
  'notification_broadcast',
  `select title, body, url, send_at from broadcasts where organization_id = $1 and id = $2 and status <> 'stopped'`,
)

interface BroadcastWords {
  title: string
  body: string
  url: string | null
  send_at: Date
}

async function ofBroadcast(tx: Tx, kept: Kept, { app, settings }: Asking): Promise<Source | null> {
  const row = await tx.maybe<BroadcastWords>(broadcast, [tx.organizationId, kept.broadcast_id])
  if (row === undefined) return null
  return {
    timeZone: settings.timeZone,
    until: freshUntil(kept.created_at, kept.template),
    visit: null,
    words: { title: row.title, body: row.body },
    facts: () => ({}),
    url: row.url ?? siteOf(app, kept),
    actions: [],
    about: `b${kept.broadcast_id ?? 0}`,
  }
}
