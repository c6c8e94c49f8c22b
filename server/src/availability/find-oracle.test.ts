import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { explain } from './explain.ts'
import { candidatesAt, find } from './find.ts'
import { locationHours } from './hours.ts'
import { covers } from './intervals.ts'
import { occupiedRange } from './range.ts'
import { oracle } from './test/oracle.ts'
import { groupScenario } from './test/group-scenario.ts'
import { scenario } from './test/scenario.ts'

const anyScenario = fc.oneof(
  { weight: 3, arbitrary: scenario },
  { weight: 2, arbitrary: groupScenario },
)

test('what is offered is what the rules, said minute by minute, offer', () => {
  let starts = 0
  fc.assert(
    fc.property(anyScenario, (input) => {
      const { starts: all, offered } = oracle(input)
      const expected = all()
        .map(({ startMin, date }) => ({ date, startMin, candidates: offered(startMin) }))
        .filter(({ candidates }) => candidates.length > 0)
      const actual = find(input).flatMap(({ date, slots }) =>
        slots.map((slot) => ({ date, ...slot })),
      )
      actual.sort((a, b) => a.startMin - b.startMin)
      assert.equal(actual, expected)
      starts += actual.length
    }),
    { numRuns: 250 },
  )
  assert.ok(starts > 200, `${starts} starts are too few to mean something`)
})

test('a hold is possible exactly where the list offers it, at the desk on any minute', () => {
  fc.assert(
    fc.property(
      anyScenario,
      fc.array(fc.integer({ min: -720, max: 4320 }), { minLength: 10, maxLength: 20 }),
      (input, minutes) => {
        const { offered } = oracle(input)
        for (const { slots } of find(input)) {
          for (const slot of slots) {
            const possible = candidatesAt(input, slot.startMin)
            // Off the grid the list has only the sessions that have begun; the desk may begin others.
            const listed =
              input.desk === true
                ? possible.filter(({ specialistId }) =>
                    slot.candidates.some((each) => each.specialistId === specialistId),
                  )
                : possible
            assert.equal(listed, slot.candidates)
          }
        }
        const midnight = Date.parse(input.fromDate) / 60_000
        for (const minute of minutes) {
          const startMin = midnight + minute
          const expected = offered(startMin, input.desk !== true)
          assert.equal(candidatesAt(input, startMin), expected)
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('every grid time is either offered or explained, never both', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyScenario, (input) => {
      const found = find(input)
      explain(input).forEach(({ date, times }, index) => {
        assert.is(found[index]?.date, date)
        const offered = found[index]?.slots.map((each) => each.startMin) ?? []
        const ofDate = oracle(input)
          .gridTimes()
          .filter((each) => each.date === date)
          .map((each) => each.startMin)
        // Sessions that have begun are offered off the grid too.
        const onGrid = offered.filter((startMin) => ofDate.includes(startMin))
        const all = [...onGrid, ...times.map((each) => each.startMin)].sort((a, b) => a - b)
        assert.equal(all, ofDate)
        for (const { reasons, specialists } of times) {
          assert.ok(reasons.length > 0 || specialists.length > 0)
          for (const each of reasons) seen.add(each)
          for (const each of specialists) seen.add(each.reason)
        }
      })
    }),
    { numRuns: 250 },
  )
  assert.ok(seen.size >= 12, `only ${[...seen].join(', ')}`)
})

test('a location is open in the minutes of its days that its hours hold', () => {
  fc.assert(
    fc.property(anyScenario, (input) => {
      const { fromDate, toDate, configuration } = input
      const { isLocationOpen, gridTimes } = oracle(input)
      const open = locationHours(configuration, 1, fromDate, toDate)
      for (const { startMin } of gridTimes()) {
        assert.is(covers(open, startMin, startMin + 1), isLocationOpen(startMin))
      }
    }),
    { numRuns: 100 },
  )
})

test('what is taken outside the range to be loaded changes nothing', () => {
  fc.assert(
    fc.property(anyScenario, (input) => {
      const range = occupiedRange(input.configuration, input)
      const [specialists, workplaces] = [input.occupied.specialists, input.occupied.workplaces].map(
        (lists) =>
          new Map(
            [...lists].map(([id, list]) => [
              id,
              list.filter((each) => each.from < range.to && each.to > range.from),
            ]),
          ),
      )
      assert.ok(specialists !== undefined && workplaces !== undefined)
      const { sessions } = input.occupied
      assert.equal(find({ ...input, occupied: { specialists, workplaces, sessions } }), find(input))
    }),
    { numRuns: 100 },
  )
})

test.run()
