import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { eventually, outbox } from '../outbox/test/app.ts'
import { createPaces } from '../redis/pace.ts'
import type { Channel, ChannelName } from './channels/channel.ts'
import { telegramChannel } from './channels/telegram.ts'
import { createLane } from './lane.ts'
import { BOT_TOKEN, startBotApi } from './test/bot-api.ts'
import { addNotification, keptOf, sayTheSame } from './test/lanes.ts'

const box = await outbox()
const { app, owner } = box
const clinic = await box.found()
const api = await startBotApi()
/** Of all lanes, as if they had a Redis. */
const paces = createPaces(app.ephemeral)
const signal = new AbortController().signal
test.after(async () => {
  await api.close()
  await box.close()
})
test.before.each(async () => {
  await owner(`update notifications set status = 'skipped', lease = null, lease_until = null`)
  api.told.length = 0
  api.asked = 0
})

let chats = 1000
const nextChat = () => String(++chats)
const add = (recipient: string, template?: string, channel: ChannelName = 'telegram') =>
  addNotification(box, {
    organization: clinic,
    channel,
    recipient,
    ...(template === undefined ? {} : { template }),
  })

function lane(
  differs: Partial<Channel> = {},
  compose = sayTheSame,
  leaseSeconds = 60,
  turns = paces,
) {
  const token = BOT_TOKEN
  const channel = telegramChannel({ apiRoot: api.url, token, tokenOf: async () => token })
  return createLane(app, {
    channel: { ...channel, ...differs },
    paces: turns,
    compose,
    leaseSeconds,
  })
}

/** Everything that is due, then the end. */
async function run(made = lane()): Promise<void> {
  while (await made.turn(signal));
  await made.stop()
}

const due = () => owner(`update notifications set send_at = now() where status = 'pending'`)

test('what was taken is done, with the number that the channel gave it', async () => {
  const id = await add(nextChat())
  await run()
  const { status, attempts, handed, provider_id } = await keptOf(box, id)
  assert.equal([status, attempts, handed, provider_id], ['sent', 1, 1, '1'])
})

test('F31: 429 pauses the whole bot, in every process, and nothing is claimed meanwhile', async () => {
  api.flood(1, 30)
  const first = await add(nextChat())
  await run()
  const kept = await keptOf(box, first)
  assert.equal([kept.status, kept.error, kept.handed], ['pending', 'http_429', 0])
  assert.ok(Math.abs(kept.pause - 30) <= 2, String(kept.pause))
  const second = await add(nextChat())
  await run(lane())
  assert.equal([api.asked, (await keptOf(box, second)).attempts], [1, 0])
})

test('what is broken off while it keeps its distance has not left, and is not written down as handed over', async () => {
  const [first, second] = [await add(nextChat()), await add(nextChat())]
  const atOnce = { take: async () => ({ isTaken: true, waitMs: 0 }), wait: async () => 0 }
  const { limits } = telegramChannel({ apiRoot: api.url, token: null, tokenOf: async () => null })
  const slow = lane({ limits: { ...limits, everyMs: 60_000 } }, sayTheSame, 60, {
    ...paces,
    ...atOnce,
  })
  await slow.turn(signal)
  await eventually(() => api.told[0])
  await slow.stop()
  const [sent, kept] = await Promise.all([keptOf(box, first), keptOf(box, second)])
  const both = [sent, kept].map(({ status, handed }) => `${status} ${handed}`).sort()
  assert.equal(both, ['pending 0', 'sent 1'])
  assert.is(api.told.length, 1)
})

/** Another bot has not been told to pause. */
function other() {
  const account = `telegram:${nextChat()}`
  return { account, accountOf: async () => account }
}

test('an answer that was lost is asked for once more, and never a third time', async () => {
  const chat = nextChat()
  api.mood.set(chat, 'cut off')
  const id = await add(chat)
  for (let turn = 0; turn < 4; turn++) {
    await run(lane(other()))
    await due()
  }
  assert.is(api.toldTo(chat).length, 2)
  const { status, error } = await keptOf(box, id)
  assert.equal([status, error], ['failed', 'uncertain'])
})

test('an advertisement whose answer was lost is not sent again', async () => {
  const chat = nextChat()
  api.mood.set(chat, 'cut off')
  await add(chat, 'broadcast')
  for (let turn = 0; turn < 3; turn++) {
    await run(lane(other()))
    await due()
  }
  assert.is(api.toldTo(chat).length, 1)
})

test('a refusal that is certain is tried again eight times and not taken for an uncertain one', async () => {
  const id = await add(nextChat())
  const refusing: Partial<Channel> = {
    send: async () => ({ kind: 'again', error: 'http_500', seconds: null }),
  }
  for (let turn = 0; turn < 9; turn++) {
    await run(lane({ ...other(), ...refusing }))
    await due()
  }
  const { status, error, attempts } = await keptOf(box, id)
  assert.equal([status, error, attempts], ['failed', 'http_500', 8])
})

test('a process that was away for longer than its lease sends nothing', async () => {
  const id = await add(nextChat())
  let isAway = false
  const slow: typeof sayTheSame = async (of, notification) => {
    await owner(
      `update notifications set lease_until = now() - interval '1 second' where id = $1`,
      [id],
    )
    isAway = true
    return sayTheSame(of, notification)
  }
  await lane(other(), slow).turn(signal)
  await eventually(() => isAway || undefined)
  const patient = lane(other())
  await run(patient)
  assert.equal([api.asked, (await keptOf(box, id)).attempts], [1, 2])
})

test('what waits for its turn when the process stops was not tried', async () => {
  const own = other()
  const chat = nextChat()
  const ids = [await add(chat), await add(chat)]
  const made = lane(own)
  await made.turn(signal)
  await eventually(() => api.told.length > 0 || undefined)
  await made.stop()
  const kept = await Promise.all(ids.map((id) => keptOf(box, id)))
  assert.equal(
    kept.map(({ status, attempts }) => [status, attempts]),
    [
      ['sent', 1],
      ['pending', 0],
    ],
  )
})

test('a bot without a turn in sight puts its messages off', async () => {
  const own = other()
  const id = await add(nextChat())
  await paces.pause(own.account, 60_000)
  await run(lane({ ...own, account: null }))
  const { status, attempts, pause } = await keptOf(box, id)
  assert.equal([status, attempts, api.asked], ['pending', 0, 0])
  assert.ok(Math.abs(pause - 60) <= 2, String(pause))
})

test('no more are sent at a time than the channel bears, and all are sent', async () => {
  let [now, most, all] = [0, 0, 0]
  const narrow = lane({
    ...other(),
    limits: { everyMs: null, recipientEveryMs: null, room: 10, atOnce: 2 },
    async send() {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 30))
      now--
      all++
      return { kind: 'sent' }
    },
  })
  for (let count = 0; count < 12; count++) await add(nextChat())
  for (let turn = 0; all < 12; turn++) {
    await narrow.turn(signal)
    await eventually(() => now === 0 || undefined)
  }
  await narrow.stop()
  assert.is(most, 2)
})

test('what is called off while it waits for its turn or its place is not said', async () => {
  for (const limits of [
    { everyMs: null, recipientEveryMs: 300, room: 10 },
    { everyMs: null, recipientEveryMs: null, room: 10, atOnce: 1 },
  ]) {
    let isCalledOff = false
    const compose: typeof sayTheSame = async (of, notification) =>
      isCalledOff ? { kind: 'skip', reason: 'outdated' } : sayTheSame(of, notification)
    let told = 0
    const send = async () => {
      told++
      await eventually(() => isCalledOff || undefined)
      return { kind: 'sent' as const }
    }
    const made = lane({ ...other(), limits, send }, compose)
    const chat = nextChat()
    const ids = [await add(chat), await add(chat)]
    await made.turn(signal)
    await eventually(() => told > 0 || undefined)
    isCalledOff = true
    await eventually(async () => {
      const kept = await Promise.all(ids.map((id) => keptOf(box, id)))
      return kept.every(({ status }) => ['sent', 'skipped'].includes(status)) || undefined
    })
    await made.stop()
    const errors = await Promise.all(ids.map(async (id) => (await keptOf(box, id)).error))
    assert.equal([told, errors.sort()], [1, [null, 'outdated'].sort()])
  }
})

test('a channel that is stuck delays no other', async () => {
  const stuck = lane({ ...other(), name: 'whatsapp', send: () => new Promise(() => undefined) })
  await add('79160000001', undefined, 'whatsapp')
  await stuck.turn(signal)
  const chat = nextChat()
  await add(chat)
  await run(lane(other()))
  assert.is(api.toldTo(chat).length, 1)
})

test.run()
