import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BOT_TOKEN, startBotApi } from '../test/bot-api.ts'
import { of, parcel } from '../test/parcel.ts'
import { telegramChannel } from './telegram.ts'

const api = await startBotApi()
const channelOf = (token: string | null, deadlineMs = 5_000) =>
  telegramChannel({ apiRoot: api.url, token, tokenOf: async () => token, deadlineMs })
const channel = channelOf(BOT_TOKEN)
test.after(async () => {
  await channel.close()
  await api.close()
})

test('a message has its text, a button for each action and one that opens the visit', async () => {
  const actions = [
    { text: 'Приду', data: 'v:7:yes' },
    { text: 'Перенести', data: 'v:7:move' },
    { text: 'Отменить', data: 'v:7:cancel' },
  ]
  const outcome = await channel.send(parcel({ recipient: '10', actions }), of)
  assert.equal(outcome, { kind: 'sent', providerId: String(api.told.length) })
  const [told] = api.toldTo('10')
  assert.is(told?.text, 'Запись подтверждена\nвт, 12 января в 10:30\nул. Арбат, 10')
  assert.equal(
    told?.keyboard.map((row) =>
      row.map(({ text, callback_data, url }) => [text, callback_data ?? url]),
    ),
    [
      [
        ['Приду', 'v:7:yes'],
        ['Перенести', 'v:7:move'],
        ['Отменить', 'v:7:cancel'],
      ],
      [['Подробнее', 'https://zapis.example/manage/abc']],
    ],
  )
})

test('what comes at night makes no sound', async () => {
  await channel.send(parcel({ recipient: '14', isSilent: true }), of)
  await channel.send(parcel({ recipient: '14' }), of)
  assert.equal(
    api.toldTo('14').map(({ isSilent }) => isSilent),
    [true, false],
  )
})

test('X6: what people have written is text, whatever Telegram could read in it', async () => {
  const title = '<b>Анна & </b></i> <script>'
  await channel.send(parcel({ recipient: '11', title, body: 'x < y > z &amp;' }), of)
  assert.is(api.toldTo('11')[0]?.text, `${title}\nx < y > z &amp;`)
})

test('a long text is cut, a long button is left out, and a visit on this machine is an address and no button', async () => {
  const body = `${'я'.repeat(3_968)}😀${'я'.repeat(5_000)}`
  const actions = [
    { text: 'ok', data: 'x'.repeat(64) },
    { text: 'long', data: 'я'.repeat(33) },
  ]
  const url = 'http://localhost:3000/manage/abc'
  const outcome = await channel.send(parcel({ recipient: '12', body, actions, url }), of)
  assert.is(outcome.kind, 'sent')
  const [told] = api.toldTo('12')
  assert.match(told?.text ?? '', /…\nhttp:\/\/localhost:3000\/manage\/abc$/)
  assert.equal(
    told?.keyboard.flat().map(({ text }) => text),
    ['ok'],
  )
})

const moods = [
  ['blocked', { kind: 'gone', error: 'blocked' }],
  ['deactivated', { kind: 'gone', error: 'blocked' }],
  ['unknown', { kind: 'gone', error: 'chat_not_found' }],
  ['broken', { kind: 'again', error: 'http_502', seconds: null, isUncertain: true }],
  ['cut off', { kind: 'again', error: 'UND_ERR_SOCKET', seconds: null, isUncertain: true }],
] as const
for (const [mood, outcome] of moods)
  test(`F31: a chat that is ${mood}`, async () => {
    api.mood.set('13', mood)
    assert.equal(await channel.send(parcel({ recipient: '13' }), of), outcome)
  })

test('F31: 429 tells how long, and for all', async () => {
  api.flood(1, 7)
  const outcome = await channel.send(parcel({ recipient: '14' }), of)
  assert.equal(outcome, { kind: 'again', error: 'http_429', seconds: 7, isOfAll: true })
  assert.is((await channel.send(parcel({ recipient: '14' }), of)).kind, 'sent')
})

test('a message that Telegram does not take is not sent again', async () => {
  const outcome = await channel.send(
    parcel({ recipient: '15', title: ' ', body: '', url: null }),
    of,
  )
  assert.equal(outcome, { kind: 'failed', error: 'http_400' })
})

test('silence ends at the deadline, and nobody knows whether it was heard', async () => {
  api.mood.set('16', 'silent')
  const hasty = channelOf(BOT_TOKEN, 100)
  const outcome = await hasty.send(parcel({ recipient: '16' }), of)
  assert.equal(outcome, { kind: 'again', error: 'timeout', seconds: null, isUncertain: true })
  await hasty.close()
})

test('a Telegram that is not there was certainly not reached', async () => {
  const gone = await startBotApi()
  await gone.close()
  const away = telegramChannel({
    apiRoot: gone.url,
    token: BOT_TOKEN,
    tokenOf: async () => BOT_TOKEN,
  })
  const outcome = await away.send(parcel(), of)
  assert.equal(outcome, { kind: 'again', error: 'ECONNREFUSED', seconds: null, isUncertain: false })
  await away.close()
})

test('a token that is not believed waits for people, and is not in what it answers', async () => {
  const wrong = '7000002:another-token-another-token-another'
  const stranger = channelOf(wrong)
  const outcome = await stranger.send(parcel(), of)
  assert.equal(outcome, { kind: 'again', error: 'http_401', seconds: 60, isOfAll: true })
  assert.not.match(JSON.stringify(outcome) + String(stranger.account), /another/)
  await stranger.close()
})

test('an organization without a bot is told so', async () => {
  const none = channelOf(null)
  assert.equal(await none.send(parcel(), of), { kind: 'failed', error: 'not_configured' })
  await none.close()
})

test.run()
