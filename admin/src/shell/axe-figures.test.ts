import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { barriersOf } from '../test/axe-visit.ts'
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

test.run()
