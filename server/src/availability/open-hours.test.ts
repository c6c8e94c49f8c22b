import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Configuration } from './configuration.ts'
import { dayNumber } from './dates.ts'
import { openHours } from './open-hours.ts'
import { zone } from './zone.ts'

const always = { validFrom: null, validTo: null }
const day = dayNumber('2026-12-07')

function clinic(closes: number): Configuration {
  const week = [{ ...always, day: 1, from: 540, to: closes }]
  const location = { id: 1, timeZone: 'Europe/Moscow', slotStepMin: 30, archived: false }
  return {
    ...{ organizationId: 1, version: 1, currency: 'RUB', policy: {}, services: new Map() },
    locations: new Map([[1, { ...location, policy: {}, week, workplaceIds: [] }]]),
    specialists: new Map([
      [7, { id: 7, archived: false, week: [{ ...week[0]!, locationId: 1 }], exceptions: [] }],
    ]),
    holidays: [],
  }
}

function hoursIn(configuration: Configuration) {
  const location = configuration.locations.get(1)!
  return openHours(configuration, { location, zone: zone('Europe/Moscow') }, day, day)
}

const lengths = (configuration: Configuration) =>
  hoursIn(configuration)
    .of(configuration.specialists.get(7)!)
    .map(({ from, to }) => to - from)

test('hours are found once for a configuration, and anew for the next one', () => {
  const [before, after] = [clinic(1080), clinic(720)]
  assert.equal(lengths(before), [540])
  assert.is(hoursIn(before), hoursIn(before))
  assert.equal(lengths(after), [180])
  assert.equal(lengths(before), [540])
})

test.run()
