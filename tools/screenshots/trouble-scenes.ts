import { walk } from '../../widget/src/test/walk.ts'
import { toPayment, widget, type Scene } from './scenes.ts'

let days = 0

/** What goes wrong, and how it is said. */
export const troubleScenes: readonly Scene[] = [
  {
    ...widget(),
    name: 'booking-x-taken',
    act: async (page) => {
      const { openService, pickSpecialist, part, held } = walk(page)
      await openService()
      await pickSpecialist(1)
      const free = part('date').and(page.locator('[aria-disabled="false"]'))
      await free.nth(days++ % (await free.count())).click()
      // Somebody else is faster: the answer is the server's own, a little earlier than usual.
      await page.route('**/v1/appointments/book', async (route) => {
        await fetch(route.request().url(), {
          method: 'POST',
          // Of the clinic, which may hold any number of times.
          headers: { authorization: 'Bearer sk_demo', 'content-type': 'application/json' },
          body: route.request().postData(),
        })
        await route.continue()
      })
      await part('slot').first().click()
      await part('notice').waitFor()
      await held().catch(() => undefined)
    },
  },
  {
    ...widget(),
    name: 'booking-x-offline',
    act: async (page) => {
      const { submit, part } = walk(page)
      await toPayment(page)
      await page.route('**/v1/**', (route) => route.abort())
      await submit()
      await part('retry').waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-x-hold-ending',
    clock: true,
    act: async (page) => {
      const { pickNearest, held, part } = walk(page)
      await pickNearest()
      await held()
      await page.clock.fastForward(95_000)
      await part('extend').waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-x-hold-over',
    clock: true,
    act: async (page) => {
      const { pickNearest, held, part } = walk(page)
      await pickNearest()
      await held()
      await page.clock.fastForward(125_000)
      await part('notice').waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-x-no-times',
    act: async (page) => {
      const { openService, part } = walk(page)
      await page.route('**/v1/availability?*', (route) =>
        route.fulfill({
          headers: { 'access-control-allow-origin': '*' },
          json: { time_zone: 'Europe/Moscow', days: [] },
        }),
      )
      await openService()
      await part('specialist').nth(1).click()
      await part('notice').waitFor()
    },
  },
  {
    body: (stage) => `<main>${stage.snippet('pk_nobody')}</main>`,
    name: 'booking-x-wrong-key',
    act: async (page) => walk(page).part('notice').waitFor(),
  },
  {
    ...widget(),
    name: 'booking-x-no-connection',
    clock: true,
    act: async (page) => {
      await page.route('**/v1/**', (route) => route.abort())
      await page.reload()
      await page.locator('booking-widget .frame').waitFor()
      for (let at = 0; at < 4; at++) await page.clock.fastForward(6_000)
      await walk(page).part('retry').waitFor()
    },
  },
]
