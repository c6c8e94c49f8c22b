import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { canBecome, heard, pauseMs, refundable, sameSum, type PaymentStatus } from './payment.ts'
import { fromDecimal, toDecimal } from './providers/decimal.ts'

const statuses: PaymentStatus[] = [
  'pending',
  'succeeded',
  'unapplied',
  'failed',
  'cancelled',
  'refunded',
]

test('money that came is never unsaid', () => {
  for (const from of ['succeeded', 'unapplied', 'refunded'] as const)
    for (const to of ['pending', 'failed', 'cancelled'] as const) assert.not(canBecome(from, to))
  assert.equal(
    statuses.filter((to) => canBecome('refunded', to)),
    [],
  )
})

test('a late success wins over what had failed or was given up', () => {
  for (const status of ['pending', 'failed', 'cancelled'] as const)
    assert.is(heard(status, 'succeeded'), 'succeeded')
  assert.is(heard('succeeded', 'succeeded'), null)
  assert.is(heard('succeeded', 'failed'), null)
  assert.is(heard('failed', 'cancelled'), null)
  assert.is(heard('pending', 'pending'), null)
})

test('no more can be given back than is left, and nothing of what never came', () => {
  assert.is(refundable({ status: 'succeeded', amount: 10, refunded: 4 }), 6)
  assert.is(refundable({ status: 'unapplied', amount: 10, refunded: 0 }), 10)
  for (const status of ['pending', 'failed', 'cancelled', 'refunded'] as const)
    assert.is(refundable({ status, amount: 10, refunded: 0 }), null)
})

test('another currency is another sum', () => {
  assert.ok(sameSum({ amount: 1, currency: 'RUB' }, { amount: 1, currency: 'RUB' }))
  assert.not(sameSum({ amount: 1, currency: 'RUB' }, { amount: 1, currency: 'USD' }))
})

test('pauses grow to an hour and no further', () => {
  assert.equal(
    [0, 1, 2, 100].map((n) => pauseMs(n) / 60_000),
    [1, 2, 4, 60],
  )
})

test('kopeks become decimals and come back, exactly', () => {
  for (const [amount, currency, text] of [
    [250_050, 'RUB', '2500.50'],
    [5, 'RUB', '0.05'],
    [999_999_999_999, 'RUB', '9999999999.99'],
    [1500, 'JPY', '1500'],
    [1234, 'KWD', '1.234'],
  ] as const) {
    assert.is(toDecimal(amount, currency), text)
    assert.is(fromDecimal(text, currency), amount)
  }
  assert.is(fromDecimal('10', 'RUB'), 1000)
  assert.is(fromDecimal('10.5', 'RUB'), 1050)
  assert.is(fromDecimal('10.5000', 'RUB'), 1050)
})

test('what is not an amount of the currency is refused, never rounded', () => {
  for (const [text, currency] of [
    ['10.005', 'RUB'],
    ['1e3', 'RUB'],
    ['-1.00', 'RUB'],
    ['', 'RUB'],
    [' 1', 'RUB'],
    ['1,00', 'RUB'],
    ['0.5', 'JPY'],
  ] as const)
    assert.throws(() => fromDecimal(text, currency))
})

test.run()
