import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, type Clinic } from '../../../server/src/test/clinic.ts'
import { hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { shiftsOf, watchShifts } from '../test/shifts.ts'
import { setStage, type Stage } from '../test/stage.ts'
import { walk } from '../test/walk.ts'

const stage = await setStage()
const clinic = stage ? await rich(stage, 'Спина') : null
const other = stage ? await rich(stage, 'Зубы') : null
test.after(() => stage?.close())

/** Two branches in two time zones, and ten services. */
async function rich({ server }: Stage, name: string): Promise<Clinic> {
  const made = await makeClinic(server)
  const specialists = made.specialistIds.map((specialist_id) => ({ specialist_id }))
  for (let n = 1; n <= 9; n++)
    await made.admin.services.create({
      ...{ name: `${name} ${n}`, price: n * 100_000, duration_min: 30, specialists },
      category: n < 5 ? 'Первое' : 'Второе',
    })
  return made
}

inBrowser(
  'the first time is shown after three requests, and nothing around it is pushed',
  async () => {
    if (!stage || !clinic) return
    const { page, complaints, requests, close } = await stage.open(
      `<h1>Клиника</h1><p>${'Мы лечим. '.repeat(20)}</p>${stage.snippet(clinic.publishable, `location="${clinic.locationId}" service="${clinic.serviceId}"`)}<p id="below">${'Приходите. '.repeat(60)}</p>`,
      { head: reserved },
    )
    const { part } = walk(page)
    await part('slot').first().waitFor()
    assert.equal(requests.filter((each) => !each.includes('consent')).sort(), [
      'GET /v1/availability',
      'GET /v1/locations',
      'GET /v1/services',
    ])
    assert.is(await page.evaluate(() => scrollY), 0)
    assert.is(await page.evaluate(() => document.activeElement?.localName), 'body')
    assert.equal(await shiftsOf(page), [])
    assert.equal(complaints, [])
    await close()
  },
)

/** Nothing has room kept before the module is there but by the page. */
const reserved = `<style>booking-widget:not(:defined){display:block;min-height:clamp(640px,100svh - 80px,820px)}</style>
<script>${watchShifts}</script>`

inBrowser(
  'a long list is folded into the room that is kept, and nothing is pushed when the times come',
  async () => {
    if (!stage || !clinic) return
    const { page, complaints, requests, close } = await stage.open(
      `<p>Клиника</p>${stage.snippet(clinic.publishable)}<p>${'Приходите. '.repeat(60)}</p>`,
      { head: reserved, viewport: { width: 390, height: 1200 } },
    )
    const { part, widget } = walk(page)
    await part('slot').first().waitFor()
    assert.equal(requests.filter((each) => !each.includes('consent')).sort(), [
      'GET /v1/availability/nearest',
      'GET /v1/locations',
      'GET /v1/services',
    ])
    assert.equal(await shiftsOf(page), [])
    const folded = await part('service').count()
    assert.ok(folded >= 3 && folded < 10, `${folded} of 10`)
    await part('search').fill('спина 9')
    assert.is(await part('service').count(), 1)
    assert.match(await widget.locator('[role="status"]').innerText(), /Найдена 1 услуга/)
    await part('search').fill('')
    await part('more').click()
    assert.is(await part('service').count(), 10)
    assert.is(await part('category').count(), 3)
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('two clinics on a page, one of them removed and put back: each is itself', async () => {
  if (!stage || !clinic || !other) return
  const { page, complaints, close } = await stage.open(
    `<div id="one">${stage.snippet(clinic.publishable)}</div><div id="two">${stage.snippet(other.publishable)}</div>`,
  )
  const [one, two] = [walk(page, '#one booking-widget'), walk(page, '#two booking-widget')]
  await one.part('slot').first().waitFor()
  await two.part('slot').first().waitFor()
  assert.match((await one.part('service').allInnerTexts()).join(), /Спина/)
  assert.match((await two.part('service').allInnerTexts()).join(), /Зубы/)
  await two.pickNearest()
  await two.held()
  assert.is(await one.part('heading').innerText(), 'Выберите услугу')
  await page.evaluate(() => {
    const [, second] = document.querySelectorAll('booking-widget')
    if (!second) return
    second.remove()
    document.querySelector('#one')?.append(second)
  })
  const moved = walk(page, '#one booking-widget:nth-of-type(2)')
  await moved.part('slot').first().waitFor()
  assert.match((await moved.part('service').allInnerTexts()).join(), /Зубы/)
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'the page hears what happens, in ids and prices, and may call the booking off',
  async () => {
    if (!stage || !clinic) return
    const { page, complaints, close } = await stage.open(`<main></main>`, { expected: /403/ })
    // Made and filled before the module knows the name, and heard by delegation.
    await page.evaluate(
      (html) => {
        const heard: unknown[] = []
        Reflect.set(globalThis, 'heard', heard)
        for (const name of ['ready', 'step', 'slot-select', 'hold', 'submit', 'success', 'error'])
          document.addEventListener(`booking-${name}`, (event) => {
            heard.push([name, Reflect.get(event, 'detail')])
            if (name === 'submit' && Reflect.get(globalThis, 'calledOff') === true)
              event.preventDefault()
          })
        const template = document.createElement('template')
        template.innerHTML = html
        document.querySelector('main')?.append(template.content.cloneNode(true))
      },
      stage
        .snippet(clinic.publishable, 'locale="en" theme="dark"')
        .replace('></', '><p slot="footer">Below</p><p slot="success">Thank you</p></'),
    )
    const { part, pickNearest, held, fill, submit, booked, widget } = walk(page)
    await page.getByText('Below').waitFor()
    assert.is(await page.getByText('Thank you').isVisible(), false)
    assert.is(await widget.evaluate((element) => getComputedStyle(element).colorScheme), 'dark')
    await pickNearest()
    await held()
    await fill('+7 916 300-00-01')
    await submit()
    await part('method').first().waitFor()
    await page.evaluate(() => Reflect.set(globalThis, 'calledOff', true))
    await submit()
    await page.evaluate(() => Reflect.set(globalThis, 'calledOff', false))
    assert.is(await part('ticket').count(), 0)
    await submit()
    await booked()
    const heard = await page.evaluate(() => Reflect.get(globalThis, 'heard') as [string, object][])
    assert.equal(
      heard.map(([name]) => name),
      ['ready', 'step', 'slot-select', 'hold', 'step', 'submit', 'submit', 'step', 'success'],
    )
    const words = JSON.stringify(heard)
    assert.not.match(words, /Анна|916/)
    assert.match(words, /"location_id":\d+.*"amount":250000/)
    assert.match(await part('heading').innerText(), /booked/)
    assert.is(await page.getByText('Thank you').isVisible(), true)
    await widget.evaluate((element) => {
      if ('reset' in element && typeof element.reset === 'function') element.reset()
    })
    await part('slot').first().waitFor()
    assert.is(await part('heading').innerText(), 'Choose a service')
    await page.route('**/v1/appointments/book', (route) =>
      route.fulfill({
        status: 403,
        headers: { 'access-control-allow-origin': '*', 'x-request-id': 'req_1' },
        contentType: 'application/problem+json',
        json: { type: 'about:blank', title: 'No', status: 403, code: 'forbidden' },
      }),
    )
    await part('slot').first().click()
    await page.waitForFunction(() =>
      JSON.stringify(Reflect.get(globalThis, 'heard')).includes('"error"'),
    )
    const [name, detail] = (
      await page.evaluate(() => Reflect.get(globalThis, 'heard') as [string, object][])
    ).at(-1) ?? ['', {}]
    assert.is(name, 'error')
    assert.equal(Object.keys(detail).sort(), ['code', 'request_id'])
    assert.is(Reflect.get(detail, 'code'), 'forbidden')
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'right to left and 320 px wide everything has its place; attributes may come later',
  async () => {
    if (!stage || !clinic) return
    const { page, complaints, close } = await stage.open(
      '<style>body { margin: 0 }</style><booking-widget api-key="pk_wrong"></booking-widget>',
      { dir: 'rtl', viewport: { width: 320, height: 640 }, expected: /401|403|404|Failed|CORS/ },
    )
    await page.evaluate(
      ({ key, url }) => {
        const element = document.querySelector('booking-widget')
        element?.setAttribute('api-url', url)
        element?.setAttribute('api-key', key)
      },
      { key: clinic.publishable, url: stage.server.url },
    )
    const { part, openService, pickTime, held } = walk(page)
    await part('slot').first().waitFor()
    assert.equal(await hindrances(page), [])
    await openService(0)
    await part('slot').first().waitFor()
    assert.equal(await hindrances(page), [])
    const [previous, next] = await Promise.all(
      [0, 1].map((at) => part('turn').nth(at).boundingBox()),
    )
    assert.ok((previous?.x ?? 0) > (next?.x ?? 0), 'the month before is on the right')
    await pickTime(0)
    await held()
    assert.equal(await hindrances(page), [])
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('as a dialog it opens, closes and tells the page', async () => {
  if (!stage || !clinic) return
  const { page, complaints, close } = await stage.open(
    `<button>Записаться</button>${stage.snippet(clinic.publishable, 'mode="dialog"')}`,
  )
  const { part, widget } = walk(page)
  await page.evaluate(() => customElements.whenDefined('booking-widget'))
  await part('slot').first().waitFor({ state: 'attached' })
  assert.is(await part('frame').isVisible(), false)
  const closed = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('booking-close', () => resolve(true))
      }),
  )
  await page.evaluate(() => {
    const element = document.querySelector('booking-widget')
    if (element && 'open' in element && typeof element.open === 'function') return element.open()
  })
  await part('slot').first().waitFor()
  assert.is(await widget.locator('dialog').getAttribute('aria-label'), 'Онлайн-запись')
  await page.keyboard.press('Escape')
  assert.is(await closed, true)
  assert.is(await part('frame').isVisible(), false)
  assert.equal(complaints, [])
  await close()
})

test.run()
