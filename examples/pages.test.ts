import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from '../widget/src/test/axe.ts'
import { inBrowser, visit } from '../widget/src/test/browser.ts'
import { lateModule, shiftsOf } from '../widget/src/test/shifts.ts'
import { setStage } from '../widget/src/test/stage.ts'
import { walk } from '../widget/src/test/walk.ts'

const stage = await setStage({ SEED_DEMO: '1' })
test.after(() => stage?.close())
const sizes = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')

test('the room that pages keep is the one that the elements take, wherever it is written', async () => {
  const sources = {
    'booking-widget': 'design/tokens.ts',
    'booking-account': 'account/booking-account.ts',
    'booking-packages': 'packages/booking-packages.ts',
  }
  const copies = {
    'booking-widget': [
      ...['examples/embed/embed.js', 'examples/clinic/style.css', 'widget/README.md'],
      ...['examples/react/booking.tsx', 'examples/vue/Booking.vue', 'widget/static/site.css'],
      ...['server/src/pages/guide/ru.ts', 'server/src/pages/guide/en.ts'],
      'admin/src/settings/snippet.ts',
    ],
    'booking-account': [
      'examples/embed/embed.js',
      'widget/README.md',
      'admin/src/settings/snippet.ts',
    ],
    'booking-packages': [
      'examples/embed/embed.js',
      'widget/README.md',
      'admin/src/settings/snippet.ts',
    ],
  }
  for (const [element, files] of Object.entries(copies)) {
    const source = await read(`widget/src/${sources[element as keyof typeof sources]}`)
    const height = /--reserve: var\(--bw-min-height, (clamp\(.*\))\);/.exec(source)?.[1]
    assert.ok(height, element)
    for (const file of files)
      assert.ok((await read(file)).includes(`min-height: ${height}`), `${file}: ${element}`)
  }
})

/** What each element shows when it has come to rest. */
const rest: Record<string, string> = {
  'booking-widget': '[part~="slot"]',
  'booking-packages': '[part~="buy"]',
  'booking-account': '[part~="sign-in"]',
  'booking-button': '[part~="button"]',
}

async function settled(page: Page): Promise<void> {
  for (const [element, inside] of Object.entries(rest))
    if ((await page.locator(element).count()) > 0)
      await page.locator(`${element} ${inside}`).first().waitFor()
}

inBrowser(
  'on a slow line nothing moves on the clinic’s page, on the example, or around any snippet of the generator',
  async () => {
    if (!stage) return
    for (const viewport of sizes) {
      const { page, close } = await visit(stage.browser, { hosts: [], expected: /./, viewport })
      const snippets = new Map<string, string>()
      await page.goto(`${stage.server.url}/examples/embed`)
      for (const element of Object.keys(rest)) {
        await page.selectOption('[name="element"]', element)
        snippets.set(`/pasted/${element}`, await page.locator('#snippet').innerText())
      }
      const text = `<p>${'Приходите. '.repeat(40)}</p>`
      await page.route('**/pasted/*', (route) => {
        const snippet = snippets.get(new URL(route.request().url()).pathname)
        const body = `<!doctype html><html lang="ru"><meta name="viewport" content="width=device-width">${text}${snippet}${text}`
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      })
      await lateModule(page)
      for (const path of ['/', '/examples/clinic#book', ...snippets.keys()]) {
        await page.goto(stage.server.url + path)
        await settled(page)
        assert.equal(await shiftsOf(page), [], `${path} at ${viewport.width}`)
      }
      await close()
    }
  },
)

inBrowser(
  'the generator shows what the form says, and its pages keep nobody out, in both themes',
  async () => {
    if (!stage) return
    const { server, browser } = stage
    const opened = await visit(browser, { hosts: [new URL(server.url).host], colorScheme: 'dark' })
    const { page, complaints, close } = opened
    await page.goto(`${server.url}/examples/embed?lang=en`)
    const { part } = walk(page, '#preview booking-widget')
    await part('slot').first().waitFor()
    assert.equal(await barriers(page), [])
    const services = await page.locator('[name="service"] option').allInnerTexts()
    assert.ok(services.length > 10, services.join())
    await page.selectOption('[name="service"]', { index: 1 })
    await page.selectOption('[name="theme"]', 'light')
    await page.selectOption('[name="locale"]', 'ru')
    await page.locator('[name="--bw-radius"]').fill('3')
    await page.locator('[name="--bw-accent"]').fill('#a8452b')
    await part('service').waitFor()
    const shown = await page.locator('#preview booking-widget').evaluate((element) => ({
      service: element.getAttribute('service'),
      colorScheme: getComputedStyle(element).colorScheme,
      radius: getComputedStyle(element).getPropertyValue('--radius'),
      said: element.shadowRoot?.querySelector('h2')?.textContent,
    }))
    const service = await page.inputValue('[name="service"]')
    assert.equal(shown, { service, colorScheme: 'light', radius: '3px', said: 'Выберите услугу' })
    assert.match(
      await page.locator('#snippet').innerText(),
      `booking-widget { --bw-accent: #a8452b; --bw-radius: 3px }</style>`,
    )
    await page.selectOption('[name="element"]', 'booking-button')
    await page.locator('#preview').getByText('Записаться').waitFor()
    await page.selectOption('[name="element"]', 'booking-account')
    assert.is(await page.locator('[name="service"]').isDisabled(), true)
    assert.not.match(await page.locator('#snippet').innerText(), 'service=')
    await page.selectOption('[name="element"]', 'booking-widget')
    await page.emulateMedia({ colorScheme: 'light' })
    await part('slot').first().waitFor()
    assert.equal(await barriers(page), [])
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('a visit is booked on the example clinic’s site', async () => {
  if (!stage) return
  const { server, browser } = stage
  const opened = await visit(browser, { hosts: [new URL(server.url).host] })
  const { page, complaints, close } = opened
  await page.goto(`${server.url}/examples/clinic`)
  const { part, pickNearest, held, fill, submit, booked } = walk(page)
  await part('slot').first().waitFor()
  assert.equal(await barriers(page), [])
  await pickNearest()
  await held()
  await fill('+7 916 555-44-33')
  await submit()
  await part('method').first().waitFor()
  await submit()
  await booked()
  assert.equal(await barriers(page), [])
  const { data } = await server.as('sk_demo').clients.list({ search: '9165554433' })
  assert.is(data[0]?.first_name, 'Анна')
  assert.equal(complaints, [])
  await close()
})

test.run()
