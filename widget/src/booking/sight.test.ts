import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../test/browser.ts'
import { coloursOf, cutOff, groundOf, pixelsOf } from '../test/sight.ts'
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
    const controls = page.locator('booking-widget').locator('button, a, input, textarea, summary')
    const unseen: string[] = []
    await book(opened, async (step) => {
      for (const control of await controls.locator('visible=true').all().then(different)) {
        const name = `${step}: ${await control.evaluate((each) => each.outerHTML.slice(0, 120))}`
        if ((await coloursOf(control)) < 2) unseen.push(name)
        await page.evaluate(() => {
          const inside = document.querySelector('booking-widget')?.shadowRoot?.activeElement
          if (inside instanceof HTMLElement) inside.blur()
        })
        const before = String(await pixelsOf(control, 5))
        await control.focus()
        await page.keyboard.press('Shift')
        if (before === String(await pixelsOf(control, 5))) unseen.push(`focus of ${name}`)
      }
      if (step !== 'times') return
      const free = part('date').and(page.locator('[aria-disabled="false"]'))
      const [chosen, others] = [
        part('date-chosen'),
        free.and(page.locator('[aria-pressed="false"]')).first(),
      ]
      assert.is.not(await groundOf(chosen), await groundOf(others))
    })
    assert.equal(unseen, [])
    assert.equal(complaints, [])
    await close()
  },
)

/** Of those that repeat, one stands for all. */
async function different(
  controls: Awaited<ReturnType<ReturnType<Opened['page']['locator']>['all']>>,
) {
  const kinds = new Map<string, (typeof controls)[number]>()
  for (const control of controls) {
    const kind = await control.evaluate((each) => `${each.localName} ${each.getAttribute('class')}`)
    if (!kinds.has(kind)) kinds.set(kind, control)
  }
  return [...kinds.values()]
}

inBrowser('a time that was chosen is told from the others in forced colours', async () => {
  if (!stage) return
  const { page, part, openService, pickSpecialist, pickTime, held, close } = await open(stage, {
    forcedColors: 'active',
  })
  await part('slot').first().waitFor()
  await openService()
  await pickSpecialist(1)
  await pickTime(2)
  await held()
  await part('back').click()
  await part('slot-chosen').waitFor()
  const other = part('slot').and(page.locator('[aria-pressed="false"]')).first()
  assert.is.not(await groundOf(part('slot-chosen')), await groundOf(other))
  await close()
})

inBrowser('text twice as large on 320 px: nothing is cut, and a visit is booked', async () => {
  if (!stage) return
  const opened = await open(stage, {
    viewport: { width: 320, height: 640 },
    head: `${frame}<style>html { font-size: 200% } booking-widget { --bw-text-size: 30px }</style>`,
  })
  const found: string[] = []
  await book(opened, async (step) => {
    for (const cut of await cutOff(opened.page, 'booking-widget')) found.push(`${step}: ${cut}`)
  })
  assert.equal(found, [])
  assert.equal(opened.complaints, [])
  await opened.close()
})

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
