import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { comparedWith, periodOf, presets } from './period.ts'

test('a preset means whole days that end today, or a whole month', () => {
  const today = '2027-03-31'
  assert.equal(periodOf('week', today), { from: '2027-03-25', to: today })
  assert.equal(periodOf('month', today), { from: '2027-03-01', to: today })
  assert.equal(periodOf('lastMonth', today), { from: '2027-02-01', to: '2027-02-28' })
  assert.equal(periodOf('year', today), { from: '2026-04-01', to: today })
})

test('a month is compared with the month before, other periods with as many days', () => {
  const march = { from: '2027-03-01', to: '2027-03-31' }
  assert.equal(comparedWith(march, 'before'), { from: '2027-02-01', to: '2027-02-28' })
  assert.equal(comparedWith(march, 'year'), { from: '2026-03-01', to: '2026-03-31' })
  const days = { from: '2027-03-05', to: '2027-03-11' }
  assert.equal(comparedWith(days, 'before'), { from: '2027-02-26', to: '2027-03-04' })
})

test('no period of a preset is longer than a report takes, and none touches what it is compared with', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.constantFrom(...presets), (today, preset) => {
      const period = periodOf(preset, today)
      const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1
      assert.ok(days >= 1 && days <= 366)
      assert.ok(comparedWith(period, 'before').to < period.from)
    }),
  )
})

test.run()
