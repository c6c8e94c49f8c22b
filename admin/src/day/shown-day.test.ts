import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { gapsOf } from './shown-day.ts'

const [date, next] = ['2027-01-11', '2027-01-12']
const at = (time: string) => `${date}T${time}`

test('what is left of a day between its hours is closed', () => {
  assert.equal(gapsOf(date, next, []), [{ from: at('00:00'), to: `${next}T00:00` }])
  assert.equal(
    gapsOf(date, next, [
      { from: at('14:00'), to: at('18:00') },
      { from: at('09:00'), to: at('13:00') },
    ]),
    [
      { from: at('00:00'), to: at('09:00') },
      { from: at('13:00'), to: at('14:00') },
      { from: at('18:00'), to: `${next}T00:00` },
    ],
  )
  assert.equal(gapsOf(date, next, [{ from: at('00:00'), to: `${next}T00:00` }]), [])
})

test('hours and gaps together are the whole day, and never overlap', () => {
  const clock = (minute: number) =>
    minute === 1440 ? `${next}T00:00` : at(new Date(minute * 60_000).toISOString().slice(11, 16))
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, length]) => ({ from: clock(from), to: clock(Math.min(from + length, 1440)) }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const gaps = gapsOf(date, next, spans)
      for (let minute = 0; minute < 1440; minute += 7) {
        const now = clock(minute)
        const isIn = ({ from, to }: { from: string; to: string }) => from <= now && now < to
        assert.is(gaps.filter(isIn).length, spans.some(isIn) ? 0 : 1, now)
      }
    }),
  )
})

test.run()
