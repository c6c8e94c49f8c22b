import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { cutOff, enlargeText, groundOf, unseen } from '../test/sight.ts'
import { setStage, type OpenOptions, type Stage } from '../test/stage.ts'
import { walk } from '../test/walk.ts'

const stage = await setStage()
test.after(() => stage?.close())
const frame = '<link rel="stylesheet" href="/frame.css">'

async function open(on: Stage, options: OpenOptions) {
  const clinic = await makeClinic(on.server, { specialists: 2, workplaces: 2 })
  const { admin, workplaceIds, specialistIds } = clinic
  // Whatever a step may have, there is.
  await admin.locations.create({
    name: 'Сокол',
    city: 'Москва',
    address: 'Песчаная, 5',
    time_zone: 'Europe/Moscow',
  })
  await admin.services.create({
    name: 'Реабилитационная консультация',
    category: 'Приём врачей',
    duration_min: 30,
    price: 350_000,
    workplace_ids: workplaceIds,
    specialists: specialistIds.map((specialist_id) => ({ specialist_id })),
  })
  await admin.consentTexts.create({
    ...{ kind: 'personal_data', version: '1', locale: 'ru', required: true },
    text: 'Согласен на обработку персональных данных.',
  })
  const visit = await on.open(`<main>${on.snippet(clinic.publishable)}</main>`, {
    head: frame,
    ...options,
  })
  return { ...visit, clinic, ...walk(visit.page) }
}

const described = await readFile(new URL('../../custom-elements.json', import.meta.url), 'utf8')

/** Words that a page could not style, or only by a name that custom-elements.json does not say. */
async function unstyled(page: Page): Promise<string[]> {
  const leaves = await page.evaluate(() => {
    const root = document.querySelector('booking-widget')?.shadowRoot
    return [...(root?.querySelectorAll('*') ?? [])]
      .filter((each) =>
        [...each.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
      )
      .map((each) => ({
        names: [...each.part].filter((name) => name !== each.className && name !== each.localName),
        isPart: each.part.length > 0,
        html: each.outerHTML.slice(0, 100),
      }))
  })
  return leaves
    .filter(
      ({ names, isPart }) =>
        !isPart ||
        names.some(
          (name) => !described.includes(`"${name}"`) && !described.includes(`\`${name}\``),
        ),
    )
    .map(({ html }) => html)
}

type Opened = Awaited<ReturnType<typeof open>>

/** The whole booking, looked at on every step. */
async function book(opened: Opened, look: (step: string) => Promise<unknown>): Promise<void> {
  const { part, openService, pickSpecialist, pickTime, held, fill, submit, booked, page } = opened
  await part('slot').first().waitFor()
  await look('services')
  await openService()
  await part('specialist').nth(1).waitFor()
  await look('specialists')
  await pickSpecialist(1)
  await look('times')
  await pickTime()
  await held()
  await look('contacts')
  await submit()
  await part('error').first().waitFor()
  await look('contacts that are wrong')
  await fill()
  await submit()
  await part('method').first().waitFor()
  await look('payment')
  await page.locator('#method-on_site').check()
  await submit()
  await booked()
  await look('ticket')
}

inBrowser(
  'in forced colours every control is seen, its focus too, and so is what is chosen',
  async () => {
    if (!stage) return
    const opened = await open(stage, { forcedColors: 'active' })
    const { page, part, complaints, close } = opened
    const found: string[] = []
    await book(opened, async (step) => {
      for (const each of await unseen(page, 'booking-widget')) found.push(`${step}: ${each}`)
      for (const each of await unstyled(page))
        found.push(`${step}, no part that is described: ${each}`)
      if (step !== 'times') return
      const free = part('date').and(page.locator('[aria-disabled="false"]'))
      const [chosen, others] = [
        part('date-chosen'),
        free.and(page.locator('[aria-pressed="false"]')).first(),
      ]
      assert.is.not(await groundOf(chosen), await groundOf(others))
    })
    assert.equal(found, [])
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('a time that was chosen is told from the others in forced colours', async () => {
  if (!stage) return
  const { page, part, openService, pickSpecialist, anotherDay, pickTime, held, close } = await open(
    stage,
    {
      forcedColors: 'active',
    },
  )
  await part('slot').first().waitFor()
  await openService()
  await pickSpecialist(1)
  await anotherDay()
  await pickTime(2)
  await held()
  await part('back').click()
  await part('slot-chosen').waitFor()
  const other = part('slot').and(page.locator('[aria-pressed="false"]')).first()
  assert.is.not(await groundOf(part('slot-chosen')), await groundOf(other))
  await close()
})

inBrowser(
  'letters twice as large by the browser’s own setting, on 320 px: nothing is cut, targets are 44 px, and a visit is booked',
  async () => {
    if (!stage) return
    const head = '<style>body { margin: 0 }</style>'
    const opened = await open(stage, { viewport: { width: 320, height: 640 }, head })
    await enlargeText(opened.page)
    const found: string[] = []
    await book(opened, async (step) => {
      for (const each of await hindrances(opened.page)) found.push(`${step}: ${each}`)
    })
    assert.equal(found, [])
    const size = await opened.widget.evaluate((element) => getComputedStyle(element).fontSize)
    assert.is(size, '30px')
    assert.equal(opened.complaints, [])
    await opened.close()
  },
)

inBrowser(
  'from right to left nothing is cut, the arrows are mirrored, and a visit is booked',
  async () => {
    if (!stage) return
    const opened = await open(stage, {
      dir: 'rtl',
      lang: 'ar',
      viewport: { width: 390, height: 844 },
    })
    const { page, part } = opened
    const found: string[] = []
    await book(opened, async (step) => {
      for (const cut of await cutOff(page, 'booking-widget')) found.push(`${step}: ${cut}`)
      if (step !== 'times') return
      const [back, stub] = [await part('back').boundingBox(), await part('page').boundingBox()]
      assert.ok((back?.x ?? 0) > (stub?.width ?? 0) / 2, 'back is at the right')
      const date = await part('date-chosen').getAttribute('data-date')
      await part('date-chosen').focus()
      await page.keyboard.press('ArrowLeft')
      const next = await page.evaluate(() =>
        document
          .querySelector('booking-widget')
          ?.shadowRoot?.activeElement?.getAttribute('data-date'),
      )
      assert.is(Date.parse(next ?? '') - Date.parse(date ?? ''), 86_400_000, 'left is tomorrow')
    })
    assert.equal(found, [])
    assert.equal(opened.complaints, [])
    await opened.close()
  },
)

inBrowser(
  'from another time zone the clinic’s own is named, and the times are the clinic’s',
  async () => {
    if (!stage) return
    const opened = await open(stage, { timezoneId: 'Asia/Tokyo' })
    const { page, part, clinic } = opened
    const notes: string[] = []
    await book(opened, async (step) => {
      if (step === 'services' || step === 'times') notes.push(await part('zone').innerText())
      if (step !== 'times') return
      const at = (await part('slot').first().getAttribute('data-at')) ?? ''
      const shown = new Date(at).toLocaleTimeString('ru', {
        timeZone: 'Europe/Moscow',
        timeStyle: 'short',
      })
      assert.match(await part('slot').first().innerText(), shown)
    })
    for (const note of notes) assert.match(note, 'Москва')
    assert.ok(notes.length > 0)
    const [visit] = (await clinic.admin.appointments.list({})).data
    const timeIn = (timeZone: string) =>
      new Date(visit?.starts_at ?? '').toLocaleTimeString('ru', { timeZone, timeStyle: 'short' })
    assert.is(await part('ticket-time').innerText(), timeIn('Europe/Moscow'))
    assert.match(await part('ticket').innerText(), `у вас ${timeIn('Asia/Tokyo')}`)
    assert.equal(opened.complaints, [])
    await page.close()
    await opened.close()
  },
)

test.run()
