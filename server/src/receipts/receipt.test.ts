import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { incomeOf, offsetOf, refundOf, type Money } from './receipt.ts'

const visit: Money = {
  purpose: 'appointment',
  isOnBalance: false,
  amount: 250_000,
  price: 250_000,
  isGiven: false,
  title: 'Массаж',
}
const sign = (money: Partial<Money>) => incomeOf({ ...visit, ...money }).items[0]?.payment_method

test('the sign of the settlement follows what the money is for', () => {
  assert.is(sign({}), 'full_prepayment')
  assert.is(sign({ amount: 100_000 }), 'prepayment')
  assert.is(sign({ isGiven: true }), 'full_payment')
  assert.is(sign({ purpose: 'package' }), 'full_prepayment')
  assert.is(sign({ purpose: 'deposit' }), 'advance')
  assert.is(sign({ isOnBalance: true }), 'advance')
})

test('an advance is a payment, the rest are services', () => {
  assert.is(incomeOf({ ...visit, purpose: 'deposit' }).items[0]?.payment_object, 'payment')
  assert.is(incomeOf(visit).items[0]?.payment_object, 'service')
})

test('a document’s total is the sum of its lines', () => {
  for (const { total, items } of [incomeOf(visit), offsetOf(100, 'Массаж')])
    assert.is(
      items.reduce((sum, { amount }) => sum + amount, 0),
      total,
    )
})

test('what went back has the sign under which it came, or the service’s after it was given', () => {
  const came = { payment_method: 'prepayment' as const, title: 'Массаж' }
  assert.is(refundOf(5, came, false).items[0]?.payment_method, 'prepayment')
  assert.is(refundOf(5, came, true).items[0]?.payment_method, 'full_payment')
  assert.is(refundOf(5, came, true).kind, 'income_refund')
})

test.run()
