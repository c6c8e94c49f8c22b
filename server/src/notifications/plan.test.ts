import fc from 'fast-check'
import type { EventType } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { channelNames, type ChannelName } from './channels/channel.ts'
import { plan, type Planned, type Planning, type Subject } from './plan.ts'
import type { RuleRow, Settings } from './settings.ts'
import { rules, templates } from './rules.ts'
import type { Person } from './ways.ts'

const HOUR_MS = 3_600_000
const now = new Date('2027-01-11T09:00:00Z')
const startsAt = new Date('2027-01-20T12:00:00Z')
const visit = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS), serviceId: 7 }
const subject: Subject = { visit, expiresAt: null, timeZone: 'Europe/Moscow' }
const settings: Settings = {
  quiet: { from: 22 * 60, to: 8 * 60 },
  showsService: false,
  reviewUrl: null,
  rows: [],
}
const anna: Person = {
  locale: 'ru',
  addresses: { telegram: ['42'], email: ['anna@example.com'], webpush: ['https://a', 'https://b'] },
  preferred: null,
  quiet: null,
  wantsReminders: true,
  wantsFollowUps: true,
  wantsCalendarByEmail: false,
  consentsToMarketing: false,
}
const planning: Planning = {
  audience: 'client',
  person: anna,
  settings,
  available: new Set(channelNames),
}
const confirmed = { status: 'confirmed' }

interface Changes {
  person?: Partial<Person>
  rows?: RuleRow[]
  visit?: Partial<NonNullable<Subject['visit']>>
  object?: Record<string, unknown>
  audience?: 'client' | 'staff'
  available?: ChannelName[]
  now?: Date
}

function planned(type: EventType, changes: Changes = {}): Planned[] {
  return plan(
    { type, object: changes.object ?? confirmed },
    { ...subject, visit: { ...visit, ...changes.visit } },
    {
      audience: changes.audience ?? 'client',
      person: { ...anna, ...changes.person },
      settings: { ...settings, rows: changes.rows ?? [] },
      available: new Set(changes.available ?? channelNames),
    },
    changes.now ?? now,
  )
}

const short = ({ template, channel, sendAt }: Planned) =>
  `${template} ${channel} ${sendAt.toISOString().slice(5, 16)}`

const rule = (row: Partial<RuleRow> & Pick<RuleRow, 'template'>): RuleRow => ({
  service_id: null,
  is_enabled: null,
  offset_min: null,
  channels: null,
  ...row,
})

test('a visit made longer at the same time has not moved for the client, but is reminded of', () => {
  const previous = { starts_at: 'a', specialist_id: 1, ends_at: 'b' }
  const told = (changes: Record<string, unknown>) =>
    planned('appointment.rescheduled', {
      object: { ...confirmed, ...previous, previous, ...changes },
    }).map(({ template }) => template)
  assert.equal(told({ ends_at: 'c' }), ['reminder_day', 'reminder_hours'])
  for (const changes of [
    { starts_at: 'c', ends_at: 'd' },
    { specialist_id: 2, ends_at: 'c' },
  ])
    assert.ok(told(changes).includes('moved'))
})

test('a booking is told of at once, and the visit reminded of a day and two hours before', () => {
  assert.equal(planned('appointment.booked').map(short), [
    'confirmed telegram 01-11T09:00',
    'reminder_day telegram 01-19T12:00',
    'reminder_hours telegram 01-20T10:00',
  ])
})

test('what waits for approval is told of when it is approved; the staff hear of it at once', () => {
  const object = { status: 'pending' }
  assert.equal(planned('appointment.booked', { object }), [])
  assert.is(planned('appointment.confirmed').length, 3)
  const staff = { audience: 'staff', object } as const
  assert.equal(planned('appointment.booked', staff).map(short), [
    'staff_booked telegram 01-11T09:00',
  ])
})

test('the first channel that reaches them is the way; without one nothing is told at once', () => {
  const first = (changes: Changes) =>
    planned('appointment.cancelled', changes).map(({ channel }) => channel)
  const without = (...channels: ChannelName[]) => ({
    person: {
      addresses: Object.fromEntries(
        Object.entries(anna.addresses).filter(
          ([channel]) => !channels.some((one) => one === channel),
        ),
      ),
    },
  })
  assert.equal(first({}), ['telegram'])
  assert.equal(first(without('telegram')), ['webpush', 'webpush'])
  assert.equal(first(without('telegram', 'webpush')), ['email'])
  assert.equal(first(without('telegram', 'webpush', 'email')), [])
  assert.equal(first({ available: ['email'] }), ['email'])
})

test('a client’s own order goes first, and what they have switched off is not used', () => {
  const preferred = [
    { channel: 'email', enabled: true },
    { channel: 'telegram', enabled: false },
  ] as const
  const channels = planned('appointment.booked', { person: { preferred } }).map(
    ({ channel }) => channel,
  )
  assert.equal(new Set(channels), new Set(['email']))
  const off = preferred.map((each) => ({ ...each, enabled: false }))
  const rest = planned('appointment.booked', { person: { preferred: off } })
  assert.equal(new Set(rest.map(({ channel }) => channel)), new Set(['webpush']))
})

test('WhatsApp is used when the client or the clinic has chosen it', () => {
  const addresses = { whatsapp: ['+79160000000'] }
  assert.equal(planned('appointment.cancelled', { person: { addresses } }), [])
  const preferred = [{ channel: 'whatsapp', enabled: true }] as const
  assert.is(planned('appointment.cancelled', { person: { addresses, preferred } }).length, 1)
  const rows = [rule({ template: 'cancelled', channels: ['whatsapp'] })]
  assert.is(planned('appointment.cancelled', { person: { addresses }, rows }).length, 1)
})

test('one message to one person; a calendar by e-mail besides only for who wants it', () => {
  const person = { wantsCalendarByEmail: true }
  const copies = planned('appointment.booked', { person }).filter(({ isCopy }) => isCopy)
  assert.equal(copies.map(short), ['confirmed email 01-11T09:00'])
  // Who is told by e-mail has it in that message.
  const byEmail = { ...person, addresses: { email: ['anna@example.com'] } }
  assert.not(planned('appointment.booked', { person: byEmail }).some(({ isCopy }) => isCopy))
})

test('a reminder whose way is not known yet is planned all the same', () => {
  const reminders = planned('appointment.booked', { person: { addresses: {} } })
  assert.equal(
    reminders.map(({ template, recipient }) => [template, recipient]),
    [
      ['reminder_day', null],
      ['reminder_hours', null],
    ],
  )
})

test('who books for soon is not reminded within the hour', () => {
  const soon = (hours: number) =>
    planned('appointment.booked', {
      visit: { startsAt: new Date(now.getTime() + hours * HOUR_MS) },
    }).map(({ template }) => template)
  assert.equal(soon(24.9), ['confirmed', 'reminder_hours'])
  assert.equal(soon(25.1), ['confirmed', 'reminder_day', 'reminder_hours'])
  assert.equal(soon(2.9), ['confirmed'])
  assert.equal(soon(0.5), ['confirmed'])
  assert.equal(soon(-0.5), [])
})

test('an organization and a service say when, whether and how', () => {
  const rows = [
    rule({ template: 'reminder_day', offset_min: 48 * 60 }),
    rule({ template: 'reminder_hours', is_enabled: false }),
    rule({ template: 'confirmed', channels: ['email'] }),
  ]
  assert.equal(planned('appointment.booked', { rows }).map(short), [
    'confirmed email 01-11T09:00',
    'reminder_day telegram 01-18T12:00',
  ])
  const single = [
    ...rows,
    rule({ template: 'reminder_hours', service_id: 7, is_enabled: true, offset_min: 180 }),
  ]
  assert.ok(
    planned('appointment.booked', { rows: single })
      .map(short)
      .includes('reminder_hours telegram 01-20T09:00'),
  )
  const other = { rows: single, visit: { serviceId: 8 } }
  assert.not(
    planned('appointment.booked', other).some(({ template }) => template === 'reminder_hours'),
  )
})

test('two reminders within the hour are one: the nearer', () => {
  // Before half past eight in the morning both would come on the evening before.
  const early = new Date('2027-01-20T05:30:00Z')
  const rows = [rule({ template: 'reminder_day', offset_min: 11 * 60 })]
  const found = planned('appointment.booked', { visit: { startsAt: early }, rows }).map(short)
  assert.equal(found, ['confirmed telegram 01-11T09:00', 'reminder_hours telegram 01-19T18:59'])
})

test('after a visit the clinic says what it has switched on', () => {
  assert.equal(planned('appointment.completed', { object: { status: 'completed' } }), [])
  const rows = (['thanks', 'review', 'next_visit'] as const).map((template) =>
    rule({ template, is_enabled: true }),
  )
  const found = planned('appointment.completed', { rows, object: { status: 'completed' } })
  assert.equal(found.map(short), [
    'thanks telegram 01-20T15:00',
    'review telegram 01-21T13:00',
    'next_visit telegram 02-19T13:00',
  ])
})

test('of packages and balances only what a client wants to know', () => {
  const names = (type: EventType, object: Record<string, unknown>) =>
    planned(type, { object }).map(({ template }) => template)
  assert.equal(names('package.used', { visits_left: 2 }), [])
  assert.equal(names('package.used', { visits_left: 1 }), ['package_low'])
  assert.equal(names('package.used', { visits_left: 0 }), ['package_low'])
  assert.equal(names('wallet.transaction', { type: 'deposit' }), ['balance'])
  assert.equal(names('wallet.transaction', { type: 'payment', appointment_id: 5 }), [])
  assert.equal(names('wallet.transaction', { type: 'payment', appointment_id: null }), ['balance'])
})

test('who has seen it done in our bot’s chat is not told there again; reminders, the calendar and the staff stay', () => {
  const object = { ...confirmed, told_by: 'telegram' }
  const person = { wantsCalendarByEmail: true }
  assert.equal(planned('appointment.booked', { object, person }).map(short), [
    'confirmed email 01-11T09:00',
    'reminder_day telegram 01-19T12:00',
    'reminder_hours telegram 01-20T10:00',
  ])
  assert.equal(planned('appointment.cancelled', { object }), [])
  assert.is(planned('appointment.cancelled', { object, audience: 'staff' }).length, 1)
  const byEmail = { addresses: { email: ['anna@example.com'] } }
  assert.is(planned('appointment.cancelled', { object, person: byEmail }).length, 1)
})

const eventTypes = [...new Set(templates.flatMap((template) => [...rules[template].events]))]

test('whatever happens: nothing to who has no way at once, each message once, none in the past', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...eventTypes),
      fc.integer({ min: -50, max: 5000 }),
      fc.subarray([...channelNames]),
      fc.boolean(),
      (type, hours, available, wantsCalendarByEmail) => {
        const from = new Date(now.getTime() + hours * HOUR_MS)
        const found = plan(
          { type, object: { status: 'confirmed', visits_left: 1, type: 'deposit' } },
          { ...subject, visit: { ...visit, startsAt: from, endsAt: from } },
          { ...planning, person: { ...anna, wantsCalendarByEmail }, available: new Set(available) },
          now,
        )
        const keys = found.map(
          ({ template, channel, recipient }) => `${template} ${channel} ${recipient ?? ''}`,
        )
        assert.is(new Set(keys).size, keys.length)
        for (const { template, channel, recipient, sendAt } of found) {
          assert.ok(sendAt >= now)
          if (recipient !== null) assert.ok(available.includes(channel))
          else assert.is.not(rules[template].moment, 'at once')
          if (rules[template].isReminder) assert.ok(sendAt < from)
        }
      },
    ),
  )
})

test.run()
