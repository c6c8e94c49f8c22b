import type { LookupFunction } from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { answerWith, startReceiver } from '../test/receiver.ts'
import { requirePublicUrl } from './address.ts'
import { createPoster, type PosterOptions } from './post.ts'

const receiver = await startReceiver()
const secretPlace = await startReceiver()
test.after(async () => {
  await receiver.close()
  await secretPlace.close()
})
test.before.each(() => {
  receiver.received.length = 0
  secretPlace.received.length = 0
})

async function post(
  url: string,
  options: Partial<PosterOptions> = {},
  signal = new AbortController().signal,
) {
  const poster = createPoster({ allowPrivate: true, ...options })
  try {
    return await poster.post(url, { 'webhook-id': 'evt_1_1' }, '{"a":1}', signal)
  } finally {
    await poster.close()
  }
}

test('what is posted arrives as it is, with its headers', async () => {
  receiver.answer = answerWith(204)
  assert.equal(await post(receiver.url), { status: 204, error: null })
  const [got] = receiver.received
  assert.is(got?.body, '{"a":1}')
  assert.is(got?.headers['webhook-id'], 'evt_1_1')
  assert.is(got?.headers['content-type'], 'application/json')
})

for (const status of [301, 302, 307, 308]) {
  test(`an answer of ${status} is a failure, and nobody goes where it points`, async () => {
    receiver.answer = answerWith(status, { location: secretPlace.url })
    assert.equal(await post(receiver.url), { status, error: `http_${status}` })
    assert.is(secretPlace.received.length, 0)
  })
}

test('of an endless answer a little is read, and its status counts', async () => {
  let sent = 0
  receiver.answer = (_request, response) => {
    response.writeHead(200)
    const pump = () => {
      while (!response.destroyed && sent < 100e6 && response.write(Buffer.alloc(65_536)))
        sent += 65_536
    }
    response.on('drain', pump)
    pump()
  }
  assert.equal(await post(receiver.url), { status: 200, error: null })
  assert.ok(sent < 20e6, `${sent} bytes were taken`)
})

test('a receiver that never answers, or drips its headers, has a deadline', async () => {
  receiver.answer = () => undefined
  assert.equal(await post(receiver.url, { deadlineMs: 100 }), { status: null, error: 'timeout' })
  receiver.answer = (request) => {
    const timer = setInterval(() => request.socket.write('H'), 20)
    request.socket.on('close', () => clearInterval(timer))
  }
  assert.is((await post(receiver.url, { deadlineMs: 150 })).status, null)
})

test('an answer whose body never ends is cut at the deadline; it was taken', async () => {
  receiver.answer = (_request, response) => void response.writeHead(200).write('.')
  assert.equal(await post(receiver.url, { deadlineMs: 150 }), { status: 200, error: null })
})

test('a receiver that breaks off or is not there is a failure', async () => {
  receiver.answer = (request) => request.socket.destroy()
  assert.equal(await post(receiver.url), { status: null, error: 'connection_reset' })
  const gone = await startReceiver()
  await gone.close()
  assert.equal(await post(gone.url), { status: null, error: 'connection_refused' })
})

test('what is under way when the worker stops is broken off', async () => {
  const stop = new AbortController()
  receiver.answer = () => stop.abort()
  assert.equal(await post(receiver.url, {}, stop.signal), { status: null, error: 'interrupted' })
})

function answering(...answers: string[][]): { lookup: LookupFunction; asked: () => number } {
  let asked = 0
  const lookup: LookupFunction = (_hostname, _options, callback) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)] ?? []
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    )
  }
  return { lookup, asked: () => asked }
}

test('a name that was public when it was saved and is private now is refused when the socket connects', async () => {
  const url = `https://rebinding.example:${secretPlace.port}/`
  await requirePublicUrl(url, false, async () => ['8.8.8.8'])
  const { lookup, asked } = answering(['127.0.0.1'])
  assert.equal(await post(url, { allowPrivate: false, lookup }), {
    status: null,
    error: 'address_not_allowed',
  })
  assert.is(asked(), 1)
  assert.is(secretPlace.received.length, 0)
})

test('a private address among public ones refuses them all', async () => {
  const { lookup } = answering(['203.0.113.0', '8.8.8.8', '127.0.0.1'])
  const outcome = await post('https://mixed.example/', { allowPrivate: false, lookup })
  assert.is(outcome.error, 'address_not_allowed')
})

test('a name is asked anew for every delivery', async () => {
  const { lookup, asked } = answering(['10.0.0.1'], ['127.0.0.1'])
  const poster = createPoster({ allowPrivate: false, lookup })
  const { signal } = new AbortController()
  for (let time = 0; time < 2; time++) await poster.post('https://a.example/', {}, '', signal)
  await poster.close()
  assert.is(asked(), 2)
})

test('an address that is no name is refused without a connection', async () => {
  for (const host of ['127.0.0.1', '[::1]', '2130706433', '127.1']) {
    const outcome = await post(`https://${host}:${secretPlace.port}/`, { allowPrivate: false })
    assert.is(outcome.error, 'address_not_allowed')
  }
  const plain = await post(`http://rebinding.example/`, { allowPrivate: false })
  assert.is(plain.error, 'address_not_allowed')
})

test.run()
