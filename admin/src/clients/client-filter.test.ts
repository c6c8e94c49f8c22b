import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { chosenOf, readFilter, without, writeFilter } from './client-filter.ts'

const whole = { min: 0, max: 1_000_000_000 }
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10))

test('a filter is the same after it has been in an address', () => {
  const filters = fc.record(
    {
      search: fc.string({ minLength: 1 }),
      tag: fc.string({ minLength: 1 }),
      visits_from: fc.integer(whole),
      spent_to: fc.integer({ ...whole, min: 1 }),
      last_visit_from: date,
      marketing: fc.boolean(),
      birth_month: fc.integer({ min: 1, max: 12 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  fc.assert(
    fc.property(filters, (filter) => {
      assert.equal(readFilter(new URLSearchParams(writeFilter(filter))), filter)
    }),
  )
})

test('what makes no sense in an address says nothing', () => {
  const query = new URLSearchParams('visits_from=many&last_visit_to=soon&blocked=perhaps&tag=')
  assert.equal(readFilter(query), {})
})

test('a condition goes with both its ends', () => {
  const filter = readFilter(new URLSearchParams('visits_from=1&visits_to=5&tag=vip'))
  assert.equal(chosenOf(filter), ['visits', 'tag'])
  assert.equal(without(filter, 'visits'), { tag: 'vip' })
})

test.run()
