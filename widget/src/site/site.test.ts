import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inBrowser } from '../test/browser.ts'
import { bookFirst, setSite } from '../test/site-stage.ts'

const stage = await setSite()
test.after(() => stage?.close())
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('the page around the elements has their colours', async () => {
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')
  const [css, tokens] = [await read('../../static/site.css'), await read('../design/tokens.ts')]
  for (const name of ['paper', 'ink', 'muted', 'line', 'edge', 'wash', 'accent', 'on-accent']) {
    const [, colours] = new RegExp(`--${name}: [^;]*?(light-dark\\([^)]*\\))`).exec(tokens) ?? []
    assert.ok(colours, name)
    assert.match(css, colours, name)
  }
})

inBrowser(
  'on a phone a visit is booked from the clinic’s page, and nobody is asked anything before',
  async () => {
    if (!stage) return
    const { page, complaints, close } = await stage.go('/', {
      ...phone,
      before: (page) =>
        page.addInitScript(() => {
          const asked = { count: 0 }
          Object.assign(window, { asked })
          Notification.requestPermission = async () => {
            asked.count++
            return 'denied'
          }
        }),
    })
    await page.locator('booking-widget .pill').first().waitFor()
    assert.is(await page.locator('h1').textContent(), 'Клиника «Осанка»')
    const askedCount = () =>
      page.evaluate(() => (window as unknown as { asked: { count: number } }).asked.count)
    await bookFirst(page)
    assert.is(await askedCount(), 0)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.is(width, 390)
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('a deep link begins at what it names', async () => {
  if (!stage) return
  const { clinic } = stage
  const { page, close } = await stage.go(
    `/?location=${clinic.locationId}&service=${clinic.serviceId}`,
  )
  await page.locator('booking-widget').waitFor()
  const given = await page
    .locator('booking-widget')
    .evaluate((element: HTMLElement & { service?: number; location?: number }) => [
      element.location,
      element.service,
    ])
  assert.equal(given, [clinic.locationId, clinic.serviceId])
  await close()
})

inBrowser('the language that was chosen stays chosen', async () => {
  if (!stage) return
  const { page, complaints, close } = await stage.go('/')
  assert.is(await page.locator('html').getAttribute('lang'), 'ru')
  await page.locator('a.language').click()
  await page.waitForURL(/lang=en/)
  await page.goto(`${stage.server.url}/`)
  await page.waitForURL(/lang=en/)
  assert.is(await page.locator('#places h2').textContent(), 'Addresses and hours')
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'the generator’s button copies the snippet it shows, or selects it where it may not',
  async () => {
    if (!stage) return
    const { page, complaints, close } = await stage.go('/examples/embed?lang=en', {
      permissions: ['clipboard-read', 'clipboard-write'],
      // The demo's key is not of this clinic.
      expected: /401/,
    })
    const shown = await page.locator('#snippet').innerText()
    assert.match(shown, `<script type="module" src="${stage.server.url}/widget/booking-widget.js">`)
    await page.locator('#copy').click()
    await page.getByText('Copied').waitFor()
    assert.is(await page.evaluate(() => navigator.clipboard.readText()), shown)
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
    })
    await page.locator('#copy').click()
    await page.getByText('The code is selected').waitFor()
    assert.is(await page.evaluate(() => String(getSelection())), shown)
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('the manifest is valid, and the page can be installed', async () => {
  if (!stage) return
  const { page, close } = await stage.go('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  const session = await page.context().newCDPSession(page)
  const manifest = await session.send('Page.getAppManifest')
  assert.equal(manifest.errors, [])
  assert.match(manifest.url, 'manifest.webmanifest')
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A fresh profile is like a private window, where nothing is installed.
  const errors = installabilityErrors.map(({ errorId }) => errorId)
  assert.equal(
    errors.filter((id) => id !== 'in-incognito'),
    [],
  )
  await close()
})

inBrowser('without a connection the page shows the next visit', async () => {
  if (!stage) return
  const { page, close } = await stage.go('/', {
    expected: /ERR_INTERNET_DISCONNECTED|Failed to load/,
  })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await bookFirst(page, '+7 916 000-00-02')
  const time = await page.locator('booking-widget [part~="ticket-time"]').textContent()
  await page.waitForFunction(() => localStorage.getItem('zapis:visits') !== null)
  await page.context().setOffline(true)
  await page.goto(`${stage.server.url}/`)
  assert.is(await page.locator('h1').textContent(), 'Нет связи')
  assert.is(await page.locator('.ticket .when').textContent(), time)
  assert.match((await page.locator('.ticket').textContent()) ?? '', 'ул. Арбат, 10')
  // Back again, the page comes by itself.
  await page.context().setOffline(false)
  await page.locator('booking-widget .pill').first().waitFor()
  await close()
})

test.run()
