import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { neighbourOf } from './neighbour.ts'

const at = (id: number, columnId: number, time: string) => ({
  id,
  columnId,
  from: `2027-01-11T${time}`,
})
const visits = [at(1, 1, '09:00'), at(2, 1, '12:00'), at(3, 3, '11:30'), at(4, 3, '16:00')]
const to = (id: number, key: string) => neighbourOf(visits, [1, 2, 3], id, key)

test('up and down walk along a column, to its ends', () => {
  assert.equal([to(1, 'ArrowDown'), to(2, 'ArrowUp'), to(2, 'ArrowDown')], [2, 1, undefined])
})

test('left and right lead to the nearest in time, over empty columns', () => {
  assert.equal([to(1, 'ArrowRight'), to(2, 'ArrowRight'), to(4, 'ArrowLeft')], [3, 3, 2])
  assert.equal([to(1, 'ArrowLeft'), to(1, 'a')], [undefined, undefined])
})

test.run()
