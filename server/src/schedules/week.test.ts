import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { exceptionFaults, exceptionOf, exceptionOverlaps } from './exceptions.ts'
import { minuteOf, orderFaults, timeOf, weekOverlaps } from './week.ts'

function line(day: number, hours: string, validFrom: string | null = null, validTo = validFrom) {
  const [from = '', to = ''] = hours.split('–')
  return { day, from: minuteOf(from), to: minuteOf(to), validFrom, validTo }
}

const pointers = (faults: { pointer: string }[]) => faults.map(({ pointer }) => pointer)

test('a time of day is a minute of it, 24:00 the last', () => {
  for (const [time, minute] of [
    ['00:00', 0],
    ['09:05', 545],
    ['24:00', 1440],
  ] as const) {
    assert.is(minuteOf(time), minute)
    assert.is(timeOf(minute), time)
  }
})

test('an interval ends after it begins, and so does its validity', () => {
  const week = [
    line(1, '09:00–18:00'),
    line(2, '18:00–09:00'),
    line(3, '09:00–09:00'),
    line(4, '09:00–24:00', '2027-02-01', '2027-01-31'),
    line(5, '09:00–18:00', '2027-02-01', '2027-02-01'),
  ]
  assert.equal(pointers(orderFaults(week, 'closes')), [
    '/week/1/closes',
    '/week/2/closes',
    '/week/3/valid_to',
  ])
})

test('intervals of one weekday that meet overlap; those that touch, or of other days, do not', () => {
  const week = [
    line(1, '09:00–13:00'),
    line(1, '13:00–18:00'),
    line(1, '12:59–13:01'),
    line(2, '09:00–18:00'),
    line(2, '10:00–11:00'),
  ]
  assert.equal(pointers(weekOverlaps(week)), ['/week/2', '/week/4'])
})

test('intervals that are never valid on one day do not overlap', () => {
  const winter = line(1, '09:00–18:00', null, '2027-03-31')
  const summer = line(1, '08:00–20:00', '2027-04-01', null)
  assert.equal(weekOverlaps([winter, summer]), [])
  const early = line(1, '08:00–20:00', '2027-03-31', null)
  assert.equal(pointers(weekOverlaps([winter, early])), ['/week/1'])
  assert.equal(pointers(weekOverlaps([winter, line(1, '17:00–19:00')])), ['/week/1'])
})

test('a shift has a place and hours, and hours have both ends in their order', () => {
  const exceptions = [
    { date: '2027-01-11', kind: 'off' },
    { date: '2027-01-11', kind: 'shift' },
    { date: '2027-01-12', kind: 'off', starts: '09:00' },
    { date: '2027-01-12', kind: 'off', ends: '09:00' },
    { date: '2027-01-13', kind: 'shift', location_id: 1, starts: '12:00', ends: '09:00' },
    { date: '2027-01-14', kind: 'shift', location_id: 1, starts: '09:00', ends: '24:00' },
  ] as const
  assert.equal(pointers(exceptionFaults(exceptions.map(exceptionOf))), [
    '/exceptions/1/location_id',
    '/exceptions/1/starts',
    '/exceptions/1/ends',
    '/exceptions/2/ends',
    '/exceptions/3/starts',
    '/exceptions/4/ends',
  ])
})

test('two absences at one time overlap; an absence and a shift do not', () => {
  const day = { date: '2027-01-11', location_id: 1 }
  const exceptions = [
    { ...day, kind: 'off', starts: '09:00', ends: '12:00' },
    { ...day, kind: 'shift', starts: '10:00', ends: '11:00' },
    { ...day, kind: 'off', starts: '12:00', ends: '13:00' },
    { date: '2027-01-11', kind: 'off' },
    { date: '2027-01-12', kind: 'off' },
  ] as const
  assert.equal(pointers(exceptionOverlaps(exceptions.map(exceptionOf))), ['/exceptions/3'])
})

test.run()
