import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { resolvePolicy, rulesOf } from './policy.ts'

test('without any policy the defaults hold', () => {
  assert.equal(resolvePolicy({}, {}, {}), {
    lead_time_min: 0,
    horizon_days: 60,
    cancel_before_min: 0,
    reschedule_before_min: 0,
    approval: false,
    pending_expires_min: 30,
    prepayment: { kind: 'none' },
    late_cancel: 'refuse',
    late_cancel_fee_percent: 0,
    no_show_fee_percent: 100,
    refund_to: 'source',
  })
})

test('the service goes before the location, the location before the organization', () => {
  const organization = { lead_time_min: 10, horizon_days: 10, approval: true }
  const location = { lead_time_min: 20, horizon_days: 20 }
  const service = { lead_time_min: 0, approval: false }
  const policy = resolvePolicy(organization, location, service)
  assert.is(policy.lead_time_min, 0)
  assert.is(policy.horizon_days, 20)
  assert.is(policy.approval, false)
  assert.equal(rulesOf(policy), { leadTimeMin: 0, horizonDays: 20 })
})

test('an undefined level says nothing', () => {
  assert.is(resolvePolicy({ horizon_days: 5 }, { horizon_days: undefined }).horizon_days, 5)
})

test('moving is as free as cancelling, unless a level says otherwise', () => {
  assert.is(resolvePolicy({}, { cancel_before_min: 120 }).reschedule_before_min, 120)
  const split = resolvePolicy({ reschedule_before_min: 30 }, { cancel_before_min: 120 })
  assert.is(split.reschedule_before_min, 30)
  assert.is(split.cancel_before_min, 120)
})

test.run()
