import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isUsable, liabilityOf, valueOf } from './package.ts'

const now = new Date('2027-03-08T10:00:00Z')
const before = new Date('2027-03-08T09:59:59Z')
const after = new Date('2027-03-08T10:00:01Z')

test('a package is usable while visits are left, it has not ended and was not taken back', () => {
  const whole = { visits_left: 1, expires_at: null, cancelled_at: null }
  assert.ok(isUsable(whole, now))
  assert.ok(isUsable({ ...whole, expires_at: after }, now))
  assert.not(isUsable({ ...whole, expires_at: now }, now))
  assert.not(isUsable({ ...whole, expires_at: before }, now))
  assert.not(isUsable({ ...whole, visits_left: 0 }, now))
  assert.not(isUsable({ ...whole, cancelled_at: before }, now))
})

test('visits have their share of the price, half a kopek up', () => {
  const table: [number, number, number, number][] = [
    [1_000_000, 5, 3, 600_000],
    [1_000_000, 5, 0, 0],
    [1_000_000, 5, 5, 1_000_000],
    [100, 3, 1, 33],
    [100, 3, 2, 67],
    [1, 2, 1, 1],
    [1, 3, 1, 0],
    [0, 3, 2, 0],
    [1_000_000_000_000, 1000, 999, 999_000_000_000],
  ]
  for (const [price_paid, visits_total, visits, value] of table)
    assert.is(valueOf({ price_paid, visits_total }, visits), value)
})

test('what is owed for a package is the share of its unused visits, and nothing once it was taken back', () => {
  const bought = { price_paid: 1_000_000, visits_total: 5, visits_left: 2, expires_at: null }
  assert.is(liabilityOf({ ...bought, cancelled_at: null }), 400_000)
  assert.is(liabilityOf({ ...bought, cancelled_at: now }), 0)
})

test('given back visit by visit, in any parts, it is the price that was given back', () => {
  const sizes = fc.integer({ min: 1, max: 1000 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), sizes, sizes, (price_paid, visits_total, n) => {
      const bought = { price_paid, visits_total }
      const first = Math.min(n, visits_total)
      let sum = valueOf(bought, first)
      for (let left = first; left < visits_total; left++) {
        const step = valueOf(bought, left + 1) - valueOf(bought, left)
        if (step < 0) return false
        sum += step
      }
      return sum === price_paid
    }),
  )
})

test.run()
