/** Event → who is told what, when and by which channel: no I/O, no clock. */
import type { EventType } from '@zapis/sdk/contract'
import type { ChannelName } from './channels/channel.ts'
import { afterQuiet, reminderTime, type Quiet } from './quiet.ts'
import { rules, SOON_MIN, templatesOf, type Template } from './rules.ts'
import { ruleInForce, type RuleInForce, type Settings } from './settings.ts'
import { waysTo, type Person } from './ways.ts'

export interface Happened {
  type: EventType
  /** The thing as it was after the event. */
  object: Readonly<Record<string, unknown>>
}

/** What the event is about, where there is one. */
export interface Subject {
  visit: { startsAt: Date; endsAt: Date; serviceId: number } | null
  /** When a package ends. */
  expiresAt: Date | null
  timeZone: string
}

export interface Planned {
  template: Template
  channel: ChannelName
  /** null: nobody reaches them now; the way is chosen when it is due. */
  recipient: string | null
  sendAt: Date
  /** The calendar file by e-mail, besides the message. */
  isCopy: boolean
}

const MINUTE_MS = 60_000
const SOON_MS = SOON_MIN * MINUTE_MS
/** A package with so many visits left is running out. */
const FEW_VISITS = 1

export interface Planning {
  audience: 'client' | 'staff'
  person: Person
  settings: Settings
  available: ReadonlySet<ChannelName>
}

export function plan(event: Happened, subject: Subject, planning: Planning, now: Date): Planned[] {
  const { settings, audience } = planning
  const timed = templatesOf(event.type, audience).flatMap((template) => {
    const rule = ruleInForce(template, settings.rows, subject.visit?.serviceId ?? null)
    const at =
      rule.isEnabled && isMeant(template, event)
        ? sendTime(template, rule, { subject, planning, now })
        : null
    return at === null ? [] : [{ template, rule, at }]
  })
  return timed
    .filter((one) => !timed.some((other) => isCrowdedOut(one, other)))
    .flatMap(({ template, rule, at }) => addressed(template, rule, at, planning))
    .filter((one) => !isToldThere(one, event))
}

/** The client has done it in the chat of our bot, which has answered: reminders and the calendar by e-mail are not that answer. */
function isToldThere({ template, channel }: Planned, { object }: Happened): boolean {
  const { audience, about, moment } = rules[template]
  const isAnswer = audience === 'client' && about === 'visit' && moment === 'at once'
  return isAnswer && channel === object['told_by']
}

/** Whether the event, as it happened, is one to tell of. */
function isMeant(template: Template, { type, object }: Happened): boolean {
  switch (rules[template].about) {
    case 'visit':
      if (template === 'moved' && isAtSameTime(object)) return false
      // A visit that waits for approval or payment is told of when it is confirmed; the staff hear of it at once.
      return type === 'appointment.cancelled' ||
        type === 'appointment.completed' ||
        template === 'staff_booked'
        ? true
        : object['status'] === 'confirmed'
    case 'package':
      return (
        type !== 'package.used' ||
        object['visits_left'] === FEW_VISITS ||
        object['visits_left'] === 0
      )
    case 'balance':
      // What is paid for a visit is told of with the visit; a package, nowhere else.
      return object['type'] !== 'payment' || typeof object['appointment_id'] !== 'number'
    case 'broadcast':
      return false
  }
}

/** Made longer or shorter, at the same time with the same specialist: to the client nothing has moved. */
function isAtSameTime({
  previous,
  starts_at,
  specialist_id,
  ends_at,
}: Happened['object']): boolean {
  const before: object = typeof previous === 'object' && previous !== null ? previous : {}
  return (
    Reflect.get(before, 'starts_at') === starts_at &&
    Reflect.get(before, 'specialist_id') === specialist_id &&
    Reflect.get(before, 'ends_at') !== ends_at
  )
}

interface Moment {
  subject: Subject
  planning: Planning
  now: Date
}

/** null: not at all. */
function sendTime(
  template: Template,
  { offsetMin }: RuleInForce,
  { subject, planning, now }: Moment,
): Date | null {
  const { moment, mayWait } = rules[template]
  const { person, settings } = planning
  const quiet: Quiet = person.quiet ?? settings.quiet
  const { visit, expiresAt, timeZone } = subject
  if (moment === 'at once') {
    if (rules[template].about === 'visit' && (visit === null || visit.startsAt <= now)) return null
    return mayWait ? afterQuiet(now, quiet, timeZone) : now
  }
  if (moment === 'before the visit') {
    if (visit === null) return null
    const wanted = new Date(visit.startsAt.getTime() - offsetMin * MINUTE_MS)
    const at = reminderTime(wanted, visit.startsAt, { quiet, timeZone })
    return at.getTime() < now.getTime() + SOON_MS ? null : at
  }
  const from = moment === 'after the visit' ? visit?.endsAt : expiresAt
  if (!from) return null
  const sign = moment === 'after the visit' ? 1 : -1
  const at = new Date(from.getTime() + sign * offsetMin * MINUTE_MS)
  return at < now && moment === 'before the expiry' ? null : afterQuiet(at, quiet, timeZone)
}

interface Timed {
  template: Template
  rule: RuleInForce
  at: Date
}

/** Of two reminders within the hour the one that is meant to be nearer to the visit stays. */
function isCrowdedOut(one: Timed, other: Timed): boolean {
  if (!rules[one.template].isReminder || !rules[other.template].isReminder) return false
  const apart = Math.abs(one.at.getTime() - other.at.getTime())
  return apart < SOON_MS && other.rule.offsetMin < one.rule.offsetMin
}

function addressed(
  template: Template,
  rule: RuleInForce,
  sendAt: Date,
  planning: Planning,
): Planned[] {
  const { person, available } = planning
  const ways = waysTo(person, { ...rule, available })
  const [way] = ways
  const base = { template, sendAt, isCopy: false }
  if (way === undefined)
    return rules[template].moment === 'at once'
      ? []
      : [{ ...base, channel: 'webpush', recipient: null }]
  const planned: Planned[] = way.recipients.map((recipient) => ({
    ...base,
    channel: way.channel,
    recipient,
  }))
  const byEmail = ways.find(({ channel }) => channel === 'email' && channel !== way.channel)
  const wantsCopy = rules[template].hasCalendar && person.wantsCalendarByEmail
  return wantsCopy && byEmail !== undefined
    ? [
        ...planned,
        ...byEmail.recipients.map((recipient) => ({
          ...base,
          channel: 'email' as const,
          recipient,
          isCopy: true,
        })),
      ]
    : planned
}
