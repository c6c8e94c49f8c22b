import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from './config.ts'
import { botTokenOf } from '@zapis/sdk/contract'

const one = '123456:AAH-one-bot-of-these-tests_0123456'
const two = '123457:AAH-two-bot-of-these-tests_0123456'
const of = (TELEGRAM_BOT_TOKEN: string, more: Record<string, string> = {}) =>
  readConfig({ DATABASE_URL: 'postgres://x/y', TELEGRAM_BOT_TOKEN, ...more }).telegram

test('one token is the bot of all clinics, and a clinic may have its own', () => {
  assert.is(botTokenOf(of(''), 'arbat'), null)
  assert.is(botTokenOf(of(one), 'arbat'), one)
  const own = of(`arbat=${two}`)
  assert.equal([botTokenOf(own, 'arbat'), botTokenOf(own, 'other')], [two, null])
  const both = of(`${one}, arbat=${two}`)
  assert.equal([botTokenOf(both, 'arbat'), botTokenOf(both, 'other')], [two, one])
})

for (const wrong of ['my-bot', 'arbat=', `Arbat=${one}`, `${one},${two}`, `a=${one},a=${two}`])
  test(`${wrong.slice(0, 9)}…: a wrong value is one line that names the variable`, () => {
    assert.throws(() => of(wrong), /^(?!.*\n).*TELEGRAM_BOT_TOKEN/)
  })

test('the address of the Bot API is an address', () => {
  assert.is(of(one).apiRoot, 'https://api.telegram.org')
  assert.is(of(one, { TELEGRAM_API_ROOT: 'http://127.0.0.1:1/' }).apiRoot, 'http://127.0.0.1:1')
  assert.throws(() => of(one, { TELEGRAM_API_ROOT: 'telegram' }), /^TELEGRAM_API_ROOT/)
})

test.run()
