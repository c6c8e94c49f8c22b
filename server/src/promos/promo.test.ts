import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { canonical, eitherFaults, fits, ruleFaults, type Occasion, type Promo } from './promo.ts'

const promo: Promo = {
  serviceId: null,
  validFrom: null,
  validTo: null,
  usesLimit: null,
  usesPerClient: null,
  firstVisitOnly: false,
  uses: 0,
}
const occasion: Occasion = { serviceId: 1, today: '2027-03-08', usesByClient: 0, hasVisits: false }

const table: [Partial<Promo>, Partial<Occasion>, boolean][] = [
  [{}, {}, true],
  [{ serviceId: 1 }, {}, true],
  [{ serviceId: 2 }, {}, false],
  [{ validFrom: '2027-03-08', validTo: '2027-03-08' }, {}, true],
  [{ validFrom: '2027-03-09' }, {}, false],
  [{ validTo: '2027-03-07' }, {}, false],
  [{ usesLimit: 3, uses: 2 }, {}, true],
  [{ usesLimit: 3, uses: 3 }, {}, false],
  [{ usesPerClient: 1 }, { usesByClient: 0 }, true],
  [{ usesPerClient: 1 }, { usesByClient: 1 }, false],
  [{ firstVisitOnly: true }, { hasVisits: false }, true],
  [{ firstVisitOnly: true }, { hasVisits: true }, false],
  [{}, { hasVisits: true, usesByClient: 100 }, true],
]

test('a code fits its service, its days, its limits and its visitors', () => {
  for (const [more, where, expected] of table) {
    const told = JSON.stringify([more, where])
    assert.is(fits({ ...promo, ...more }, { ...occasion, ...where }), expected, told)
  }
})

test('a code is the same in any case, with the blanks that a paste brings', () => {
  assert.is(canonical(' Spring-10 '), 'SPRING-10')
  assert.is(canonical('весна_ёж'), 'ВЕСНА_ЁЖ')
})

test('a code gives a percent or an amount', () => {
  const codes = (draft: Parameters<typeof eitherFaults>[0]) =>
    eitherFaults(draft).map(({ pointer, code }) => `${pointer} ${code}`)
  assert.equal(codes({ discount_percent: 10 }), [])
  assert.equal(codes({ discount_amount: 10, discount_percent: null }), [])
  const missing = ['/discount_percent required', '/discount_amount required']
  assert.equal(codes({}), missing)
  assert.equal(codes({ discount_amount: null }), missing)
  assert.equal(codes({ discount_percent: 10, discount_amount: 10 }), [
    '/discount_percent not_allowed',
    '/discount_amount not_allowed',
  ])
})

test('a percent has two decimals at most, and the last day is not before the first', () => {
  assert.equal(ruleFaults({ discount_percent: 33.33 }), [])
  assert.is(ruleFaults({ discount_percent: 33.333 })[0]?.pointer, '/discount_percent')
  assert.equal(ruleFaults({ valid_from: '2027-03-08', valid_to: '2027-03-08' }), [])
  assert.equal(ruleFaults({ valid_from: '2027-03-08', valid_to: null }), [])
  assert.is(
    ruleFaults({ valid_from: '2027-03-08', valid_to: '2027-03-07' })[0]?.pointer,
    '/valid_to',
  )
})

test.run()
