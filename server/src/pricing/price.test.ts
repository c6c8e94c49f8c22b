import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  percentOf,
  priceOf,
  type Discounts,
  type ManualDiscount,
  type PersonalDiscount,
} from './price.ts'

const about = { serviceId: 1, date: '2027-03-08' }

function personal(percent: number, more: Partial<PersonalDiscount> = {}): PersonalDiscount {
  return { serviceId: null, percent, validFrom: null, validTo: null, reason: 'Свой', ...more }
}

function promo({ percent, amount }: { percent?: number; amount?: number }) {
  return { promoId: 7, code: 'SPRING', percent: percent ?? null, amount: amount ?? null }
}

/** [base, discounts, what each line takes, total] */
const table: [number, Discounts, number[], number][] = [
  [250_000, { personal: [] }, [], 250_000],
  [250_000, { personal: [personal(10)] }, [25_000], 225_000],
  [250_000, { personal: [personal(5), personal(15), personal(10)] }, [37_500], 212_500],
  [250_000, { personal: [personal(50, { serviceId: 2 }), personal(5)] }, [12_500], 237_500],
  [250_000, { personal: [personal(50, { validFrom: '2027-03-09' })] }, [], 250_000],
  [250_000, { personal: [personal(50, { validTo: '2027-03-07' })] }, [], 250_000],
  [100, { personal: [personal(50, { validFrom: '2027-03-08', validTo: '2027-03-08' })] }, [50], 50],
  [250_000, { personal: [personal(10)], promo: promo({ percent: 10 }) }, [25_000, 22_500], 202_500],
  [
    250_000,
    {
      personal: [personal(10)],
      promo: promo({ percent: 10 }),
      manual: { percent: 10, reason: 'Ждали' },
    },
    [25_000, 22_500, 20_250],
    182_250,
  ],
  [
    250_000,
    {
      personal: [personal(10)],
      promo: promo({ amount: 50_000 }),
      manual: { percent: 50, reason: '' },
    },
    [25_000, 50_000, 87_500],
    87_500,
  ],
  [30_000, { personal: [], promo: promo({ amount: 50_000 }) }, [30_000], 0],
  [30_000, { personal: [personal(100)], promo: promo({ percent: 10 }) }, [30_000, 0], 0],
  [30_000, { personal: [], manual: { amount: 50_000, reason: '' } }, [30_000], 0],
  // Half a kopek goes up, in each line by itself.
  [5, { personal: [personal(10)] }, [1], 4],
  [4, { personal: [personal(10)] }, [0], 4],
  [15, { personal: [personal(10)], promo: promo({ percent: 10 }) }, [2, 1], 12],
  [
    25,
    {
      personal: [personal(50)],
      promo: promo({ percent: 50 }),
      manual: { percent: 50, reason: '' },
    },
    [13, 6, 3],
    3,
  ],
  [99_999, { personal: [personal(33.33)] }, [33_330], 66_669],
  [150, { personal: [personal(0.33)] }, [0], 150],
  [152, { personal: [personal(0.33)] }, [1], 151],
  [1_000_000_000_000, { personal: [personal(99.99)] }, [999_900_000_000], 100_000_000],
  [0, { personal: [personal(10)], promo: promo({ amount: 100 }) }, [0, 0], 0],
]

test('each price is right to the kopek', () => {
  for (const [base, discounts, lines, total] of table) {
    const price = priceOf(base, about, discounts)
    const told = JSON.stringify({ base, discounts })
    assert.equal(
      price.discounts.map(({ amount }) => amount),
      lines,
      told,
    )
    assert.is(price.total, total, told)
    assert.is(price.price, base, told)
  }
})

test('a line says whose discount it is, its percent or that it was an amount, and why', () => {
  const manual: ManualDiscount = { amount: 100, reason: 'Ждали' }
  const discounts = { personal: [personal(10)], promo: promo({ percent: 5 }), manual }
  assert.equal(priceOf(10_000, about, discounts).discounts, [
    { kind: 'client', percent: 10, amount: 1000, reason: 'Свой' },
    { kind: 'promo', percent: 5, amount: 450, reason: 'SPRING', promoCodeId: 7 },
    { kind: 'manual', percent: null, amount: 100, reason: 'Ждали' },
  ])
})

test('of two kinds the order counts: an amount after a percent is not a percent after an amount', () => {
  const amountLast = priceOf(10_000, about, {
    personal: [personal(10)],
    promo: promo({ amount: 1000 }),
  })
  const percentLast = priceOf(10_000, about, {
    personal: [],
    promo: promo({ amount: 1000 }),
    manual: { percent: 10, reason: '' },
  })
  assert.equal([amountLast.total, percentLast.total], [8000, 8100])
})

const amounts = fc.integer({ min: 1, max: 1_000_000_000_000 })
const bases = fc.integer({ min: 0, max: 1_000_000_000_000 })
const percents = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100)
const either = fc.oneof(
  percents.map((percent) => ({ percent })),
  amounts.map((amount) => ({ amount })),
)
const everything: fc.Arbitrary<Discounts> = fc.record({
  personal: fc.array(
    percents.map((percent) => personal(percent)),
    { maxLength: 3 },
  ),
  promo: fc.option(either.map(promo)),
  manual: fc.option(either.map((discount) => ({ ...discount, reason: '' }))),
})

test('a price is never below nothing, and its lines are its discount', () => {
  fc.assert(
    fc.property(bases, everything, (base, discounts) => {
      const price = priceOf(base, about, discounts)
      const sum = price.discounts.reduce((total, { amount }) => total + amount, 0)
      return (
        price.total >= 0 &&
        price.discounts.every(({ amount }) => amount >= 0 && Number.isSafeInteger(amount)) &&
        sum === price.discount &&
        price.total === base - sum
      )
    }),
  )
})

test('each line is of what the lines before it left, half up', () => {
  fc.assert(
    fc.property(bases, everything, (base, discounts) => {
      let rest = BigInt(base)
      for (const { percent, amount } of priceOf(base, about, discounts).discounts) {
        if (percent !== null) {
          // The rounded amount is the nearest, and the larger of two that are as near.
          const error = BigInt(amount) * 10_000n - rest * BigInt(Math.round(percent * 100))
          if (error <= -5000n || error > 5000n) return false
        }
        rest -= BigInt(amount)
      }
      return rest >= 0n
    }),
  )
})

test('one more discount never makes a visit dearer', () => {
  fc.assert(
    fc.property(bases, everything, either, (base, discounts, more) => {
      const without = priceOf(base, about, { ...discounts, manual: null })
      const manual = { ...more, reason: '' }
      return priceOf(base, about, { ...discounts, manual }).total <= without.total
    }),
  )
})

test('all of it is all of it, and no part is more than the whole', () => {
  fc.assert(
    fc.property(bases, percents, (base, percent) => {
      return percentOf(base, 100) === base && percentOf(base, percent) <= base
    }),
  )
})

test.run()
