import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ANYONE, decode, encode, type Step } from './step.ts'

const id = fc.integer({ min: 1, max: 9_999_999 })

test('all that a booking needs fits into the 64 bytes of a button, and comes back as it was', () => {
  const step: fc.Arbitrary<Step> = fc.record({
    screen: fc.constant('confirm' as const),
    location: id,
    service: id,
    specialist: fc.oneof(id, fc.constant(ANYONE)),
    // Until the year 2100.
    minute: fc.integer({ min: 29_000_000, max: 68_000_000 }),
    method: fc.integer({ min: 0, max: 3 }),
    total: fc.integer({ min: 0, max: 1_000_000_000_000 }),
    nonce: fc.integer({ min: 1, max: 1_000_001 }),
    asked: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(id, step, (organizationId, meant) => {
      const data = encode({ organizationId, step: meant })
      assert.ok(data.length <= 64, data)
      assert.equal(decode(data), { organizationId, step: { ...meant } })
    }),
  )
})

test('a button that was not made by us is none, or one that leads somewhere', () => {
  const like = fc.array(fc.constantFrom('1', '0', ':', 'h', 'b', 't', 'z', '-', 'zz', ' '), {
    maxLength: 30,
  })
  const data = fc.oneof(
    fc.string(),
    like.map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(data, (text) => {
      const found = decode(text)
      // What is taken for a button says exactly that and nothing else.
      if (found !== null) assert.is(encode(found), text)
    }),
    { numRuns: 5000 },
  )
})

for (const data of [
  '',
  '1',
  '2:1:h',
  '1:1:h:',
  '1:1:h:0',
  '1:01:h',
  '1:-1:h',
  '1:1:i:-1',
  '1:1:i:',
  '1:1:i:zzzzzzzzzzzz',
  '1:1:I:1',
  '1:1:toString',
])
  test(`${data || 'nothing'} is no button`, () => {
    assert.is(decode(data), null)
  })

test.run()
