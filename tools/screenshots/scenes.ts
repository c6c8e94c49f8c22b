import type { Visit } from '../../widget/src/test/browser.ts'
import type { Stage } from '../../widget/src/test/stage.ts'
import { walk } from '../../widget/src/test/walk.ts'

export interface Scene {
  name: string
  /** Of the page that embeds; what has a path instead is a page of the server's own. */
  body?(stage: Stage): string
  path?(stage: Stage): string | Promise<string>
  /** Seen by the clinic's owner, signed in to the panel. */
  isStaff?: boolean
  /** Time is the picture’s: `page.clock` moves it. */
  clock?: boolean
  /** To what is to be seen. */
  act(page: Visit['page'], stage: Stage): Promise<void>
}

export const widget = (attributes = '') => ({
  body: (stage: Stage) => `<main>${stage.snippet('pk_demo', attributes)}</main>`,
})

let phones = 0

/** Somebody else each time. */
function phone(): string {
  phones++
  return `+7 916 77${String(phones).padStart(5, '0')}`
}

/** Somebody has said who they are, and is to say how they pay. */
export async function toPayment(page: Visit['page']): Promise<void> {
  const { pickNearest, fill, submit, part, held } = walk(page)
  await pickNearest()
  await held()
  await fill(phone())
  await submit()
  await part('method').first().waitFor()
}

export const scenes: readonly Scene[] = [
  {
    ...widget(),
    name: 'booking-0-loading',
    act: async (page) => {
      // The language is there, the clinic is not yet.
      await page.route('**/v1/**', () => undefined)
      await page.reload({ waitUntil: 'commit' })
      await page.locator('booking-widget .bone').first().waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-1-services',
    act: async (page) => {
      await walk(page).part('slot').first().waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-1-all-services',
    act: async (page) => {
      const { part } = walk(page)
      await part('slot').first().waitFor()
      await part('more').click()
    },
  },
  {
    ...widget(),
    name: 'booking-1-search',
    act: async (page) => {
      const { part } = walk(page)
      await part('slot').first().waitFor()
      await part('search').fill('qwerty')
      await part('notice').waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-2-specialists',
    act: async (page) => {
      const { part, openService } = walk(page)
      await openService()
      await part('portrait').nth(1).waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-3-times',
    act: async (page) => {
      const { openService, pickSpecialist } = walk(page)
      await openService()
      await pickSpecialist()
    },
  },
  {
    ...widget(),
    name: 'booking-4-contacts',
    act: async (page) => {
      const { openService, pickSpecialist, pickTime, held } = walk(page)
      await openService()
      await pickSpecialist()
      await pickTime(3)
      await held()
    },
  },
  {
    ...widget(),
    name: 'booking-4-contacts-wrong',
    act: async (page) => {
      const { pickNearest, held, submit, part, widget: element } = walk(page)
      await pickNearest()
      await held()
      await element.locator('#email').fill('anna@')
      await submit()
      await part('error').first().waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-4-sign-in',
    act: async (page) => {
      const { pickNearest, held, part } = walk(page)
      await pickNearest()
      await held()
      await part('sign-in-offer').locator('button').click()
      await page.locator('#sign-in-contact').fill(phone())
      await part('sign-in').locator('[part~="submit"]').click()
      await page.locator('#sign-in-code').waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-5-payment',
    act: toPayment,
  },
  {
    ...widget(),
    name: 'booking-5-promo',
    act: async (page) => {
      const { pickNearest, fill, submit, part, held } = walk(page)
      await pickNearest()
      await held()
      await fill(phone())
      await submit()
      await part('promo').click()
      await page.locator('#promo').fill('SUMMER')
      await page.locator('#promo').press('Enter')
      await part('error').waitFor()
    },
  },
  {
    ...widget(),
    name: 'booking-6-done',
    act: async (page) => {
      const { submit, booked } = walk(page)
      await toPayment(page)
      await submit()
      await booked()
    },
  },
  {
    ...widget(),
    name: 'booking-6-declined',
    act: async (page) => {
      const { pickNearest, fill, submit, part, held } = walk(page)
      await pickNearest()
      await held()
      await fill(phone())
      await submit()
      await page.locator('#method-card').check()
      await submit()
      await page.locator('button[value="decline"]').click()
      await part('pay-again').waitFor()
    },
  },
]
