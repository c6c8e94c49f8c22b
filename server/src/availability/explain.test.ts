import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { explain } from './explain.ts'
import type { ExplainedTime } from './explain.ts'
import type { FindInput } from './find.ts'
import {
  asking,
  at,
  clinic,
  everyDay,
  hours,
  instant,
  location,
  service,
  specialist,
  taken,
} from './test/clinic.ts'

const DATE = '2026-06-01'

function timeAt(input: FindInput, clock: string): ExplainedTime | undefined {
  const startMin = instant(DATE, clock)
  return explain(input)
    .flatMap((day) => day.times)
    .find((each) => each.startMin === startMin)
}

/** 'closed', or '1:break 2:hold' when it differs between the specialists. */
function why(input: FindInput, clock: string): string {
  const time = timeAt(input, clock)
  if (time === undefined) return 'offered'
  const each = time.specialists.map(({ specialistId, reason }) => `${specialistId}:${reason}`)
  return [...time.reasons, ...each].join(' ')
}

const two = service({
  specialists: new Map([
    [1, { price: 1000, durationMin: 60 }],
    [2, { price: 1000, durationMin: 30 }],
  ]),
})

test('a time when the location is closed is closed for everybody', () => {
  assert.is(why(asking(clinic()), '08:30'), 'closed')
  assert.is(why(asking(clinic()), '18:00'), 'closed')
  assert.is(why(asking(clinic()), '09:00'), 'offered')
})

test('a visit that would end after closing is closed for whom it is too long', () => {
  const specialists = [specialist(), specialist({ id: 2, week: at(1, everyDay('09:00-17:00')) })]
  const input = asking(clinic({ services: [two], specialists }))
  assert.is(why(input, '17:30'), '1:closed 2:specialist_off')
})

test('a time that only the holiday closes is a holiday', () => {
  const holidays = [{ locationId: null, date: DATE, open: hours('10:00-12:00') }]
  const input = asking(clinic({ holidays }))
  assert.is(why(input, '09:00'), 'holiday')
  assert.is(why(input, '11:30'), '1:holiday')
  assert.is(why(input, '03:00'), 'closed')
  assert.is(why(input, '11:00'), 'offered')
})

test('an absence and the hours after the shift are off', () => {
  const off = { date: DATE, kind: 'off' as const, locationId: null, ...hours('09:00-12:00') }
  const week = at(1, everyDay('09:00-15:00'))
  const input = asking(clinic({ specialists: [specialist({ week, exceptions: [off] })] }))
  assert.is(why(input, '10:00'), '1:specialist_off')
  assert.is(why(input, '16:00'), '1:specialist_off')
})

test('who works in another branch then, or never here, is not at this location', () => {
  const specialists = [
    specialist({
      week: [...at(1, everyDay('09:00-12:00')), ...at(2, everyDay('15:00-16:00'))],
    }),
    specialist({ id: 2, week: at(2, everyDay('09:00-10:00')) }),
  ]
  const locations = [location(), location({ id: 2, timeZone: 'Europe/London' })]
  const input = asking(clinic({ services: [two], specialists, locations }))
  assert.is(why(input, '13:00'), '1:specialist_off 2:specialist_not_at_location')
  assert.is(why(input, '16:30'), '1:specialist_not_at_location 2:specialist_not_at_location')
})

test('what takes the specialist is named', () => {
  const list = [
    taken(DATE, '10:00-11:00', 'break'),
    taken(DATE, '12:00-13:00', 'appointment'),
    taken(DATE, '14:00-15:00', 'hold'),
  ]
  const occupied = { specialists: new Map([[1, list]]), workplaces: new Map() }
  const input = asking(clinic(), { occupied })
  assert.is(why(input, '10:30'), '1:break')
  assert.is(why(input, '11:30'), '1:appointment')
  assert.is(why(input, '13:30'), '1:hold')
  assert.is(why(input, '11:00'), 'offered')
})

test('a specialist is free but no workplace', () => {
  const configuration = clinic({
    locations: [location({ workplaceIds: [11] })],
    services: [service({ workplaceIds: [11] })],
  })
  const occupied = {
    specialists: new Map(),
    workplaces: new Map([[11, [taken(DATE, '10:00-11:00')]]]),
  }
  assert.is(why(asking(configuration, { occupied }), '10:00'), '1:workplace_busy')
})

test('a service that is not given here says so at every grid time', () => {
  const nowhere = clinic({ services: [service({ workplaceIds: [99] })] })
  assert.is(why(asking(nowhere), '10:00'), 'no_workplace')
  const offline = clinic({ services: [service({ onlineBookable: false })] })
  assert.is(why(asking(offline), '10:00'), 'not_offered')
  assert.is(why({ ...asking(offline), desk: true }, '10:00'), 'offered')
  assert.is(explain(asking(nowhere))[0]?.times.length, 48)
})

test('too soon and too far are told beside what else is in the way', () => {
  const occupied = {
    specialists: new Map([[1, [taken(DATE, '10:00-11:00')]]]),
    workplaces: new Map(),
  }
  const now = instant(DATE, '09:00')
  const soon = asking(clinic(), { occupied, now, rules: { leadTimeMin: 120, horizonDays: 1 } })
  assert.is(why(soon, '10:00'), 'too_soon 1:appointment')
  assert.is(why(soon, '09:00'), 'too_soon')
  assert.is(why(soon, '08:30'), 'too_soon closed')
  assert.is(why(soon, '11:00'), 'offered')
  const far = asking(clinic(), { rules: { leadTimeMin: 0, horizonDays: 30 } })
  assert.is(why(far, '10:00'), 'too_far')
})

test('a time that some specialist can give is not explained', () => {
  const specialists = [specialist({ week: [] }), specialist({ id: 2 })]
  const input = asking(clinic({ services: [two], specialists }))
  assert.is(why(input, '10:00'), 'offered')
  assert.is(why({ ...input, specialistId: 1 }, '10:00'), '1:specialist_not_at_location')
})

test('an unknown location has no grid to explain', () => {
  assert.equal(explain(asking(clinic(), { locationId: 9 })), [{ date: DATE, times: [] }])
})

test.run()
