import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { without, withWanted, type Wanted } from './absences.ts'

const vacation: Wanted = {
  kind: 'off',
  from: '2027-02-27',
  to: '2027-03-02',
  starts: null,
  ends: null,
  place: null,
  reason: 'Отпуск',
}

test('a vacation is a day off on each of its dates, over the end of a month too', () => {
  assert.equal(
    withWanted([], vacation).map(({ date }) => date),
    ['2027-02-27', '2027-02-28', '2027-03-01', '2027-03-02'],
  )
})

test('a day off takes the place of hours off, an extra shift of the same day stays', () => {
  const at = { date: '2027-03-01', location_id: 1, reason: '' }
  const shift = { ...at, kind: 'shift' as const, starts: '18:00', ends: '20:00' }
  const hours = { ...at, kind: 'off' as const, starts: '09:00', ends: '11:00', location_id: null }
  const all = withWanted([hours, shift], vacation)
  assert.is(all.filter(({ kind }) => kind === 'shift').length, 1)
  assert.not.ok(all.some(({ starts }) => starts === '09:00'))
  assert.equal(without(all, vacation), [])
})

test.run()
