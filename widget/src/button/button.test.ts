import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { partOf, tagOf } from '../test/account-stage.ts'
import { hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { unseen } from '../test/sight.ts'
import { setStage, type OpenOptions, type Stage } from '../test/stage.ts'

const stage = await setStage()
test.after(() => stage?.close())

async function openPage(on: Stage, options: OpenOptions & { label?: string } = {}) {
  const { label = '', ...rest } = options
  const clinic = await makeClinic(on.server)
  const tag = tagOf(on, 'booking-button', clinic.publishable, `service="${clinic.serviceId}"`)
  const body = `<p>Text</p>${tag.replace('></', `>${label}</`)}<p style="height:3000px">Text</p>`
  const visit = await on.open(body, rest)
  const part = partOf(visit.page, 'booking-button')
  await part('button').waitFor()
  return { ...visit, part, clinic }
}

inBrowser('nothing is asked of the API before somebody presses', async () => {
  if (!stage) return
  const { page, part, requests, close } = await openPage(stage, { label: 'Хочу массаж' })
  await page.waitForLoadState('networkidle')
  assert.equal(requests, [])
  assert.is(await page.locator('booking-button').innerText(), 'Хочу массаж')
  await part('button').click()
  await part('slot').first().waitFor()
  assert.match(requests.join(), 'availability')
  await close()
})

inBrowser('by mouse: the page behind stays where it is, and is let go', async () => {
  if (!stage) return
  const { page, part, complaints, close } = await openPage(stage)
  await page.evaluate(() => scrollTo(0, 20))
  // A locator's click may scroll by itself.
  const box = await part('button').boundingBox()
  await page.mouse.click((box?.x ?? 0) + 9, (box?.y ?? 0) + 9)
  await part('slot').first().waitFor()
  await page.mouse.move(4, 400)
  await page.mouse.wheel(0, 500)
  const scrolled = () =>
    page.evaluate(() => [scrollY, getComputedStyle(document.documentElement).overflow])
  assert.equal(await scrolled(), [20, 'hidden'])
  const closed = page.evaluate(
    () => new Promise((resolve) => document.addEventListener('booking-close', () => resolve(true))),
  )
  await part('close').click()
  assert.ok(await closed)
  assert.equal(await scrolled(), [20, 'visible'])
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'by keyboard: Enter opens, Escape closes, the focus returns, nothing typed is lost',
  async () => {
    if (!stage) return
    const { page, part, complaints, close } = await openPage(stage)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await part('slot').first().waitFor()
    await part('slot').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('booking-button #firstName').fill('Анна')
    await page.keyboard.press('Escape')
    const isOpen = () =>
      page.locator('booking-button dialog').evaluate((dialog) => dialog.hasAttribute('open'))
    assert.not.ok(await isOpen())
    const focused = await page.evaluate(() =>
      document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'),
    )
    assert.is(focused, 'button')
    await page.keyboard.press('Enter')
    await part('form').waitFor()
    assert.ok(await isOpen())
    assert.is(await page.locator('booking-button #firstName').inputValue(), 'Анна')
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'on a phone it is the whole screen, and keeps nobody out: in the dark, in forced colours, from right to left',
  async () => {
    if (!stage) return
    const viewport = { width: 390, height: 844 }
    const options = { viewport, colorScheme: 'dark', lang: 'en' } as const
    const { page, part, close } = await openPage(stage, options)
    await page.locator('booking-button').getByText('Book').waitFor()
    assert.equal(await hindrances(page, 'booking-button'), [])
    await part('button').click()
    await part('slot').first().waitFor()
    const box = await page.locator('booking-button dialog').boundingBox()
    assert.equal([box?.width, box?.height], [390, 844])
    assert.equal(await hindrances(page, 'booking-button booking-widget'), [])
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' })
    await page.evaluate(() => (document.documentElement.dir = 'rtl'))
    assert.equal(await hindrances(page, 'booking-button booking-widget'), [])
    const cross = await part('close').boundingBox()
    assert.ok((cross?.x ?? 390) < 195, 'what closes it is on the left')
    await part('close').click()
    assert.equal(await unseen(page, 'booking-button'), [])
    await close()
  },
)

inBrowser('parts of the widget inside can be styled by the page', async () => {
  if (!stage) return
  const head = '<style>booking-button::part(slot) { border-width: 7px }</style>'
  const { part, close } = await openPage(stage, { head })
  await part('button').click()
  await part('slot').first().waitFor()
  assert.is(
    await part('slot')
      .first()
      .evaluate((slot) => getComputedStyle(slot).borderTopWidth),
    '7px',
  )
  await close()
})

test.run()
