import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { keptOf, prepaymentOf } from './terms.ts'

const TOTAL = 333_333

type Prepayment = Parameters<typeof prepaymentOf>[0]['prepayment']

const asked: [rule: Prepayment, known: number, newcomer: number][] = [
  [{ kind: 'none' }, 0, 0],
  [{ kind: 'fixed', amount: 100_000 }, 100_000, 100_000],
  [{ kind: 'fixed', amount: 900_000 }, TOTAL, TOTAL],
  [{ kind: 'percent', percent: 30 }, 100_000, 100_000],
  [{ kind: 'percent', percent: 33.33 }, 111_100, 111_100],
  [{ kind: 'full' }, TOTAL, TOTAL],
  [{ kind: 'full', new_clients_only: true }, 0, TOTAL],
  [{ kind: 'fixed', amount: 1, new_clients_only: true }, 0, 1],
]

for (const [prepayment, known, newcomer] of asked)
  test(`before a visit of 3333.33 ${JSON.stringify(prepayment)} asks ${known} of a client, ${newcomer} of a new one`, () => {
    assert.is(prepaymentOf({ prepayment }, TOTAL, false), known)
    assert.is(prepaymentOf({ prepayment }, TOTAL, true), newcomer)
  })

test('nothing is asked before a visit that costs nothing', () => {
  for (const [prepayment] of asked) assert.is(prepaymentOf({ prepayment }, 0, true), 0)
})

test('of a visit that does not take place the clinic keeps what its policy says of how it ended', () => {
  const policy = { late_cancel_fee_percent: 50, no_show_fee_percent: 70 }
  assert.is(keptOf(policy, TOTAL, 'cancelled'), 0)
  assert.is(keptOf(policy, TOTAL, 'cancelled_late'), 166_667)
  assert.is(keptOf(policy, TOTAL, 'no_show'), 233_333)
  const whole = { late_cancel_fee_percent: 100, no_show_fee_percent: 0 }
  assert.is(keptOf(whole, TOTAL, 'cancelled_late'), TOTAL)
  assert.is(keptOf(whole, TOTAL, 'no_show'), 0)
})

test.run()
