import type { Visit } from '../../widget/src/test/browser.ts'
import type { Stage } from '../../widget/src/test/stage.ts'
import type { Scene } from './scenes.ts'

const seen = (selector: string) => async (page: Visit['page']) =>
  page.locator(selector).first().waitFor()

type Booked = Promise<{ code: string; payment_url: string | null }>

const made = new Map<string, Booked>()

/** A visit of the demo for each way to pay, the same in every picture. */
function visitBy(stage: Stage, method: 'on_site' | 'card'): Booked {
  const visit = made.get(method) ?? book(stage, method)
  made.set(method, visit)
  return visit
}

async function book({ server }: Stage, method: 'on_site' | 'card'): Booked {
  const site = server.as('pk_demo')
  const [place] = (await site.locations.list({})).data
  const location_id = place?.id ?? 0
  const { data } = await site.availability.nearest({ location_id })
  const { service_id = 0, slots = [] } = data.find((each) => each.slots.length > 0) ?? {}
  const starts_at = slots.at(-1)?.starts_at ?? ''
  const { hold } = await site.appointments.book({ location_id, service_id, starts_at })
  return site.appointments.confirm({
    hold,
    client: { first_name: 'Анна', phone: `+7916880000${made.size}` },
    payment: { method },
    consents: [{ kind: 'personal_data', version: '1' }],
  })
}

const manage = async (stage: Stage) => `/manage/${(await visitBy(stage, 'on_site')).code}`

export const siteScenes: readonly Scene[] = [
  {
    name: 'site-1-home',
    path: () => '/',
    act: async (page) => {
      await seen('booking-widget .pill')(page)
      await seen('booking-packages [part~="buy"]')(page)
      await seen('booking-account [part~="sign-in"]')(page)
    },
  },
  { name: 'site-2-manage', path: manage, act: seen('visit-manage .ticket') },
  {
    name: 'site-2-manage-move',
    path: manage,
    act: async (page) => {
      await page.locator('visit-manage [part~="move"]').click()
      await page.locator('visit-manage [part~="slot"]').first().click()
    },
  },
  {
    name: 'site-2-manage-cancel',
    path: manage,
    act: async (page) => {
      await page.locator('visit-manage [part~="cancel"]').click()
      await seen('visit-manage [part~="cancel-yes"]')(page)
    },
  },
  {
    name: 'site-2-manage-moved',
    path: manage,
    act: async (page) => {
      await page.locator('visit-manage [part~="move"]').click()
      await page.locator('visit-manage [part~="slot"]').first().click()
      await page.locator('visit-manage [part~="move-yes"]').click()
      await seen('visit-manage .notice.good, visit-manage h2')(page)
    },
  },
  {
    name: 'site-2-manage-wrong',
    path: () => `/manage/${'A'.repeat(32)}`,
    act: seen('visit-manage h2'),
  },
  { name: 'site-3-offline', path: () => '/offline', act: seen('h1') },
  {
    name: 'site-3-offline-visit',
    path: manage,
    act: async (page) => {
      await seen('visit-manage .ticket')(page)
      await page.waitForFunction(() => localStorage.getItem('zapis:visits') !== null)
      await page.goto(new URL('/offline', page.url()).href)
      await seen('#visit:not([hidden])')(page)
    },
  },
  { name: 'site-3-not-found', path: () => '/nowhere', act: seen('h1') },
  {
    name: 'site-4-pay',
    path: async (stage) => (await visitBy(stage, 'card')).payment_url ?? '',
    act: seen('button'),
  },
  { name: 'site-5-embed', path: () => '/examples/embed', act: seen('booking-widget .pill') },
  ...(['button', 'account', 'packages'] as const).map((name) => ({
    name: `site-5-embed-${name}`,
    path: () => '/examples/embed',
    act: async (page: Visit['page']) => {
      await page.selectOption('[name="element"]', `booking-${name}`)
      await seen(
        `#preview [part~="${{ button: 'button', account: 'sign-in', packages: 'buy' }[name]}"]`,
      )(page)
    },
  })),
  { name: 'site-5-guide', path: () => '/docs/widget', act: seen('h1') },
  { name: 'site-6-clinic', path: () => '/examples/clinic', act: seen('h1') },
]
