import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { changeOf, figureOf, heatOf, shadeOf } from './figures.ts'

test('a figure that is not there is none, not nought', () => {
  assert.is(figureOf({ percent: null }, 'percent'), null)
  assert.is(figureOf({ sold: 0 }, 'sold'), 0)
  assert.is(changeOf(5, 0), null)
  assert.is(changeOf(150, 100), 0.5)
  assert.is(changeOf(50, -100), 1.5)
})

test('the heat map has the hours from the first to the last that have anything', () => {
  const row = (key: string, sold: number) => ({ key, label: key, values: { sold } })
  const rows = [row('1-09', 0), row('1-10', 30), row('3-12', 60), row('7-23', 0)]
  const { hours, rooms } = heatOf(rows, 'sold')
  assert.equal(hours, [10, 11, 12])
  assert.is(rooms.length, 1)
  assert.is(rooms[0]?.room, null)
  assert.equal(rooms[0]?.days[0], [30, null, null])
  assert.equal(rooms[0]?.days[2], [null, null, 60])
  const ofRooms = heatOf([row('12-1-10', 30), row('3-7-11', 60), row('12-1-09', 0)], 'sold')
  assert.equal(
    ofRooms.rooms.map(({ room, days }) => [room, days[0], days[6]]),
    [
      [3, [null, null], [null, 60]],
      [12, [30, null], [null, null]],
    ],
  )
})

test('a little is seen, and the most is the darkest', () => {
  assert.equal(
    [0, 1, 50, 100, 200].map((value) => shadeOf(value, 100)),
    [0, 1, 5, 10, 10],
  )
  assert.is(shadeOf(null, 100), 0)
})

test.run()
