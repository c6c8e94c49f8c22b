import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ledgerReason } from './ledger-reason.ts'

test('what the server did by itself is said in words, what staff wrote stays', () => {
  for (const [reason, ru, en] of [
    ['refund_refused', /Возврат отклонён/, /refused the refund/],
    ['cancelled', /отменена/, /cancelled/],
    ['no_show', /не пришёл/, /did not come/],
    ['expired', /не подтвердилась/, /not confirmed/],
  ] as const) {
    assert.match(ledgerReason('ru', reason), ru)
    assert.match(ledgerReason('en', reason), en)
  }
  assert.is(ledgerReason('ru', 'Подарок'), 'Подарок')
})

test.run()
