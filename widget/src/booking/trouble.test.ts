import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, makeClinic } from '../../../server/src/test/clinic.ts'
import { hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { setStage } from '../test/stage.ts'
import { walk } from '../test/walk.ts'

const stage = await setStage()
const clinic = stage ? await makeClinic(stage.server, { specialists: 1 }) : null
test.after(() => stage?.close())

/** Complaints of a browser about what a test provokes. */
const provoked = /409|410|net::ERR|Failed to load resource/

async function arrive(attributes = '') {
  if (!stage || !clinic) throw new Error('no stage')
  const visit = await stage.open(stage.snippet(clinic.publishable, attributes), {
    expected: provoked,
    clock: true,
  })
  return { ...visit, ...walk(visit.page) }
}

/** Somebody else is at the same clinic. */
async function takeByOther(at: string | null): Promise<void> {
  const { clinic: place } = { clinic }
  if (!place || !at) throw new Error('no time')
  const { hold } = await place.site.appointments.book({
    location_id: place.locationId,
    service_id: place.serviceId,
    starts_at: at,
  })
  await place.site.appointments.confirm({ hold, client: guest() })
}

inBrowser(
  'a time that somebody else takes meanwhile is explained, with the nearest that are free',
  async () => {
    const {
      page,
      part,
      anotherDay,
      pickTime,
      held,
      fill,
      submit,
      booked,
      widget,
      complaints,
      close,
    } = await arrive()
    await anotherDay()
    await part('slot').nth(2).waitFor()
    const wanted = await part('slot').nth(2).getAttribute('data-at')
    await takeByOther(wanted)
    await pickTime(2)
    await part('notice').waitFor()
    assert.match(await part('notice').innerText(), /только что заняли/)
    assert.equal(await hindrances(page), [])
    await fill('+7 916 200-00-01')
    await part('notice').locator('[part~="slot"]').first().click()
    await held()
    assert.is(await widget.locator('#firstName').inputValue(), 'Анна')
    await submit()
    await part('method').first().waitFor()
    await submit()
    await booked()
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'a hold is extended once, then ends; the time can still be booked, by the same button',
  async () => {
    const { page, part, anotherDay, pickTime, held, fill, submit, booked, complaints, close } =
      await arrive()
    await anotherDay()
    await part('slot').nth(1).waitFor()
    await pickTime(1)
    await held()
    await page.clock.fastForward(95_000)
    await part('extend').waitFor()
    assert.equal(await hindrances(page), [])
    await part('extend').click()
    await part('extend').waitFor({ state: 'detached' })
    await page.clock.fastForward(95_000)
    assert.is(await part('extend').count(), 0)
    assert.is(await part('notice').count(), 0, 'still held')
    await page.clock.fastForward(30_000)
    await part('notice').waitFor()
    assert.match(await part('notice').innerText(), /закончилась/)
    assert.equal(await hindrances(page), [])
    await fill('+7 916 200-00-02')
    await submit()
    await part('method').first().waitFor()
    await submit()
    await booked()
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'an API that is down in the middle costs nothing: the same request is sent again, once it is back',
  async () => {
    const { page, part, pickTime, held, fill, submit, booked, complaints, close } = await arrive()
    await part('slot').first().waitFor()
    await pickTime(0)
    await held()
    await fill('+7 916 200-00-03')
    await submit()
    await part('method').first().waitFor()
    const keys: (string | undefined)[] = []
    await page.route('**/v1/appointments/confirm', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      // It arrives, and its answer is lost.
      if (keys.length === 1) await route.fetch()
      await route.abort()
    })
    await submit()
    for (let at = 0; at < 4; at++) await page.clock.fastForward(6_000)
    await part('retry').waitFor()
    assert.equal(await hindrances(page), [])
    assert.is(await page.locator('#method-on_site').isChecked(), true)
    await page.unroute('**/v1/appointments/confirm')
    page.on('request', (request) => {
      if (request.url().endsWith('/confirm')) keys.push(request.headers()['idempotency-key'])
    })
    await part('retry').click()
    await booked()
    assert.is(keys.length > 1, true)
    assert.is(new Set(keys).size, 1, 'one key for all of it')
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('a declined card: the visit waits, and can be paid again', async () => {
  if (!stage) return
  const { page, part, anotherDay, pickTime, held, fill, submit, booked, complaints, close } =
    await arrive()
  await anotherDay()
  await part('slot').nth(3).waitFor()
  await pickTime(3)
  await held()
  await fill('+7 916 200-00-04')
  await submit()
  await page.locator('#method-card').check()
  assert.match(await part('submit').innerText(), /2\s500/)
  await submit()
  await page.locator('button[value="decline"]').click()
  await part('pay-again').waitFor()
  assert.equal(await hindrances(page), [])
  assert.is(new URL(page.url()).origin, stage.site, 'back on the clinic’s own page')
  await part('pay-again').click()
  await page.locator('button[value="pay"]').click()
  await booked()
  assert.match(await part('ticket').innerText(), /Оплачено/)
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'back from the payment page by the browser’s own button: the visit waits to be paid',
  async () => {
    const { page, part, anotherDay, pickTime, held, fill, submit, widget, close } = await arrive()
    await anotherDay()
    await pickTime()
    await held()
    await fill('+7 916 200-00-06')
    await submit()
    await page.locator('#method-card').check()
    // The page is left and comes back as it was: this browser keeps no pages aside, so it is never left.
    await page.route('**/pay/**', (route) => route.fulfill({ status: 204 }))
    await submit()
    await widget.locator('[role="status"]', { hasText: 'Открываем страницу оплаты' }).waitFor()
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    )
    await part('pay-again').waitFor()
    assert.is(await part('pay-again').getAttribute('aria-disabled'), 'false')
    await close()
  },
)

inBrowser('a page that was kept aside past the end of its hold says so', async () => {
  const { page, part, anotherDay, pickTime, held, close } = await arrive()
  await anotherDay(1)
  await pickTime()
  await held()
  // Timers stand still meanwhile, the clock does not.
  await page.clock.setSystemTime(Date.now() + 600_000)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await part('notice').waitFor()
  assert.match(await part('notice').innerText(), 'закончилась')
  await close()
})

inBrowser(
  'without a connection the first view says so, and comes as soon as there is one',
  async () => {
    if (!stage || !clinic) return
    const { page, close } = await stage.open('<p>Клиника</p>', { expected: provoked, clock: true })
    await page.route('**/v1/**', (route) => route.abort())
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', html)
    }, stage.snippet(clinic.publishable))
    const { part } = walk(page)
    await page.locator('booking-widget .frame').waitFor()
    for (let at = 0; at < 4; at++) await page.clock.fastForward(6_000)
    await part('retry').waitFor()
    assert.equal(await hindrances(page), [])
    await page.unroute('**/v1/**')
    await part('retry').click()
    await part('slot').first().waitFor()
    await close()
  },
)

test.run()
