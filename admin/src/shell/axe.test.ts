import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { barriersOf, look } from '../test/axe-visit.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())

const settings = ['profile', 'organization', 'rules', 'staff', 'embed', 'keys', 'webhooks']
const telling = ['notifications', 'texts', 'telegram', 'consents', 'audit']
const nouns = ['services', 'specialists', 'packages', 'promo-codes', 'workplaces', 'locations']

inBrowser(
  'axe finds nothing to mend in the settings and the catalogue, in either theme',
  async () => {
    if (!stage) return
    await stage.clinic.admin.webhookEndpoints.create({ url: 'https://clinic.example/hook' })
    const places = [
      ...[...settings, ...telling].map((each) => `settings/${each}`),
      ...nouns.map((each) => `catalogue/${each}`),
    ]
    assert.equal(await barriersOf(stage, places), [])
  },
)

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
  const [specialistId = 0] = clinic.specialistIds
  await page.goto(`${stage.server.url}/admin/schedule/specialists/${specialistId}/absences`)
  await page.locator('year-grid [data-date]').last().click()
  await page.locator('span-form').waitFor()
  found.push(...(await look(page, 'an absence')))
  await page.keyboard.press('Control+k')
  await page.locator('command-palette input').waitFor()
  found.push(...(await look(page, 'the commands')))
  assert.equal(found, [])
  await close()
})

test.run()
