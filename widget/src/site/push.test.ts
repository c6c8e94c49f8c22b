import type { BrowserContext, Page, Worker } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { vapidOf } from '../../../server/src/notifications/channels/vapid.ts'
import { notificationMaker } from '../../../server/src/notifications/make.ts'
import { notificationDuties } from '../../../server/src/notifications/send.ts'
import { startPushService } from '../../../server/src/notifications/test/push-service.ts'
import { relay } from '../../../server/src/outbox/relay.ts'
import { bookAt } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../test/browser.ts'
import { bookFirst, setSite } from '../test/site-stage.ts'

let publicKey = ''
const service = await startPushService(() => publicKey)
const stage = await setSite({ PUSH_SERVICES: service.origin })
if (stage) publicKey = vapidOf(stage.server.app).publicKey
test.after(async () => {
  await stage?.close()
  await service.close()
})

/** Everything that the worker has to send now. */
async function deliverAll(): Promise<void> {
  if (!stage) return
  const { app } = stage.server
  const { signal } = new AbortController()
  while (await relay(app, signal, { makers: [notificationMaker(app)] }));
  for (const lane of notificationDuties(app)) {
    while (await lane.turn(signal));
    await lane.stop()
  }
}

/** What the server sends to a browser that has subscribed to this visit, decrypted. */
async function pushedOf(code: string): Promise<string> {
  if (!stage) return ''
  const browser = service.subscribe()
  await stage.server.as().manage.addPushSubscription(code, browser.draft)
  await stage.server.as().manage.cancel(code, {})
  await deliverAll()
  return browser.received.at(-1)?.text ?? ''
}

interface Shown {
  title: string
  body: string
  tag: string
  silent: boolean | null
  data: { navigate: string }
}

const shown = (page: Page): Promise<Shown[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const all = await registration.getNotifications()
    return all.map(({ title, body, tag, silent, data }) => ({
      title,
      body,
      tag,
      silent,
      data: data as { navigate: string },
    }))
  })

/** As the browser's own push service would, through DevTools. */
async function deliver(page: Page, context: BrowserContext, data: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  const session = await context.newCDPSession(page)
  const registrations: { registrationId: string; scopeURL: string }[] = []
  session.on('ServiceWorker.workerRegistrationUpdated', (event) =>
    registrations.push(...event.registrations),
  )
  await session.send('ServiceWorker.enable')
  while (registrations.length === 0) await page.waitForTimeout(20)
  const { registrationId } = registrations[0]!
  const origin = new URL(page.url()).origin
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
}

inBrowser('what the server sends is shown, and a tap opens the visit', async () => {
  if (!stage) return
  const { code } = await bookAt(stage.clinic, '10:00')
  const text = await pushedOf(code)
  const { page, complaints, close } = await stage.go('/')
  const context = page.context()
  await context.grantPermissions(['notifications'], { origin: stage.server.url })
  await deliver(page, context, text)
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).length > 0
  })
  const [notification] = await shown(page)
  assert.is(notification?.title, 'Запись отменена')
  assert.match(notification?.body ?? '', '10:00')
  assert.match(notification?.data.navigate ?? '', `/manage/${code}`)

  await deliver(page, context, text)
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).some(({ silent }) => silent)
  })
  assert.is((await shown(page)).length, 1, 'the second time it takes the place of the first')

  const [worker] = context.serviceWorkers()
  const opened = await tap(worker!, stage.server.url, code)
  assert.is(opened, `${stage.server.url}/manage/${code}`)
  assert.equal(complaints, [])
  await close()
})

/** Only a person's tap may open windows, so what would be opened is asked. */
function tap(worker: Worker, home: string, code: string): Promise<string> {
  return worker.evaluate(
    async ({ address }) => {
      const self = globalThis as unknown as {
        registration: { getNotifications(): Promise<unknown[]> }
        clients: { openWindow(url: string): Promise<null> }
        dispatchEvent(event: Event): void
        NotificationEvent: new (type: string, init: { notification: unknown }) => Event
      }
      const [notification] = await self.registration.getNotifications()
      Object.defineProperty(notification, 'data', { value: { navigate: address } })
      return new Promise<string>((resolve) => {
        self.clients.openWindow = (url) => {
          resolve(url)
          return Promise.resolve(null)
        }
        self.dispatchEvent(new self.NotificationEvent('notificationclick', { notification }))
      })
    },
    { address: `${home}/manage/${code}` },
  )
}

inBrowser(
  'after a booking, by a tap, this browser is told of that visit: all is real but the push service’s answer to the browser',
  async () => {
    if (!stage) return
    const browser = service.subscribe()
    const { page, close } = await stage.go('/', {
      expected: /./,
      permissions: ['notifications'],
      // Tried with Debian's Chromium: a fresh profile, which is a private window to it, is refused (“permission denied”); a lasting one waits
      // for Google's push service, whose address cannot be changed and which a test does not ask. So the subscription alone is ours.
      before: (page) =>
        page.addInitScript(({ endpoint, keys }) => {
          PushManager.prototype.getSubscription = async () => null
          PushManager.prototype.subscribe = async (options) => {
            Object.assign(window, { subscribedWith: options?.applicationServerKey })
            return {
              toJSON: () => ({ endpoint, keys, expirationTime: null }),
            } as unknown as PushSubscription
          }
        }, browser.draft),
    })
    await bookFirst(page)
    const offer = page.locator('booking-widget .offer')
    assert.match((await offer.textContent()) ?? '', 'Без названий услуг и врачей')
    await offer.locator('button').first().click()
    await page.locator('[role="status"]', { hasText: 'Уведомления включены' }).waitFor()
    const key = await page.evaluate(() => Reflect.get(window, 'subscribedWith') as string)
    assert.is(key, publicKey)
    const code = await page
      .locator('booking-widget')
      .evaluate(
        (element: HTMLElement & { booking?: { flow: { visit: { code: string } | null } } }) =>
          element.booking?.flow.visit?.code ?? '',
      )
    await stage.server.as().manage.cancel(code, {})
    await deliverAll()
    const titles = browser.received.map(
      ({ text }) => (JSON.parse(text) as { notification: { title: string } }).notification.title,
    )
    assert.is(titles.at(-1), 'Запись отменена')
    await close()
  },
)

test.run()
