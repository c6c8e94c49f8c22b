import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Interval } from './configuration.ts'
import { covers, intersect, normalize, subtract, union } from './intervals.ts'

const SIZE = 40
const interval = fc
  .tuple(fc.integer({ min: 0, max: SIZE }), fc.integer({ min: 0, max: SIZE }))
  .map(([from, to]): Interval => ({ from, to }))
const any = fc.array(interval, { maxLength: 8 })
const normal = any.map(normalize)

/** The model: which minutes are inside. */
function minutes(intervals: readonly Interval[]): boolean[] {
  return Array.from({ length: SIZE }, (_, at) =>
    intervals.some((each) => each.from <= at && at < each.to),
  )
}

function assertNormal(list: readonly Interval[]): void {
  list.forEach((each, index) => {
    assert.ok(each.from < each.to)
    assert.ok(index === 0 || (list[index - 1]?.to ?? Infinity) < each.from)
  })
}

function zip(a: boolean[], b: boolean[], join: (a: boolean, b: boolean) => boolean): boolean[] {
  return a.map((each, index) => join(each, b[index] ?? false))
}

test('intervals that touch become one, empty and reversed ones vanish', () => {
  assert.equal(
    normalize([
      { from: 5, to: 7 },
      { from: 1, to: 3 },
      { from: 3, to: 5 },
      { from: 9, to: 9 },
      { from: 12, to: 11 },
    ]),
    [{ from: 1, to: 7 }],
  )
})

test('normalizing keeps exactly the minutes', () => {
  fc.assert(
    fc.property(any, (list) => {
      const result = normalize(list)
      assertNormal(result)
      assert.equal(minutes(result), minutes(list))
    }),
  )
})

test('union, intersection and difference are those of the sets of minutes', () => {
  fc.assert(
    fc.property(normal, normal, (a, b) => {
      const before = structuredClone([a, b])
      const results: [Interval[], boolean[]][] = [
        [union(a, b), zip(minutes(a), minutes(b), (x, y) => x || y)],
        [intersect(a, b), zip(minutes(a), minutes(b), (x, y) => x && y)],
        [subtract(a, b), zip(minutes(a), minutes(b), (x, y) => x && !y)],
      ]
      for (const [result, expected] of results) {
        assertNormal(result)
        assert.equal(minutes(result), expected)
      }
      assert.equal([a, b], before)
    }),
    { numRuns: 300 },
  )
})

test('a list covers a range when all its minutes are inside', () => {
  fc.assert(
    fc.property(normal, interval, (list, { from, to }) => {
      fc.pre(from < to)
      const inside = minutes(list).slice(from, to)
      assert.is(covers(list, from, to), inside.every(Boolean))
    }),
    { numRuns: 300 },
  )
})

test.run()
