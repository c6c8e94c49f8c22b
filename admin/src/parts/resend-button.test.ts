import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startMailServer } from '../../../server/src/notifications/test/mail-server.ts'
import { barriers } from '../../../widget/src/test/axe.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { dayClinic, until } from '../test/day-clinic.ts'
import { setPanel } from '../test/panel-stage.ts'

const mail = await startMailServer()
const stage = await setPanel(undefined, { SMTP_URL: mail.url })
test.after(async () => {
  await stage?.close()
  await mail.close()
})
const { clinic } = stage ?? {}
const { freshDay } = dayClinic(stage)

/** A visit whose client has been told of it by mail. */
async function toldVisit(email: string) {
  if (!clinic) throw new Error('no clinic')
  const visit = await clinic.admin.appointments.create({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at('10:00', freshDay()),
    client: { first_name: 'Вера', email },
  })
  await until(() => Promise.resolve(mail.receivedBy(email).length === 1))
  return visit
}

inBrowser(
  'the desk sends a message again from the client’s card, and is told that it went',
  async () => {
    if (!stage) return
    const email = 'vera@clinic.test'
    const { client_id } = await toldVisit(email)
    const path = `clients/${client_id}?tab=messages`
    const { page, complaints, close } = await stage.enter('reception', { path })
    const row = page.locator('messages-tab tbody tr').filter({ hasText: 'Отправлено' })
    await row.getByRole('button', { name: 'Отправить ещё раз' }).click()
    await page.locator('toast-stack').getByText('Отправлено ещё раз').waitFor()
    assert.is(mail.receivedBy(email).length, 2)
    await row.getByRole('button', { name: 'Отправить ещё раз' }).waitFor()
    assert.equal(await barriers(page, 'panel-app'), [])
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('what is not true any more does not go again, and the visit’s card says so', async () => {
  if (!stage || !clinic) return
  const email = 'nina@clinic.test'
  const { id } = await toldVisit(email)
  const { page, complaints, close } = await stage.enter('reception', { path: `day?visit=${id}` })
  const line = page.locator('visit-card li').filter({ hasText: 'запись подтверждена' })
  await line.getByRole('button', { name: 'Отправить ещё раз' }).click()
  await page.locator('toast-stack').getByText('Отправлено ещё раз').waitFor()
  assert.is(mail.receivedBy(email).length, 2)
  await clinic.admin.appointments.cancel(id, {})
  await line.getByRole('button', { name: 'Отправить ещё раз' }).click()
  await page.locator('toast-stack').getByText('сообщение уже не нужно').waitFor()
  await line.getByText('не понадобилось').waitFor()
  assert.equal(complaints, [])
  await close()
})

test.run()
