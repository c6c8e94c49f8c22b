import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Receipt } from '@zapis/sdk'
import { bookAt } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { barriersOf, look } from '../test/axe-visit.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())

const money = ['till', 'unpaid', 'transactions', 'payments', 'receipts', 'attention', 'liabilities']
const reports = ['revenue', 'utilization', 'clients', 'retention', 'cancellations', 'lead-time']

inBrowser(
  'axe finds nothing to mend in money, reports and schedules, in either theme',
  async () => {
    if (!stage) return
    const { clinic } = stage
    const [specialistId = 0] = clinic.specialistIds
    await bookAt(clinic, '10:00')
    await clinic.admin.breaks.create({
      ...{ specialist_id: specialistId, date: clinic.day },
      ...{ start_time: '13:00', end_time: '14:00' },
    })
    const branch = `schedule/locations/${clinic.locationId}`
    const places = [
      ...money.map((each) => `money/${each}`),
      ...[...reports, 'sources', 'services', 'specialists'].map((each) => `reports/${each}`),
      ...[branch, `${branch}/holidays`],
      ...['', '/absences', '/breaks'].map((each) => `schedule/specialists/${specialistId}${each}`),
    ]
    assert.equal(await barriersOf(stage, places), [])
  },
)

const amount = { amount: 250_000, currency: 'RUB' }
const receipt: Receipt = {
  ...{ id: 7, kind: 'income', status: 'registered', total: amount, attempts: 1, error: null },
  ...{ client_id: 1, appointment_id: null, payment_id: 3, offset_of: null },
  ...{ fiscal_number: '9282440300000001', created_at: '2026-11-22T09:00:00Z' },
  registered_at: '2026-11-22T09:00:05Z',
  items: [
    {
      ...{ title: 'Массаж', quantity: 1, amount, vat: 'none' },
      ...{ payment_method: 'full_payment', payment_object: 'service' },
    },
  ],
}

inBrowser('axe finds nothing to mend in a receipt, in either theme', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('owner')
  await page.route('**/v1/receipts/7', (route) => route.fulfill({ json: receipt }))
  await page.goto(`${stage.server.url}/admin/money/receipts/7`)
  await page.getByText('9282440300000001').waitFor()
  assert.equal(await look(page, 'a receipt'), [])
  await close()
})

test.run()
