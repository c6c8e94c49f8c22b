import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt } from '../../../server/src/test/clinic.ts'
import { barriers, hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { setSite } from '../test/site-stage.ts'

const stage = await setSite()
test.after(() => stage?.close())
const phone = { viewport: { width: 390, height: 844 } }

inBrowser('a visit is seen, moved and cancelled by its link, without an account', async () => {
  if (!stage) return
  const { clinic } = stage
  const { code, id } = await bookAt(clinic, '10:00')
  const { page, complaints, close } = await stage.go(`/manage/${code}`, phone)
  const visit = page.locator('visit-manage')
  await visit.locator('.ticket-time').waitFor()
  assert.is(await visit.locator('.ticket-time').textContent(), '10:00')
  assert.match((await visit.locator('.ticket').textContent()) ?? '', 'Массаж')
  const file = visit.locator('[part~="calendar-file"]')
  const calendar = await page.request.get(`${stage.server.url}${await file.getAttribute('href')}`)
  assert.match(await calendar.text(), 'BEGIN:VEVENT')

  await visit.locator('[part~="move"]').click()
  while ((await visit.locator(`[data-date="${clinic.day}"]`).count()) === 0)
    await visit.locator('.turn').last().click()
  await visit.locator(`[data-date="${clinic.day}"]`).click()
  await visit.locator('.pill', { hasText: '15:30' }).click()
  await visit.locator('[part~="move-yes"]').click()
  await visit.locator('h2', { hasText: 'Запись перенесена' }).waitFor()
  assert.is(await visit.locator('.ticket-time').textContent(), '15:30')
  assert.match((await clinic.admin.appointments.get(id)).starts_at, 'T15:30')

  await visit.locator('[part~="cancel"]').click()
  await visit.locator('h2', { hasText: 'Отменить запись?' }).waitFor()
  assert.is((await clinic.admin.appointments.get(id)).status, 'confirmed')
  await visit.locator('[part~="cancel-yes"]').click()
  await visit.locator('h2', { hasText: 'Запись отменена' }).waitFor()
  assert.is((await clinic.admin.appointments.get(id)).status, 'cancelled')
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'focus goes to what has changed, never before the visitor has done anything',
  async () => {
    if (!stage) return
    const { code } = await bookAt(stage.clinic, '11:00')
    const { page, close } = await stage.go(`/manage/${code}`)
    const visit = page.locator('visit-manage')
    await visit.locator('[part~="cancel"]').waitFor()
    const focused = () =>
      page.evaluate(() => {
        const root = document.activeElement?.shadowRoot
        return (root?.activeElement ?? document.activeElement)?.textContent.trim()
      })
    assert.is(await page.evaluate(() => document.activeElement === document.body), true)
    await visit.locator('[part~="cancel"]').click()
    await visit.locator('h2', { hasText: 'Отменить запись?' }).waitFor()
    assert.is(await focused(), 'Отменить запись?')
    await close()
  },
)

inBrowser(
  'a time that somebody has taken meanwhile is explained, and the visit stays',
  async () => {
    if (!stage) return
    const { clinic } = stage
    const [first] = clinic.specialistIds
    const { code, id } = await clinic.admin.appointments.create({
      location_id: clinic.locationId,
      service_id: clinic.serviceId,
      specialist_id: first ?? 0,
      starts_at: clinic.at('12:00'),
      client: { first_name: 'Мария', phone: '+79160000033' },
    })
    const { page, close } = await stage.go(`/manage/${code}`, { expected: /409/ })
    const visit = page.locator('visit-manage')
    await visit.locator('[part~="move"]').click()
    while ((await visit.locator(`[data-date="${clinic.day}"]`).count()) === 0)
      await visit.locator('.turn').last().click()
    await visit.locator(`[data-date="${clinic.day}"]`).click()
    await visit.locator('.pill', { hasText: '16:30' }).click()
    await clinic.admin.appointments.create({
      location_id: clinic.locationId,
      service_id: clinic.serviceId,
      specialist_id: first ?? 0,
      starts_at: clinic.at('16:30'),
      client: { first_name: 'Пётр', phone: '+79160000034' },
    })
    await visit.locator('[part~="move-yes"]').click()
    await visit.locator('[part~="notice"]').waitFor()
    assert.match((await clinic.admin.appointments.get(id)).starts_at, 'T12:00')
    await close()
  },
)

inBrowser('a link that is not whole says so', async () => {
  if (!stage) return
  const { page, close } = await stage.go(`/manage/${'A'.repeat(32)}`, { expected: /404/ })
  const heading = page.locator('visit-manage h2')
  await heading.waitFor()
  assert.match((await heading.textContent()) ?? '', 'Такой записи нет')
  assert.is(await page.getByRole('link', { name: 'Записаться снова' }).getAttribute('href'), '/')
  await close()
})

for (const mode of ['view', 'move', 'cancel'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    inBrowser(
      `axe finds nothing to mend in the visit’s page: ${mode}, ${colorScheme}`,
      async () => {
        if (!stage) return
        const { code } = await bookAt(
          stage.clinic,
          { view: '13:00', move: '14:00', cancel: '09:00' }[mode],
        )
        const { page, close } = await stage.go(`/manage/${code}?lang=en`, { ...phone, colorScheme })
        const visit = page.locator('visit-manage')
        if (mode === 'view') await visit.locator('.ticket').waitFor()
        else await visit.locator(`[part~="${mode}"]`).click()
        if (mode === 'move') await visit.locator('.pill').first().waitFor()
        assert.equal([...(await barriers(page)), ...(await hindrances(page, 'visit-manage'))], [])
        await close()
      },
    )

inBrowser('a visit that waits for its payment can be paid by its link', async () => {
  if (!stage) return
  const { clinic } = stage
  const { hold } = await clinic.site.appointments.book({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at('17:00'),
  })
  const { code, payment_url } = await clinic.site.appointments.confirm({
    hold,
    client: { first_name: 'Анна', phone: '+79001112244' },
    payment: { method: 'card' },
  })
  const { page, complaints, close } = await stage.go(`/manage/${code}`, phone)
  const visit = page.locator('visit-manage')
  await visit.locator('h2', { hasText: 'Запись ждёт оплаты' }).waitFor()
  assert.is(await visit.locator('[part~="pay"]').getAttribute('href'), payment_url)
  assert.equal(complaints, [])
  await close()
})

test.run()
