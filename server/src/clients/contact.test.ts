import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { countryOf, normalizeEmail, normalizePhone } from './contact.ts'

test('a Russian number is one number however it is written', () => {
  for (const text of ['8 916 123-45-67', '+7 (916) 123 45 67', '9161234567', '89161234567']) {
    assert.is(normalizePhone(text, 'RU'), '+79161234567', text)
  }
})

test('a country code wins over the organization’s country', () => {
  assert.is(normalizePhone('+44 20 7946 0958', 'RU'), '+442079460958')
})

test('words, halves of numbers and premium-rate numbers are no phone', () => {
  for (const text of [
    '',
    'call me',
    'call +79161234567',
    '123',
    '+7916123456789012',
    '+7 809 123 45 67',
  ]) {
    assert.is(normalizePhone(text, 'RU'), null, text)
  }
  assert.is(normalizePhone('9'.repeat(50_000), 'RU'), null)
})

test('an e-mail has one spelling, and a look-alike letter is another mailbox', () => {
  assert.is(normalizeEmail(' Anna@Example.COM '), 'anna@example.com')
  assert.is(normalizeEmail('anne\u0301@example.com'), normalizeEmail('ann\u00e9@example.com'))
  assert.is.not(normalizeEmail('аnna@example.com'), normalizeEmail('anna@example.com'))
})

test('an organization’s country follows from its currency, else its zone, else its language', () => {
  const of = (currency: string, time_zone: string, locale: string) =>
    countryOf({ currency, time_zone, locale })
  assert.is(of('RUB', 'Asia/Vladivostok', 'ru'), 'RU')
  assert.is(of('KZT', 'Asia/Almaty', 'ru'), 'KZ')
  assert.is(of('USD', 'America/New_York', 'en'), 'US')
  assert.is(of('EUR', 'Europe/Berlin', 'ru'), 'DE')
  assert.is(of('EUR', 'Europe/Moscow', 'ru'), 'RU')
  assert.is(of('XAF', 'Africa/Douala', 'en'), 'GB')
})

test.run()
