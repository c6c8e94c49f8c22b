import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startCloudApi } from '../test/cloud-api.ts'
import { of, parcel } from '../test/parcel.ts'
import { whatsappChannel } from './whatsapp.ts'

const api = await startCloudApi()
const channel = whatsappChannel(api.settings)
test.after(async () => {
  await channel.close()
  await api.close()
})

test('a message is the template with three variables of one line each', async () => {
  const outcome = await channel.send(parcel({ recipient: '+79161234567' }), of)
  assert.equal(outcome, { kind: 'sent', providerId: 'wamid.1' })
  const [written] = api.written
  assert.equal(
    [written?.to, written?.language, written?.variables],
    [
      '79161234567',
      'ru',
      [
        'Запись подтверждена',
        'вт, 12 января в 10:30 · ул. Арбат, 10',
        'https://zapis.example/manage/abc',
      ],
    ],
  )
})

test('the address is what it is about; where it can be stopped is said after the words', async () => {
  const unsubscribeUrl = 'https://zapis.example/unsubscribe/1-2-abc'
  const url = 'https://reviews.example'
  await channel.send(
    parcel({ recipient: '+79161234567', body: 'я'.repeat(900), url, unsubscribeUrl }),
    of,
  )
  const [, said, address] = api.written.at(-1)?.variables ?? []
  assert.match(said ?? '', /яя · Отписаться: https:\/\/zapis.example\/unsubscribe\/1-2-abc$/)
  assert.equal([said?.length, address], [500, url])
})

test('an empty text is a dash, for a variable may not be empty', async () => {
  await channel.send(parcel({ recipient: '+79161234567', body: ' \n ', url: null }), of)
  assert.equal(api.written.at(-1)?.variables.slice(1), ['—', '—'])
})

const errors = [
  [400, 131026, { kind: 'gone', error: 'not_on_whatsapp' }],
  [400, 131047, { kind: 'failed', error: 'whatsapp_131047' }],
  [400, 130429, { kind: 'again', error: 'whatsapp_130429', seconds: 5, isOfAll: true }],
  [400, 80007, { kind: 'again', error: 'whatsapp_80007', seconds: 60, isOfAll: true }],
  [400, 131056, { kind: 'again', error: 'whatsapp_131056', seconds: 60 }],
  [401, 190, { kind: 'again', error: 'whatsapp_190', seconds: 60, isOfAll: true }],
  [500, 131000, { kind: 'again', error: 'whatsapp_131000', seconds: null }],
  [503, 987654, { kind: 'again', error: 'whatsapp_987654', seconds: null }],
] as const
for (const [status, code, outcome] of errors)
  test(`the error ${code} means ${outcome.kind}`, async () => {
    api.error.set('70000000001', { status, code })
    assert.equal(await channel.send(parcel({ recipient: '+70000000001' }), of), outcome)
  })

test('a template that is not approved is nothing to try again', async () => {
  const other = whatsappChannel({ ...api.settings, template: 'unknown' })
  const outcome = await other.send(parcel({ recipient: '+79161234567' }), of)
  assert.equal(outcome, { kind: 'failed', error: 'whatsapp_132001' })
  await other.close()
})

test.run()
