import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bundle } from '../../../tools/test-bundle.ts'
import { outbox } from '../outbox/test/app.ts'
import { telegramChannel } from './channels/telegram.ts'
import { vapidOf } from './channels/vapid.ts'
import { webPushChannel } from './channels/webpush.ts'
import { notificationDuties } from './send.ts'
import { BOT_TOKEN, startBotApi } from './test/bot-api.ts'
import { addNotification, sayTheSame } from './test/lanes.ts'
import { startPushService, type Browser } from './test/push-service.ts'

const KILLS = 50
/** Longer than a kill is away from the claim, so that some are hit before, some in and some after the sending. */
const LATEST_KILL_MS = 80
/** There is always something to claim. */
const WAITING = 8
const PROGRAM = 'server/src/notifications/test/sending-process.ts'

// Loaded module by module it takes two seconds to be up, fifty times.
const programs = await bundle([PROGRAM])
const box = await outbox()
const { app, owner } = box
const clinic = await box.found()
const api = await startBotApi()
const service = await startPushService(() => vapidOf(app).publicKey)
test.after(async () => {
  await api.close()
  await service.close()
  await box.close()
  await programs.remove()
})

/** A process that is up and waits to be let go. */
interface Waiting {
  child: ChildProcess
  isReady: Promise<unknown>
}

function raise(): Waiting {
  const child = spawn(
    process.execPath,
    [programs.of(PROGRAM), box.url, api.url, BOT_TOKEN, service.origin],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  return { child, isReady: said(child, 'ready') }
}

async function said(child: ChildProcess, word: string): Promise<void> {
  let text = ''
  for await (const [chunk] of on(child)) {
    text += chunk
    if (text.includes(word)) return
  }
}

async function* on({ stdout }: ChildProcess): AsyncGenerator<[string]> {
  while (stdout) yield [String((await once(stdout, 'data'))[0])]
}

async function letGoAndKill({ child, isReady }: Waiting): Promise<void> {
  await isReady
  const claimed = said(child, 'claimed')
  child.stdin?.write('go\n')
  await claimed
  await sleep(randomInt(LATEST_KILL_MS))
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

test('F05: killed at 50 points between claim and done, everybody is told, and nobody thrice', async () => {
  const browsers: Browser[] = []
  const chats: string[] = []
  const slowly: Browser['answer'] = (response) =>
    void setTimeout(() => response.writeHead(201).end(), randomInt(40))
  const add = async () => {
    const browser = service.subscribe()
    browser.answer = slowly
    browsers.push(browser)
    chats.push(String(5000 + chats.length))
    const { endpoint, keys } = browser.draft
    const of = { organization: clinic, template: 'confirmed' }
    await addNotification(box, { ...of, channel: 'webpush', recipient: endpoint, payload: keys })
    await addNotification(box, { ...of, channel: 'telegram', recipient: chats.at(-1) ?? '' })
  }
  const refill = async () => {
    const [row] = await owner<{ least: number }>(
      `select least(count(*) filter (where channel = 'webpush'), count(*) filter (where channel = 'telegram'))::integer as least
       from notifications where status = 'pending'`,
    )
    for (let count = row?.least ?? 0; count < WAITING; count++) await add()
  }
  /** In the middle of being sent when the process died. */
  const hit = new Set<string>()
  let leftBehind = 0
  let next = raise()
  for (let kill = 0; kill < KILLS; kill++) {
    await refill()
    api.delayMs = randomInt(40)
    const current = next
    if (kill < KILLS - 1) next = raise()
    await letGoAndKill(current)
    const left = await owner<{ recipient: string; handed: number }>(
      `select recipient, handed from notifications where status = 'sending'`,
    )
    leftBehind = left.length
    for (const { recipient, handed } of left) if (handed > 0) hit.add(recipient)
  }
  assert.ok(leftBehind > KILLS, `only ${leftBehind} were caught in the middle`)
  // Their leases lapse: another process has them.
  await owner(
    `update notifications set lease_until = now() - interval '1 second' where status = 'sending'`,
  )
  await drain()
  const open = await owner(`select id, status, error from notifications where status <> 'sent'`)
  assert.equal(open, [])
  for (const { received } of browsers) {
    assert.ok(received.length > 0, 'a browser was not told')
    const events = received.map(({ text }) => (JSON.parse(text) as Shown).notification.data.event)
    assert.is(new Set(events).size, 1)
  }
  for (const chat of chats) {
    const times = api.toldTo(chat).length
    assert.ok(times === 1 || (times === 2 && hit.has(chat)), `${chat} was told ${times} times`)
  }
})

interface Shown {
  notification: { data: { event: string } }
}

async function drain(): Promise<void> {
  const channels = [
    telegramChannel({ apiRoot: api.url, token: BOT_TOKEN, tokenOf: async () => BOT_TOKEN }),
    webPushChannel({ vapid: vapidOf(app), services: [service.origin] }),
  ]
  const lanes = notificationDuties(app, { channels, compose: sayTheSame })
  const signal = new AbortController().signal
  for (;;) {
    for (const lane of lanes) while (await lane.turn(signal));
    const [row] = await owner<{ open: number }>(
      `select count(*)::integer as open from notifications where status in ('pending', 'sending')`,
    )
    if (row?.open === 0) break
    await sleep(50)
  }
  for (const lane of lanes) await lane.stop()
}

test.run()
