import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startMaxApi } from '../test/max-api.ts'
import { of, parcel } from '../test/parcel.ts'
import { maxChannel } from './max.ts'

const api = await startMaxApi()
const channel = maxChannel({ apiRoot: api.url, token: api.token })
test.after(async () => {
  await channel.close()
  await api.close()
})

test('a message has its words, a button for each action and one that opens the visit; at night no sound', async () => {
  const actions = [{ text: 'Приду', data: 'visit:1:7:coming' }]
  const outcome = await channel.send(parcel({ recipient: '501', actions, isSilent: true }), of)
  assert.equal(outcome, { kind: 'sent', providerId: 'mid.1' })
  assert.equal(api.written[0], {
    user: '501',
    text: 'Запись подтверждена\nвт, 12 января в 10:30\nул. Арбат, 10',
    isSilent: true,
    buttons: [
      { type: 'callback', text: 'Приду', payload: 'visit:1:7:coming' },
      { type: 'link', text: 'Подробнее', url: 'https://zapis.example/manage/abc' },
    ],
  })
})

test('a long text is cut, and still says where it can be stopped', async () => {
  const unsubscribeUrl = 'https://zapis.example/unsubscribe/1'
  await channel.send(
    parcel({ recipient: '501', body: 'я'.repeat(5000), unsubscribeUrl, url: null }),
    of,
  )
  const { text = '', buttons, isSilent } = api.written.at(-1) ?? {}
  assert.is(text.length, 4000)
  assert.match(text, /я\nОтписаться: https:\/\/zapis.example\/unsubscribe\/1$/)
  assert.equal([buttons, isSilent], [[], false])
})

const errors = [
  [403, 'chat.denied', 'error.dialog.suspended', { kind: 'gone', error: 'blocked' }],
  [404, 'dialog.not.found', '', { kind: 'gone', error: 'blocked' }],
  [400, 'proto.payload', '', { kind: 'failed', error: 'http_400' }],
  [
    429,
    'too.many.requests',
    '',
    { kind: 'again', error: 'http_429', seconds: null, isOfAll: true },
  ],
  [502, '', '', { kind: 'again', error: 'http_502', seconds: null, isUncertain: true }],
  [503, '', '', { kind: 'again', error: 'http_503', seconds: null, isUncertain: false }],
] as const
for (const [status, code, message, outcome] of errors)
  test(`${status} ${code} means ${outcome.kind}`, async () => {
    api.error.set('502', { status, code, message })
    assert.equal(await channel.send(parcel({ recipient: '502' }), of), outcome)
  })

test('a token that is not believed stops all of it for a minute', async () => {
  const other = maxChannel({ apiRoot: api.url, token: 'guessed' })
  const outcome = await other.send(parcel({ recipient: '501' }), of)
  assert.equal(outcome, { kind: 'again', error: 'http_401', seconds: 60, isOfAll: true })
  await other.close()
})

test.run()
