import type { App } from '../app-context.ts'
import { namedAppointment, type NamedAppointment } from '../appointments/reads.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import type { Parcel } from './channels/channel.ts'
import { companyOf } from './company.ts'
import {
  hasComingVisit,
  isRemindedNearer,
  readKept,
  toldLately,
  type Kept,
} from './compose-rows.ts'
import { visitFacts } from './facts.ts'
import type { ClaimedNotification } from './lease-rows.ts'
import { parcelOf } from './parcel.ts'
import { personOfMember, readClient, readMember, type Client } from './person-rows.ts'
import { quietAround, type Quiet } from './quiet.ts'
import { reroute } from './reroute.ts'
import { rules, templates } from './rules.ts'
import { readSettings, type OrganizationSettings } from './setting-rows.ts'
import { ruleInForce } from './settings.ts'
import { readSource, type Source } from './source.ts'

export type Composed =
  | { kind: 'send'; parcel: Parcel }
  /** It is not true, not wanted or not needed any more. */
  | { kind: 'skip'; reason: string }
  /** Not now; it was no attempt. */
  | { kind: 'wait'; milliseconds: number }

/** As long as the message that goes first may take. */
const TURN_MS = 5_000

/** A message in words, as things are now: who it is about, whether it is still so, and whether they want to know. */
export function compose(app: App, { organization_id, id }: ClaimedNotification): Promise<Composed> {
  return transaction(app.db, organization_id, async (tx) => {
    const kept = await readKept(tx, id)
    const settings = await readSettings(tx)
    const rule = ruleInForce(kept.template, settings.rows, kept.service_id)
    // What the desk sends again is sent, whatever the rules have become.
    if (!rule.isEnabled && kept.round === 0) return skip('switched_off')
    const now = app.clock()
    const asking = { app, settings, offsetMin: rule.offsetMin, now }
    const source = await readSource(tx, kept, asking)
    if (source === null) return skip('outdated')
    if (source.until <= now) return skip('late')
    const telling = { app, kept, settings, source, quiet: null, now }
    return rules[kept.template].audience === 'staff'
      ? composeForStaff(tx, telling)
      : composeForClient(tx, telling)
  })
}

interface Telling {
  app: Pick<App, 'config' | 'secrets'>
  kept: Kept
  settings: OrganizationSettings
  source: Source
  quiet: Quiet | null
  now: Date
}

async function composeForClient(tx: Tx, telling: Telling): Promise<Composed> {
  const { app, kept, settings } = telling
  const person =
    kept.client_id === null ? undefined : await readClient(tx, kept.client_id, kept.appointment_id)
  if (person === undefined) return skip('no_such_client')
  const unwanted = await unwantedBecause(tx, telling, person)
  if (unwanted !== null) return skip(unwanted)
  const otherwise = await reroute(app, tx, { kept, person, settings })
  if (otherwise !== null) return skip(otherwise)
  const milliseconds = quietFor(telling, person)
  if (milliseconds !== null) return wait(milliseconds)
  const { notAgainMin } = rules[kept.template]
  const lately =
    notAgainMin === undefined || kept.round > 0 ? null : await toldLately(tx, kept, notAgainMin)
  if (lately === 'told') return skip('told_lately')
  return lately === 'under way' ? wait(TURN_MS) : inCompany(tx, { ...telling, quiet: person.quiet })
}

/** Who has left is told nothing, who has unlinked an account nothing there. */
async function composeForStaff(tx: Tx, telling: Telling): Promise<Composed> {
  const { app, kept, settings, source } = telling
  const member = kept.staff_id === null ? undefined : await readMember(tx, kept.staff_id)
  if (member === undefined) return skip('no_such_member')
  const otherwise = await reroute(app, tx, { kept, person: personOfMember(member), settings })
  return otherwise === null ? send(telling, source.facts) : skip(otherwise)
}

async function unwantedBecause(
  tx: Tx,
  { kept, settings, now }: Telling,
  person: Client,
): Promise<string | null> {
  const rule = rules[kept.template]
  if (rule.isReminder && !person.wantsReminders) return 'unwanted'
  if (rule.isFollowUp && !person.wantsFollowUps) return 'unwanted'
  if (kept.template === 'review' && settings.reviewUrl === null) return 'no_review_url'
  if (rule.needsConsent && !person.consentsToMarketing) return 'no_consent'
  if (kept.template === 'next_visit' && (await hasComingVisit(tx, person.id, now))) return 'booked'
  return null
}

/** How long it is quiet; null: it may be said. A visit that begins before the end of the quiet hours is spoken of in them. */
function quietFor({ kept, settings, source, now }: Telling, person: Client): number | null {
  if (!rules[kept.template].mayWait || kept.round > 0) return null
  const around = quietAround(now, person.quiet ?? settings.quiet, source.timeZone)
  if (around === null || around.to >= source.until) return null
  return around.to.getTime() - now.getTime()
}

async function inCompany(tx: Tx, telling: Telling): Promise<Composed> {
  const { kept, settings, source, now } = telling
  const { mergesMin } = rules[kept.template]
  const { visit, timeZone } = source
  if (mergesMin === undefined || visit === null) return send(telling, source.facts)
  const own = { id: visit.id, startsAt: visit.starts_at }
  const company = await companyOf(tx, kept, own, { timeZone, mergesMin, now })
  if (company.kind === 'waits') return wait(TURN_MS)
  if (company.kind === 'spoken') return skip('merged')
  const nearer = nearerReminders(kept, settings)
  if (kept.round === 0 && (await isRemindedNearer(tx, kept, nearer))) return skip('crowded')
  const others = await named(tx, company.of.slice(1), kept.locale)
  return send(telling, (saying) => ({
    ...source.facts(saying),
    ...visitFacts([visit, ...others], saying),
  }))
}

/** Those that come later before the same visit: after an outage they are due together. */
function nearerReminders({ template, service_id }: Kept, { rows }: OrganizationSettings) {
  if (!rules[template].isReminder) return []
  const { offsetMin } = ruleInForce(template, rows, service_id)
  return templates.filter((other) => {
    const rule = ruleInForce(other, rows, service_id)
    return rules[other].isReminder && rule.isEnabled && rule.offsetMin < offsetMin
  })
}

async function named(
  tx: Tx,
  ids: readonly number[],
  locale: Kept['locale'],
): Promise<NamedAppointment[]> {
  const found: NamedAppointment[] = []
  for (const id of ids) {
    const visit = await namedAppointment(tx, id, locale)
    if (visit !== undefined) found.push(visit)
  }
  return found
}

function send(telling: Telling, facts: Source['facts']): Composed {
  return { kind: 'send', parcel: parcelOf({ ...telling, facts }) }
}

function wait(milliseconds: number): Composed {
  return { kind: 'wait', milliseconds }
}

function skip(reason: string): Composed {
  return { kind: 'skip', reason }
}
