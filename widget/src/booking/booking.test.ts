import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, type Clinic } from '../../../server/src/test/clinic.ts'
import { contentPolicy } from '../content-policy.ts'
import { barriers } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { smallTargets } from '../test/sight.ts'
import { addMonths, weekdayOf } from '../texts/calendar.ts'
import { setStage, type OpenOptions, type Stage } from '../test/stage.ts'
import { walk } from '../test/walk.ts'

const icon = fileURLToPath(new URL('../../static/icon.svg', import.meta.url))
const photo = 'https://photos.example/anna.svg'
const stage = await setStage()
const clinic = stage ? await manyServices(stage) : null
test.after(() => stage?.close())

async function manyServices({ server }: Stage): Promise<Clinic> {
  const made = await makeClinic(server, { specialists: 3, workplaces: 3 })
  const specialists = made.specialistIds.map((specialist_id) => ({ specialist_id }))
  await made.admin.specialists.update(made.specialistIds[0] ?? 0, { photo_url: photo })
  for (const name of ['Осмотр', 'Растяжка'])
    await made.admin.services.create({
      ...{ name, duration_min: 30, price: 100_000, specialists, category: 'Другое' },
      ...{
        preparation: 'Возьмите <b>полотенце</b>',
        translations: { en: { name: `${name} (en)` } },
      },
    })
  await made.admin.consentTexts.create({
    kind: 'personal_data',
    version: '1',
    locale: 'ru',
    text: 'Согласие',
    required: true,
  })
  return made
}

/** The host where the clinic keeps its photos is there too. */
async function come(on: Stage, body: string, options: OpenOptions = {}) {
  const opened = await on.open(body, { hosts: [new URL(photo).host], ...options })
  await opened.page.route(photo, (route) =>
    route.fulfill({ path: icon, contentType: 'image/svg+xml' }),
  )
  return opened
}

/** Nothing on this step keeps anybody out. */
async function accessible(page: Page): Promise<void> {
  assert.equal([...(await barriers(page)), ...(await smallTargets(page, 'booking-widget'))], [])
}

const visitors = [
  { name: 'by mouse, in Russian, in the light', lang: 'ru', colorScheme: 'light', width: 1280 },
  { name: 'on a phone, in English, in the dark', lang: 'en', colorScheme: 'dark', width: 390 },
] as const

for (const { name, lang, colorScheme, width } of visitors)
  inBrowser(
    `a whole booking ${name}: nothing forbidden, no other host, axe is content`,
    async () => {
      if (!stage || !clinic) return
      const { page, complaints, close } = await come(
        stage,
        `<main><h1>Clinic</h1>${stage.snippet(clinic.publishable)}</main>`,
        {
          ...{ lang, colorScheme, viewport: { width, height: 844 } },
          policy: `default-src 'none'; ${policyOf(stage)}`,
          locale: lang === 'ru' ? 'ru-RU' : 'en-GB',
        },
      )
      await page.evaluate((scheme) => {
        document.documentElement.style.colorScheme = scheme
      }, colorScheme)
      const {
        part,
        openService,
        pickSpecialist,
        anotherDay,
        pickTime,
        held,
        fill,
        submit,
        booked,
      } = walk(page)
      await part('slot').first().waitFor()
      await accessible(page)
      await openService(1)
      await part('portrait').first().waitFor()
      await page.waitForFunction(() => {
        const root = document.querySelector('booking-widget')?.shadowRoot
        return root?.querySelector('img')?.naturalWidth
      })
      await accessible(page)
      await pickSpecialist(2)
      await accessible(page)
      await anotherDay()
      await pickTime(1)
      await held()
      await accessible(page)
      await fill(lang === 'ru' ? '8 916 000-00-01' : '8 916 000-00-02')
      await submit()
      await part('method').first().waitFor()
      await accessible(page)
      await submit()
      await booked()
      await accessible(page)
      assert.match(
        await part('heading').innerText(),
        lang === 'ru' ? /Вы записаны/ : /You are booked/,
      )
      assert.equal(complaints, [])
      assert.is(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
      await close()
    },
  )

/** The site's own script host besides the server's: here they are two. */
function policyOf({ site, server }: Stage): string {
  return contentPolicy(server.url).replace(/(script|img)-src/g, `$1-src ${site}`)
}

inBrowser('a whole booking by keyboard alone', async () => {
  if (!stage || !clinic) return
  const { page, complaints, close } = await come(stage, stage.snippet(clinic.publishable))
  const { part, booked } = walk(page)
  await part('slot').first().waitFor()
  assert.is(await page.evaluate(() => document.activeElement?.localName), 'body')
  const focused = () =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement
      return `${inner?.getAttribute('part') ?? ''} ${inner?.id ?? ''}`.trim()
    })
  const tabTo = async (wanted: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      if (wanted.test(await focused())) return
      await page.keyboard.press('Tab')
    }
    assert.unreachable(`Tab never came to ${String(wanted)}`)
  }
  await tabTo(/service-name/)
  await page.keyboard.press('Enter')
  await part('specialist').nth(1).waitFor()
  assert.is(await focused(), 'heading')
  await tabTo(/^specialist/)
  await page.keyboard.press('Space')
  await part('slot').first().waitFor()
  await tabTo(/^date/)
  const dateAt = async (key: string) => {
    const month = await part('month').innerText()
    await page.keyboard.press(key)
    if (key.startsWith('Page'))
      await page.waitForFunction(
        (shown) =>
          !document.querySelector('booking-widget')?.shadowRoot?.textContent.includes(shown),
        month,
      )
    return page.evaluate(
      () =>
        document
          .querySelector('booking-widget')
          ?.shadowRoot?.activeElement?.getAttribute('data-date') ?? '',
    )
  }
  const today = (await part('date-chosen').getAttribute('data-date')) ?? ''
  const next = await dateAt('PageDown')
  assert.is(next, addMonths(today, 1))
  const back = await dateAt('PageUp')
  assert.is(back, addMonths(next, -1))
  assert.is(await dateAt('PageDown'), addMonths(back, 1))
  assert.is(weekdayOf(await dateAt('Home')), 1)
  assert.is(weekdayOf(await dateAt('End')), 7)
  await dateAt('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await tabTo(/^slot/)
  await page.keyboard.press('Enter')
  await part('form').waitFor()
  await tabTo(/input/)
  await page.keyboard.type('Анна')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('89160000003')
  await tabTo(/consent_personal_data/)
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await part('method').first().waitFor()
  await tabTo(/^submit/)
  await page.keyboard.press('Enter')
  await booked()
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'what is wrong is said at its field; back loses nothing; a taken time goes by itself',
  async () => {
    if (!stage || !clinic) return
    const { page, complaints, close } = await come(stage, stage.snippet(clinic.publishable), {
      clock: true,
    })
    const { part, openService, pickSpecialist, anotherDay, pickTime, held, submit, widget } =
      walk(page)
    await openService(0)
    await pickSpecialist(1)
    await anotherDay()
    const [first = ''] = await part('slot').allInnerTexts()
    await pickTime(4)
    await held()
    await submit()
    await part('error').first().waitFor()
    assert.is(await widget.locator('#firstName').getAttribute('aria-invalid'), 'true')
    const about = await widget.locator('#firstName').getAttribute('aria-describedby')
    assert.is(await widget.locator(`#${about ?? ''}`).innerText(), 'Укажите имя')
    await widget.locator('#firstName').fill('Анна')
    await part('back').click()
    await part('slot').first().waitFor()
    assert.is(
      await part('slot-chosen').count(),
      1,
      'the own held time is still offered, and marked',
    )
    const date = await part('date-chosen').getAttribute('data-date')
    const [specialist] = clinic.specialistIds
    await clinic.site.appointments.book({
      location_id: clinic.locationId,
      service_id: clinic.serviceId,
      specialist_id: specialist,
      starts_at: clinic.at(first, date ?? ''),
    })
    await page.clock.fastForward(21_000)
    await widget.locator(`[part~="slot"]:has-text("${first}")`).waitFor({ state: 'detached' })
    await part('slot-chosen').click()
    await part('form').waitFor()
    assert.is(await widget.locator('#firstName').inputValue(), 'Анна')
    assert.equal(complaints, [])
    await close()
  },
)

test.run()
