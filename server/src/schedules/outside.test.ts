import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Configuration, LocationConfig } from '../availability/configuration.ts'
import { locationHours } from '../availability/hours.ts'
import { zone } from '../availability/zone.ts'
import { outside, type Visit } from './outside.ts'

/** Open all day and all night but on Sundays. */
function configuration(...timeZones: string[]): Configuration {
  const days = [1, 2, 3, 4, 5, 6]
  const week = days.map((day) => ({ day, from: 0, to: 1440, validFrom: null, validTo: null }))
  const locations = timeZones.map((timeZone, index): [number, LocationConfig] => {
    const id = index + 1
    const rest = { slotStepMin: 15, archived: false, policy: {}, workplaceIds: [] }
    return [id, { id, timeZone, week, ...rest }]
  })
  return {
    organizationId: 1,
    version: 1,
    currency: 'RUB',
    policy: {},
    services: new Map(),
    specialists: new Map(),
    holidays: [],
    locations: new Map(locations),
  }
}

let ids = 0

function visit(locationId: number, from: string, to: string): Visit {
  ids++
  const [start = 0, end = 0] = [from, to].map((instant) => Date.parse(instant) / 60_000)
  return { id: ids, specialistId: 1, locationId, from: start, to: end }
}

function left(hours: Configuration, visits: Visit[]): string[] {
  const found = outside(hours, visits, (id, from, to) => locationHours(hours, id, from, to))
  return found.map((each) => zone('UTC').isoWithOffset(each.from))
}

test('a visit across midnight is within hours that touch there, and outside when the next day is closed', () => {
  const berlin = configuration('Europe/Berlin')
  const visits = [
    visit(1, '2027-01-15T23:30:00+01:00', '2027-01-16T00:30:00+01:00'),
    visit(1, '2027-01-16T23:30:00+01:00', '2027-01-17T00:30:00+01:00'),
    visit(1, '2027-01-16T23:00:00+01:00', '2027-01-17T00:00:00+01:00'),
  ]
  assert.equal(left(berlin, visits), ['2027-01-16T22:30:00+00:00'])
})

test('the same instant is of each branch’s own day', () => {
  const two = configuration('Europe/Berlin', 'Asia/Tokyo')
  const [from, to] = ['2027-01-16T16:00:00Z', '2027-01-16T17:00:00Z']
  assert.equal(left(two, [visit(1, from, to)]), [])
  assert.equal(left(two, [visit(2, from, to), visit(1, from, to)]), ['2027-01-16T16:00:00+00:00'])
})

test('visits are named in the order of their starts, whatever the branch', () => {
  const two = configuration('Europe/Berlin', 'Asia/Tokyo')
  const visits = ['2027-01-17T09:00:00Z', '2027-01-17T07:00:00Z', '2027-01-17T08:00:00Z'].map(
    (from, index) => visit((index % 2) + 1, from, from.replace(':00:', ':30:')),
  )
  assert.equal(left(two, visits), [
    '2027-01-17T07:00:00+00:00',
    '2027-01-17T08:00:00+00:00',
    '2027-01-17T09:00:00+00:00',
  ])
})

test('nothing booked is nothing outside', () => {
  assert.equal(left(configuration('Europe/Berlin'), []), [])
})

test.run()
