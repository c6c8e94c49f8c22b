import type { NotificationRule } from '@zapis/sdk'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ownOf, rulesOf, withoutOwn, withRule } from './service-rules.ts'

const rule = (template: NotificationRule['template']): NotificationRule => ({
  template,
  service_id: null,
  enabled: true,
  offset_min: 1440,
  channels: ['email'],
  is_default: true,
  blocked_by: null,
})
const all = [rule('confirmed'), rule('reminder_day'), rule('balance')]

test('a service inherits what is told of visits, until a rule of it is changed', () => {
  const [confirmed, reminder, ...rest] = rulesOf(all, 7)
  assert.equal([confirmed, reminder], all.slice(0, 2))
  assert.is(rest.length, 0)
  const changed = withRule(all, all[1]!, 7, { offset_min: 60 })
  assert.equal(changed.slice(0, 3), all)
  assert.equal(ownOf(changed, 7), [{ ...all[1], offset_min: 60, service_id: 7, is_default: false }])
  assert.equal(rulesOf(changed, 8), all.slice(0, 2))
})

test('its own rule is changed in its place, and taken away it is as for all', () => {
  const once = withRule(all, all[1]!, 7, { offset_min: 60 })
  const twice = withRule(once, rulesOf(once, 7)[1]!, 7, { enabled: false })
  assert.equal(
    ownOf(twice, 7).map(({ offset_min, enabled }) => [offset_min, enabled]),
    [[60, false]],
  )
  assert.equal(withoutOwn(twice, 7), all)
})

test.run()
