import type { Visit } from '../../widget/src/test/browser.ts'
import type { Stage } from '../../widget/src/test/stage.ts'
import type { Scene } from './scenes.ts'

type Page = Visit['page']

const element = (name: string) => ({
  body: (stage: Stage) =>
    `<main>${stage.snippet('pk_demo').replaceAll('booking-widget', `booking-${name}`)}</main>`,
})

let people = 0
/** Somebody new each time. */
const stranger = () => `stranger${++people}@example.com`
/** Of the demo: packages and visits to come; a balance. */
const regular = 'smirnova@example.com'
const saver = 'novikov@example.com'

/** As if the browser remembered them. */
async function enter(page: Page, { server }: Stage, email: string): Promise<void> {
  const site = server.as('pk_demo')
  const { demo_code: code = '' } = await site.auth.code({ email })
  const tokens = await site.auth.token({ email, code })
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
    `zapis:pk_demo@${server.url}`,
    JSON.stringify(tokens),
  ] as const)
  await page.reload()
}

const part = (page: Page, name: string) => page.locator(`[part~="${name}"]`)

function account(name: string, who: () => string, act: (page: Page) => Promise<unknown>): Scene {
  return {
    ...element('account'),
    name: `account-${name}`,
    act: async (page, stage) => {
      await enter(page, stage, who())
      await part(page, 'balance').waitFor()
      await act(page)
    },
  }
}

const tab = (page: Page, at: number) => part(page, 'tab').nth(at).click()

export const accountScenes: readonly Scene[] = [
  {
    ...element('account'),
    name: 'account-1-signed-out',
    act: async (page) => part(page, 'sign-in').waitFor(),
  },
  {
    ...element('account'),
    name: 'account-1-code',
    act: async (page) => {
      await page.locator('#sign-in-contact').fill(stranger())
      await part(page, 'submit').click()
      await page.locator('#sign-in-code').waitFor()
    },
  },
  {
    ...element('account'),
    name: 'account-1-wrong-code',
    act: async (page) => {
      await page.locator('#sign-in-contact').fill(stranger())
      await part(page, 'submit').click()
      await page.locator('#sign-in-code').fill('000000')
      await part(page, 'submit').click()
      await part(page, 'error').waitFor()
    },
  },
  account(
    '2-visits',
    () => regular,
    (page) => part(page, 'visit').first().waitFor(),
  ),
  account('2-empty', stranger, (page) => part(page, 'empty').waitFor()),
  account(
    '3-move',
    () => regular,
    async (page) => {
      await part(page, 'move').first().click()
      await part(page, 'slot').first().click()
      await part(page, 'submit').waitFor()
    },
  ),
  account(
    '4-cancel',
    () => regular,
    async (page) => {
      await part(page, 'cancel').first().click()
      await part(page, 'terms').waitFor()
    },
  ),
  account(
    '4-pay',
    () => regular,
    async (page) => {
      await part(page, 'pay').first().click()
      await part(page, 'pay-card').waitFor()
    },
  ),
  account(
    '5-money',
    () => saver,
    async (page) => {
      await tab(page, 1)
      await part(page, 'transaction').first().waitFor()
    },
  ),
  account(
    '5-top-up',
    () => saver,
    async (page) => {
      await part(page, 'top-up').click()
      await page.locator('#sum').fill('5000')
    },
  ),
  account(
    '6-packages',
    () => regular,
    async (page) => {
      await tab(page, 2)
      await part(page, 'package').first().waitFor()
    },
  ),
  account(
    '7-profile',
    () => regular,
    async (page) => {
      await tab(page, 3)
      await part(page, 'consent').first().waitFor()
    },
  ),
  account(
    '7-quiet',
    () => regular,
    async (page) => {
      await tab(page, 3)
      await page.locator('#quiet').check()
      await page.locator('#quiet_from').waitFor()
    },
  ),
  account(
    '7-erase',
    () => regular,
    async (page) => {
      await tab(page, 3)
      await part(page, 'erase').click()
      await part(page, 'submit').click()
      await part(page, 'error').waitFor()
    },
  ),
  account(
    'x-offline',
    () => regular,
    async (page) => {
      await page.route('**/v1/**', (route) => route.abort())
      await tab(page, 1)
      await part(page, 'retry').waitFor()
    },
  ),
  {
    ...element('packages'),
    name: 'packages-1-list',
    act: async (page) => part(page, 'buy').first().waitFor(),
  },
  {
    ...element('packages'),
    name: 'packages-1-empty',
    act: async (page) => {
      await page.route('**/v1/service-packages?*', (route) =>
        route.fulfill({
          headers: { 'access-control-allow-origin': '*' },
          json: { data: [], has_more: false, next_cursor: null },
        }),
      )
      await page.reload()
      await part(page, 'empty').waitFor()
    },
  },
  {
    ...element('packages'),
    name: 'packages-2-sign-in',
    act: async (page) => {
      await part(page, 'buy').first().click()
      await part(page, 'sign-in').waitFor()
    },
  },
  {
    ...element('packages'),
    name: 'packages-2-ways',
    act: async (page, stage) => {
      await enter(page, stage, saver)
      await part(page, 'buy').first().click()
      await part(page, 'pay-card').waitFor()
    },
  },
  {
    ...element('packages'),
    name: 'packages-3-bought',
    act: async (page, stage) => {
      const email = stranger()
      await enter(page, stage, email)
      await fill(stage, email)
      await part(page, 'buy').first().click()
      await part(page, 'pay-wallet').click()
      await part(page, 'book').waitFor()
    },
  },
  {
    ...element('button'),
    name: 'button-1',
    act: async (page) => part(page, 'button').waitFor(),
  },
  {
    ...element('button'),
    name: 'button-2-open',
    act: async (page) => {
      await part(page, 'button').click()
      await part(page, 'slot').first().waitFor()
    },
  },
  {
    ...element('button'),
    name: 'button-3-contacts',
    act: async (page) => {
      await part(page, 'button').click()
      await part(page, 'slot').first().click()
      await part(page, 'form').waitFor()
    },
  },
]

/** Money on a balance, given at the desk. */
async function fill({ server }: Stage, email: string): Promise<void> {
  const desk = server.as('sk_demo')
  const { data } = await desk.clients.list({ search: email })
  const [client] = data
  if (client) await desk.clients.addTransaction(client.id, { type: 'deposit', amount: 5_000_000 })
}
