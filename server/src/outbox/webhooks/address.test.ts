import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Fault } from '../../fault.ts'
import { isPublicAddress, isPublicUrl, requirePublicUrl } from './address.ts'

const privateAddresses = [
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
  ...['0.0.0.0', '255.255.255.255', '224.0.0.1', '192.0.2.1', '198.18.0.1', '240.0.0.1'],
  ...['::1', '::', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1'],
  ...['64:ff9b:1::1', 'fc00::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2002:7f00:1::'],
  ...['2001:0:1::', '2001:db8::1', '4000::1', 'not an address', ''],
]

for (const address of privateAddresses) {
  test(`${address || 'nothing'} is not a public address`, () => {
    assert.is(isPublicAddress(address), false)
  })
}

test('addresses of the public Internet are public', () => {
  for (const address of ['8.8.8.8', '93.184.216.34', '2606:4700::1111'])
    assert.is(isPublicAddress(address), true)
})

const refused = [
  ...[
    'http://clinic.example/',
    'https://user:word@clinic.example/',
    'https://user@clinic.example/',
  ],
  ...['https://127.0.0.1/', 'https://[::1]/', 'https://0.0.0.0/', 'https://2130706433/'],
  ...['https://0x7f.1/', 'https://127.1/', 'https://017700000001/', 'https://[::ffff:127.0.0.1]/'],
  ...['https://10.0.0.1/', 'https://172.31.0.1/', 'https://192.168.0.1/', 'https://127.0.0.1./'],
  ...['https://localhost/', 'https://LOCALHOST./', 'https://a.localhost/', 'https://intranet/'],
  ...['https://db.internal/', 'https://printer.local/', 'https://metadata.google.internal/'],
  ...['https://１２７.0.0.1/', 'https://clinic.example:0/'],
]

for (const url of refused) {
  test(`${url} is refused before anything is asked`, () => {
    assert.is(isPublicUrl(new URL(url)), false)
  })
}

test('https to a public name or address is accepted, on any port', () => {
  for (const url of [
    'https://clinic.example/hooks?a=1',
    'https://clinic.example:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])
    assert.is(isPublicUrl(new URL(url)), true, url)
})

async function codeOf(url: string, allowPrivate: boolean, addresses: string[]): Promise<string> {
  try {
    await requirePublicUrl(url, allowPrivate, async () => addresses)
    return 'accepted'
  } catch (error) {
    return error instanceof Fault ? error.code : String(error)
  }
}

test('when an endpoint is saved, every address of its name has to be public', async () => {
  const url = 'https://clinic.example/'
  assert.is(await codeOf(url, false, ['8.8.8.8', '2606:4700::1111']), 'accepted')
  assert.is(await codeOf(url, false, ['8.8.8.8', '10.0.0.1']), 'address_not_allowed')
  assert.is(await codeOf('https://127.0.0.1/', false, []), 'address_not_allowed')
})

test('a name that cannot be resolved now may be saved: what counts is asked again with every connection', async () => {
  assert.is(await codeOf('https://clinic.example/', false, []), 'accepted')
})

test('a private network may allow everything', async () => {
  assert.is(await codeOf('http://127.0.0.1:8080/', true, []), 'accepted')
})

test.run()
