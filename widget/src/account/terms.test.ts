import type { Appointment } from '@zapis/sdk'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { dueOf, isUnpaid, termsOf } from './terms.ts'

const now = Date.parse('2027-01-10T10:00:00Z')
const hour = 60
const money = (amount: number) => ({ amount, currency: 'RUB' })

function visit(changes: Partial<Appointment> = {}): Appointment {
  const known: Partial<Appointment> = {
    status: 'confirmed',
    starts_at: '2027-01-11T10:00:00Z',
    total: money(250_001),
    paid: money(0),
    prepayment: money(0),
    client_package_id: null,
    paid_by: null,
    ...changes,
  }
  // What the terms do not look at is left out.
  return known as Appointment
}

test('until the limit, and exactly at it, cancelling costs nothing', () => {
  const terms = termsOf(
    visit(),
    [{ cancel_before_min: 24 * hour, late_cancel_fee_percent: 50 }],
    now,
  )
  assert.equal([terms.isLate, terms.fee, terms.canCancel], [false, 0, true])
  assert.is(terms.freeUntil, now)
})

test('after it a client may not cancel, unless the clinic takes a fee instead', () => {
  const late = { cancel_before_min: 25 * hour, late_cancel_fee_percent: 50 }
  assert.is(termsOf(visit(), [late], now).canCancel, false)
  const terms = termsOf(visit({ paid: money(250_001) }), [{ ...late, late_cancel: 'fee' }], now)
  assert.equal([terms.canCancel, terms.fee, terms.back], [true, 125_001, 125_000])
})

test('of organization, branch and service the last that says something holds', () => {
  const terms = termsOf(
    visit(),
    [{ cancel_before_min: 48 * hour, refund_to: 'wallet' }, {}, { cancel_before_min: 0 }],
    now,
  )
  assert.equal([terms.isLate, terms.to], [false, 'wallet'])
})

test('moving is as free as cancelling, unless it has a limit of its own', () => {
  const can = (policy: Parameters<typeof termsOf>[1][0]) => termsOf(visit(), [policy], now).canMove
  assert.is(can({ cancel_before_min: 25 * hour }), false)
  assert.is(can({ cancel_before_min: 25 * hour, reschedule_before_min: 60 }), true)
})

test('what has begun, and what has ended, is not changed any more', () => {
  const begun = termsOf(visit({ starts_at: '2027-01-10T09:59:00Z' }), [], now)
  assert.equal([begun.canMove, begun.canCancel], [false, false])
  const over = termsOf(visit({ status: 'cancelled' }), [], now)
  assert.equal([over.canMove, over.canCancel], [false, false])
})

test('a visit of a package gives no money back, and has nothing to pay', () => {
  const packed = visit({ client_package_id: 4, paid: money(250_001) })
  assert.equal([termsOf(packed, [], now).back, dueOf(packed)], [0, 0])
})

test('it waits for money only while the money that makes it certain is missing', () => {
  const pending = { status: 'pending', prepayment: money(100), paid_by: null } as const
  assert.is(isUnpaid(visit(pending)), true)
  assert.is(isUnpaid(visit({ ...pending, paid: money(100) })), false)
  assert.is(isUnpaid(visit({ ...pending, prepayment: money(0) })), false)
  assert.is(isUnpaid(visit({ ...pending, prepayment: money(0), paid_by: 'card' })), true)
})

test.run()
