import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt } from '../../../server/src/test/clinic.ts'
import { barriers } from '../../../widget/src/test/axe.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { setPanel } from '../test/panel-stage.ts'
import { settled } from '../test/typed.ts'

const stage = await setPanel()
test.after(() => stage?.close())

/** In both themes: the page stays, only its colours change. */
async function look(page: Page, place: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const each of await barriers(page, 'panel-app'))
      found.push(`${place}, ${colorScheme}: ${each}`)
  }
  return found
}

const settings = ['profile', 'organization', 'rules', 'staff', 'embed', 'keys', 'webhooks']
const telling = ['notifications', 'texts', 'telegram', 'consents', 'audit']
const nouns = ['services', 'specialists', 'packages', 'promo-codes', 'workplaces', 'locations']
const money = ['till', 'unpaid', 'transactions', 'payments', 'receipts', 'attention', 'liabilities']
const reports = ['revenue', 'utilization', 'clients', 'retention', 'cancellations', 'lead-time']

inBrowser('axe finds nothing to mend on any page, in either theme', async () => {
  if (!stage) return
  const { clinic, server } = stage
  const [specialistId = 0] = clinic.specialistIds
  await bookAt(clinic, '10:00')
  await clinic.admin.breaks.create({
    ...{ specialist_id: specialistId, date: clinic.day },
    ...{ start_time: '13:00', end_time: '14:00' },
  })
  await clinic.admin.webhookEndpoints.create({ url: 'https://clinic.example/hook' })
  const { page, close } = await stage.enter('owner', { path: 'settings/profile' })
  const branch = `schedule/locations/${clinic.locationId}`
  const places = [
    ...[...settings, ...telling].map((each) => `settings/${each}`),
    ...nouns.map((each) => `catalogue/${each}`),
    ...money.map((each) => `money/${each}`),
    ...[...reports, 'sources', 'services', 'specialists'].map((each) => `reports/${each}`),
    ...[branch, `${branch}/holidays`],
    ...['', '/absences', '/breaks'].map((each) => `schedule/specialists/${specialistId}${each}`),
  ]
  const found: string[] = []
  for (const place of places) {
    await page.goto(`${server.url}/admin/${place}`)
    await page.locator('main h1').first().waitFor()
    await settled(page)
    found.push(...(await look(page, place)))
  }
  assert.equal(found, [])
  await close()
})

inBrowser('axe finds nothing to mend in what opens over a page', async () => {
  if (!stage) return
  const { clinic } = stage
  const { page, close } = await stage.enter('owner', { path: 'catalogue/services' })
  const found: string[] = []
  await page.getByRole('row', { name: /Массаж/ }).click()
  await page.locator('catalogue-card #name').waitFor()
  found.push(...(await look(page, 'the card of a service')))
  await page.goto(`${stage.server.url}/admin/schedule/locations/${clinic.locationId}/holidays`)
  await page.locator('year-grid [data-date]').first().click()
  await page.locator('holiday-form').waitFor()
  found.push(...(await look(page, 'a holiday')))
  await page.keyboard.press('Control+k')
  await page.locator('command-palette input').waitFor()
  found.push(...(await look(page, 'the commands')))
  assert.equal(found, [])
  await close()
})

test.run()
