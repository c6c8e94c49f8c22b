import type { TransactionDraft } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Fault } from '../fault.ts'
import { checkDraft, presentTransaction, signedAmount } from './wallet.ts'

function complaint(draft: TransactionDraft): string {
  try {
    checkDraft(draft)
    return 'fine'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const fields = (error.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)
    return [error.code, ...fields].join(' ')
  }
}

test('what is paid or paid out goes, the rest comes, and a correction says it itself', () => {
  assert.is(signedAmount('deposit', 5), 5)
  assert.is(signedAmount('refund', 5), 5)
  assert.is(signedAmount('withdraw', 5), -5)
  assert.is(signedAmount('payment', 5), -5)
  assert.is(signedAmount('correction', 5), 5)
  assert.is(signedAmount('correction', -5), -5)
})

test('nothing is no amount, and only a correction may be below it', () => {
  const small = 'invalid_request /amount too_small'
  assert.is(complaint({ type: 'deposit', amount: -1 }), small)
  assert.is(complaint({ type: 'withdraw', amount: -1 }), small)
  assert.is(complaint({ type: 'payment', amount: -1, appointment_id: 1 }), small)
  assert.is(complaint({ type: 'refund', amount: -1, refunds: 1 }), small)
  for (const amount of [0, -0]) {
    assert.is(complaint({ type: 'deposit', amount }), small)
    assert.is(complaint({ type: 'correction', amount, reason: 'опечатка' }), small)
  }
  assert.is(complaint({ type: 'correction', amount: -1, reason: 'опечатка' }), 'fine')
})

test('a line names what its type is about, and nothing else', () => {
  const fields = { appointment_id: 1, refunds: 1, corrects: 1 }
  const allowed: Record<TransactionDraft['type'], string> = {
    deposit: '',
    withdraw: '',
    payment: 'appointment_id',
    refund: 'refunds',
    correction: 'corrects',
  }
  for (const type of ['deposit', 'withdraw', 'payment', 'refund', 'correction'] as const) {
    for (const [name, value] of Object.entries(fields)) {
      const expected = allowed[type] === name ? 'fine' : `invalid_data /${name} not_allowed`
      const draft = { type, amount: 1, reason: 'так', [name]: value }
      assert.is(complaint(draft), expected, `${type} with ${name}`)
    }
  }
  assert.is(complaint({ type: 'payment', amount: 1 }), 'unknown_reference /appointment_id required')
  assert.is(complaint({ type: 'refund', amount: 1 }), 'unknown_reference /refunds required')
})

test('a correction says why', () => {
  for (const reason of [undefined, '', '  \n'])
    assert.is(
      complaint({ type: 'correction', amount: 1, ...(reason === undefined ? {} : { reason }) }),
      'reason_required /reason required',
    )
})

test('a line is shown with its currency, and without a reason that nobody gave', () => {
  const row = {
    id: 7,
    client_id: 1,
    seq: 2,
    type: 'withdraw' as const,
    amount: -5,
    balance_after: 10,
    reason: null,
    appointment_id: null,
    client_package_id: null,
    payment_id: null,
    refunds: null,
    corrects: null,
    actor: 'staff:1',
    created_at: new Date('2027-01-11T10:00:00Z'),
    currency: 'RUB',
  }
  const { currency, ...rest } = row
  assert.equal(presentTransaction(row), {
    ...rest,
    amount: { amount: -5, currency },
    balance_after: { amount: 10, currency },
    reason: '',
    created_at: '2027-01-11T10:00:00.000Z',
  })
})

test.run()
