import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { amountOf, typedOf } from './amount.ts'

test('a sum is read as it is typed in Russia, in England and in Japan', () => {
  const cases: [string, string, number | null][] = [
    ['2500', 'RUB', 250_000],
    ['2 500,5', 'RUB', 250_050],
    ['2500.50', 'GBP', 250_050],
    ['0,01', 'RUB', 1],
    ['-12', 'RUB', -1200],
    ['2500', 'JPY', 2500],
    ['2500.5', 'JPY', null],
    ['1.234', 'RUB', null],
    ['', 'RUB', null],
    ['12 рублей', 'RUB', null],
    ['1e3', 'RUB', null],
  ]
  for (const [typed, currency, amount] of cases) assert.is(amountOf(typed, currency), amount, typed)
})

test('what is shown is read back as the same sum', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
      fc.constantFrom('RUB', 'JPY', 'KWD'),
      fc.constantFrom('.', ','),
      (amount, currency, decimal) =>
        amountOf(typedOf(amount, currency, decimal), currency) === amount,
    ),
  )
})

test.run()
