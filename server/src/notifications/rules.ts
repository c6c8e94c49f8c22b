/** Who is told what, when and by which channel: data. No I/O, no clock. */
import { notificationTemplates, type EventType } from '@zapis/sdk/contract'
import type { ChannelName } from './channels/channel.ts'

export const templates = notificationTemplates
export type Template = (typeof templates)[number]

export interface Rule {
  audience: 'client' | 'staff'
  about: 'visit' | 'package' | 'balance' | 'broadcast'
  /** What causes it. */
  events: readonly EventType[]
  moment: 'at once' | 'before the visit' | 'after the visit' | 'before the expiry'
  /** How far from the moment; an organization may say another. */
  offsetMin: number
  isEnabled: boolean
  /** The best first. */
  channels: readonly ChannelName[]
  /** Only to those who consented, with a way out in the message. */
  needsConsent?: true
  /** May be put off to the end of the quiet hours; else it is worth being woken for, or the client has just asked for it. */
  mayWait?: true
  /** The client may want none of them. */
  isReminder?: true
  /** Of a visit that has been; the client may want none of them, and each has a link that says so. */
  isFollowUp?: true
  /** Visits of the same day that begin within so many minutes are spoken of in one message. */
  mergesMin?: number
  /** The same client is not told again for so long, whatever the visit. */
  notAgainMin?: number
  /** How late it may be said; else until the visit begins. */
  freshMin?: number
  /** With the calendar file, where the channel carries files. */
  hasCalendar?: true
}

const HOUR = 60
const DAY = 24 * HOUR
const confirmed = ['appointment.booked', 'appointment.confirmed'] as const
/** The first that reaches the client is the way. WhatsApp costs money, so somebody has to want it. */
const order = ['telegram', 'max', 'webpush', 'email', 'whatsapp'] as const
const visit = { audience: 'client', about: 'visit', channels: order } as const
const atOnce = { moment: 'at once', offsetMin: 0, isEnabled: true } as const
const reminder = {
  ...visit,
  events: [...confirmed, 'appointment.rescheduled'],
  moment: 'before the visit',
  isEnabled: true,
  mayWait: true,
  isReminder: true,
} as const
/** What the clinic has to want first: nobody likes to be written to after every visit. */
const afterwards = {
  ...visit,
  events: ['appointment.completed'],
  moment: 'after the visit',
  isEnabled: false,
  mayWait: true,
  isFollowUp: true,
} as const
const staff = {
  audience: 'staff',
  about: 'visit',
  ...atOnce,
  channels: ['telegram', 'email'],
} as const

/** One event is told to one person by one channel. */
export const rules: Readonly<Record<Template, Rule>> = {
  confirmed: { ...visit, ...atOnce, events: confirmed, hasCalendar: true },
  moved: {
    ...visit,
    ...atOnce,

    events: ['appointment.rescheduled'],
    hasCalendar: true,
  },
  cancelled: {
    ...visit,
    ...atOnce,

    events: ['appointment.cancelled'],
    hasCalendar: true,
  },
  reminder_day: { ...reminder, offsetMin: DAY, mergesMin: DAY },
  // Who comes at ten and at six is reminded twice that day.
  reminder_hours: { ...reminder, offsetMin: 2 * HOUR, mergesMin: 3 * HOUR },
  thanks: {
    ...afterwards,

    offsetMin: 2 * HOUR,
    notAgainMin: 20 * HOUR,
    freshMin: DAY,
  },
  review: {
    ...afterwards,

    offsetMin: DAY,
    notAgainMin: 30 * DAY,
    freshMin: 3 * DAY,
  },
  next_visit: {
    ...afterwards,

    offsetMin: 30 * DAY,
    notAgainMin: 30 * DAY,
    freshMin: 7 * DAY,
    needsConsent: true,
  },
  package_low: {
    ...visit,
    ...atOnce,

    about: 'package',
    events: ['package.used'],
    mayWait: true,
    freshMin: 3 * DAY,
  },
  package_expiring: {
    ...visit,

    about: 'package',
    events: ['package.purchased'],
    moment: 'before the expiry',
    offsetMin: 14 * DAY,
    isEnabled: true,
    mayWait: true,
    freshMin: 7 * DAY,
  },
  balance: {
    ...visit,
    ...atOnce,

    about: 'balance',
    events: ['wallet.transaction'],
    mayWait: true,
    freshMin: DAY,
  },
  staff_booked: { ...staff, events: ['appointment.booked'] },
  staff_cancelled: { ...staff, events: ['appointment.cancelled'] },
  broadcast: {
    ...visit,
    ...atOnce,

    about: 'broadcast',
    events: [],
    needsConsent: true,
    mayWait: true,
    freshMin: 3 * DAY,
  },
}

export function templatesOf(type: EventType, audience: Rule['audience']): Template[] {
  return templates.filter(
    (template) => rules[template].audience === audience && rules[template].events.includes(type),
  )
}

/** Who has just booked needs no reminder within so many minutes, and two reminders within them are one. */
export const SOON_MIN = HOUR

export interface VisitNow {
  status: string
  startsAt: Date
}

/** Nobody is told on Monday of a visit that was moved on Sunday, nor of one that has begun. */
export function isStillTrue(template: Template, told: Date, visit: VisitNow, now: Date): boolean {
  if (rules[template].moment === 'after the visit') return visit.status === 'completed'
  if (told <= now || visit.startsAt.getTime() !== told.getTime()) return false
  if (template === 'cancelled' || template === 'staff_cancelled')
    return visit.status === 'cancelled'
  if (template === 'staff_booked') return ['pending', 'confirmed'].includes(visit.status)
  return visit.status === 'confirmed'
}
