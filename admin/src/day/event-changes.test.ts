import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { showChanges, shownOf } from './event-changes.ts'

type Visit = { id: number; start: string; end: string }

const at = (id: number, hour: string): Visit => ({
  id,
  start: `2027-01-11T${hour}:00:00`,
  end: `2027-01-11T${hour}:30:00`,
})
const day = Array.from({ length: 300 }, (_, index) => at(index + 1, '09'))

/** What the calendar is asked to do on the way from one day to the other. */
function askedOf(before: Visit[], after: Visit[], tag = 'ru'): string[] {
  const asked: string[] = []
  const said = (what: string) => (given: unknown) => {
    const { id } =
      typeof given === 'object' && given !== null && 'id' in given ? given : { id: given }
    asked.push(`${what} ${String(id)}`)
  }
  const calendar = {
    setOption: (name: string) => said('set')(name),
    ...{ addEvent: said('add'), updateEvent: said('update'), removeEventById: said('remove') },
  }
  showChanges(calendar, after, shownOf(before, 'ru'), shownOf(after, tag))
  return asked
}

test('of a day of 300 visits only what has changed is shown anew', () => {
  assert.equal(askedOf(day, day), [])
  assert.equal(askedOf(day, [...day.slice(0, 299), at(300, '15')]), ['update 300'])
})

test('a visit that was called off goes, and a new one comes', () => {
  assert.equal(askedOf(day, [...day.slice(1), at(301, '10')]), ['remove 1', 'add 301'])
})

test('another day, and another language, are shown whole', () => {
  assert.equal(
    askedOf(
      day,
      day.map(({ id }) => at(id + 1000, '09')),
    ),
    ['set events'],
  )
  assert.equal(askedOf(day, day, 'en'), ['set events'])
  assert.equal(askedOf(day, []), ['set events'])
})

test.run()
