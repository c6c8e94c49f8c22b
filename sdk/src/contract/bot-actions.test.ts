import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readVisitAction, visitActionData, visitActions } from './bot-actions.ts'

test('a button of a visit says which visit and what to do, in the 64 bytes of Telegram', () => {
  for (const action of visitActions) {
    const meant = { organizationId: 2_147_483_647, appointmentId: 2_147_483_647, action }
    const data = visitActionData(meant)
    assert.ok(Buffer.byteLength(data) <= 64, data)
    assert.equal(readVisitAction(data), meant)
  }
})

test('what no button of ours carries means nothing', () => {
  for (const data of [
    '',
    'visit:1:2',
    'visit:1:2:erase',
    'visit:0:2:move',
    'visit:1:2:move ',
    'visit:1:-2:move',
    'visit:01:2:move',
    'visit:1:99999999999:move',
    'x\nvisit:1:2:move',
  ])
    assert.is(readVisitAction(data), null, data)
})

test.run()
