import type { IncomingMessage } from 'node:http'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createAddressOf } from './address.ts'

function from(peer: string, forwarded?: string | string[]): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return { socket: { remoteAddress: peer }, headers } as unknown as IncomingMessage
}

test('without trusted proxies the peer is the visitor, whatever the header says', () => {
  const addressOf = createAddressOf([])
  assert.is(addressOf(from('203.0.113.5', '1.2.3.4')), '203.0.113.5')
})

test('the header is believed from the right, as far as the proxies are ours', () => {
  const addressOf = createAddressOf(['10.0.0.0/8', '::1'])
  assert.is(addressOf(from('10.0.0.1', '1.2.3.4')), '1.2.3.4')
  assert.is(addressOf(from('10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2')), '1.2.3.4')
  assert.is(addressOf(from('203.0.113.5', '1.2.3.4')), '203.0.113.5')
  assert.is(addressOf(from('::1', '2001:db8::1')), '2001:db8::1')
  assert.is(addressOf(from('::ffff:10.0.0.1', '1.2.3.4')), '1.2.3.4')
})

test('nonsense in the header is where belief ends', () => {
  const addressOf = createAddressOf(['10.0.0.0/8'])
  assert.is(addressOf(from('10.0.0.1', 'evil')), '10.0.0.1')
  assert.is(addressOf(from('10.0.0.1', '1.2.3.4, unknown')), '10.0.0.1')
  assert.is(addressOf(from('10.0.0.1', '')), '10.0.0.1')
  assert.is(
    addressOf(from('10.0.0.1', Array.from({ length: 50 }, () => '1.2.3.4').join())),
    '1.2.3.4',
  )
})

test.run()
