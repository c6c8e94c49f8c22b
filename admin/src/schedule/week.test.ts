import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  cleared,
  copied,
  lengthOf,
  painted,
  periodOn,
  periodsOf,
  split,
  type Hours,
} from './week.ts'

const at = (day: number, from: number, to: number, place: number | null = null): Hours => ({
  day,
  from,
  to,
  place,
})

test('what is painted beside hours becomes one with them, and over another branch takes its place', () => {
  assert.equal(painted([at(1, 540, 720)], at(1, 720, 1080)), [at(1, 540, 1080)])
  assert.equal(painted([at(1, 540, 1080, 1)], at(1, 720, 780, 2)), [
    at(1, 540, 720, 1),
    at(1, 720, 780, 2),
    at(1, 780, 1080, 1),
  ])
})

test('a break wiped out of a day leaves two intervals, and other days as they were', () => {
  const week = [at(1, 540, 1080), at(2, 540, 1080)]
  assert.equal(cleared(week, { day: 1, from: 780, to: 840 }), [
    at(1, 540, 780),
    at(1, 840, 1080),
    at(2, 540, 1080),
  ])
})

test('a day copied onto others replaces what they had', () => {
  const week = [at(1, 540, 780), at(1, 840, 1080), at(2, 600, 660), at(7, 600, 660)]
  assert.equal(copied(week, 1, [1, 2]), [
    at(1, 540, 780),
    at(1, 840, 1080),
    at(2, 540, 780),
    at(2, 840, 1080),
    at(7, 600, 660),
  ])
})

test('weeks with other dates are other weeks, and the one that holds today is found', () => {
  const read = () => ({ from: 540, to: 1080, place: null })
  const wire = [
    { day_of_week: 1, valid_from: '2027-03-01', valid_to: null },
    { day_of_week: 1, valid_from: null, valid_to: '2027-02-28' },
    { day_of_week: 2, valid_from: null, valid_to: '2027-02-28' },
  ]
  const periods = periodsOf(wire, read)
  assert.equal(
    periods.map(({ validFrom, hours }) => [validFrom, hours.length]),
    [
      [null, 2],
      ['2027-03-01', 1],
    ],
  )
  assert.is(periodOn(periods, '2027-02-28'), 0)
  assert.is(periodOn(periods, '2027-03-01'), 1)
})

test('new hours from a date end the old ones the day before', () => {
  const [before, after] = split(
    periodsOf([], () => at(1, 0, 0)),
    0,
    {
      from: '2027-03-01',
      dayBefore: '2027-02-28',
    },
  )
  assert.equal(
    [before?.validTo, after?.validFrom, after?.validTo],
    ['2027-02-28', '2027-03-01', null],
  )
})

const spans = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.nat(1439), fc.integer({ min: 1, max: 600 }))
  .map(([day, from, length]) => at(day, from, Math.min(1440, from + length)))

test('however a week is painted and wiped, a minute is what the last stroke made of it', () => {
  const strokes = fc.array(fc.record({ span: spans, isOn: fc.boolean() }), { maxLength: 12 })
  fc.assert(
    fc.property(strokes, spans, (all, probe) => {
      const week = all.reduce<Hours[]>(
        (hours, { span, isOn }) => (isOn ? painted(hours, span) : cleared(hours, span)),
        [],
      )
      const covers = (each: Hours) =>
        each.day === probe.day && each.from <= probe.from && probe.from < each.to
      const last = all.findLast(({ span }) => covers(span))
      return week.some(covers) === (last?.isOn ?? false) && lengthOf(week) >= 0
    }),
  )
})

test.run()
