import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { partOf, tagOf } from '../test/account-stage.ts'
import { hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { enlargeText, unseen } from '../test/sight.ts'
import { signedIn } from '../test/signed-in.ts'
import { setStage, type OpenOptions, type Stage } from '../test/stage.ts'

const stage = await setStage()
test.after(() => stage?.close())

/** A package of five visits for the price of four, and whoever wants it, beside their account. */
async function openShop(on: Stage, balance: number, options: OpenOptions = {}) {
  const clinic = await makeClinic(on.server)
  const { admin, serviceId: service_id, publishable } = clinic
  const offer = { name: '5 по цене 4', service_id, visits: 5, price: 1_000_000, valid_days: 180 }
  await admin.servicePackages.create(offer)
  const person = await signedIn(on, clinic)
  if (balance > 0)
    await admin.clients.addTransaction(person.id, { type: 'deposit', amount: balance })
  const body = ['packages', 'account', 'widget']
    .map((name) => tagOf(on, `booking-${name}`, publishable))
    .join('')
  const visit = await on.open(body, { head: person.head, ...options })
  const part = partOf(visit.page, 'booking-packages')
  await part('buy').waitFor()
  const account = partOf(visit.page, 'booking-account')
  return { ...visit, clinic, person, part, account, sdk: on.server.as(person.token) }
}

async function openWays(part: ReturnType<typeof partOf>): Promise<void> {
  await part('buy').click()
  await part('pay-card').waitFor()
}

inBrowser('a package says what a visit of it costs and what that saves', async () => {
  if (!stage) return
  const { part, close } = await openShop(stage, 0)
  const words = await part('package').innerText()
  assert.match(words, /2\s000\s₽ за визит вместо 2\s500\s₽/)
  assert.match(words, /Выгода 2\s500\s₽/)
  assert.match(words, 'Действует 180 дней')
  await close()
})

inBrowser(
  'a package is bought from the balance, seen in the account, and booked with',
  async () => {
    if (!stage) return
    const shop = await openShop(stage, 1_200_000)
    const { page, part, account, clinic, sdk, complaints, close } = shop
    await page.evaluate(() => {
      for (const name of ['booking-purchase', 'booking-again'])
        document.addEventListener(name, (event) => {
          const heard: unknown = Reflect.get(globalThis, 'heard') ?? []
          Reflect.set(globalThis, 'heard', [heard, name, Reflect.get(event, 'detail')].flat())
        })
    })
    await account('tab').nth(2).click()
    await openWays(part)
    await part('pay-wallet').click()
    await part('heading').filter({ hasText: 'Пакет куплен' }).waitFor()
    assert.match(await part('package').innerText(), 'Осталось 5 визитов из 5')
    await account('package').waitFor()
    assert.match(await account('package').innerText(), 'Осталось 5 визитов из 5')
    assert.match(await account('balance').innerText(), /2\s000/)
    assert.is((await sdk.me.packages()).data.length, 1)
    await part('book').click()
    await page.locator('booking-widget [part~="slot"]').first().waitFor()
    const [purchase, bought, again, wish] = await page.evaluate(
      () => Reflect.get(globalThis, 'heard') as (string | object)[],
    )
    assert.equal([purchase, again], ['booking-purchase', 'booking-again'])
    assert.equal(Reflect.get(Object(bought), 'price'), { amount: 1_000_000, currency: 'RUB' })
    assert.is(Reflect.get(Object(wish), 'service_id'), clinic.serviceId)
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'with too little on the balance a package is paid by card, and is there on return',
  async () => {
    if (!stage) return
    const { page, part, close } = await openShop(stage, 300_000)
    await openWays(part)
    assert.is(await part('pay-wallet').count(), 0)
    assert.match(await part('page').innerText(), /не хватает 7\s000/)
    await part('pay-card').click()
    await page.locator('button[value="pay"]').click()
    await part('heading').filter({ hasText: 'Пакет куплен' }).waitFor()
    await close()
  },
)

inBrowser('who is not signed in is asked to, inside', async () => {
  if (!stage) return
  const { part, complaints, close } = await openShop(stage, 0, { head: '' })
  await part('buy').click()
  await part('sign-in').waitFor()
  assert.equal(complaints, [])
  await close()
})

const looks = [
  { lang: 'ru', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { lang: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { lang: 'ar', dir: 'rtl', forcedColors: 'active', viewport: { width: 320, height: 640 } },
] as const

for (const look of looks)
  inBrowser(`nothing keeps anybody out of the packages, ${JSON.stringify(look)}`, async () => {
    if (!stage) return
    const { page, part, close } = await openShop(stage, 1_200_000, look)
    const isForced = 'dir' in look
    if (isForced) await enlargeText(page)
    const check = async (at: string) => {
      const found = await hindrances(page, 'booking-packages')
      if (isForced) found.push(...(await unseen(page, 'booking-packages')))
      assert.equal(found, [], at)
    }
    await check('list')
    await openWays(part)
    await check('ways')
    await part('pay-wallet').click()
    await part('book').waitFor()
    await check('bought')
    assert.ok(await fits(page))
    await close()
  })

/** Nothing is wider than the screen. */
function fits(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
}

test.run()
