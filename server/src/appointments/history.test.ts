import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, visitAt } from '../test/clinic.ts'
import { clientOf, memberOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(() => server.close())

test('a visit remembers who moved, paid, called off: the desk by name, the client, the bearer of the link', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const anna = await clientOf(server, clinic)
  const { hold } = await anna.sdk.appointments.book(visitAt(clinic, '10:00'))
  const { id, code, specialist_id } = await anna.sdk.appointments.confirm({ hold })
  const desk = await memberOf(server, clinic, 'reception')
  await anna.sdk.appointments.reschedule(id, { starts_at: clinic.at('12:00') })
  await clinic.site.manage.reschedule(code, { starts_at: clinic.at('14:00') })
  await desk.sdk.appointments.pay(id, { method: 'on_site' })
  await desk.sdk.appointments.cancel(id, { reason: 'Заболела' })
  const { data } = await desk.sdk.appointments.history(id)
  const { email } = await clinic.admin.staff.get(desk.id)
  assert.equal(
    data.map(({ action, by, name }) => [action, by, name]),
    [
      ['appointments.cancel', 'staff', email],
      ['appointments.pay', 'staff', email],
      ['manage.reschedule', 'link', null],
      ['appointments.reschedule', 'client', null],
    ],
  )
  const [{ before, after } = {}] = data
  assert.equal([before?.['cancel_reason'], after?.['cancel_reason']], [null, 'Заболела'])
  assert.is(Date.parse(String(data[2]?.after?.['starts_at'])), Date.parse(clinic.at('14:00')))
  const own = await memberOf(server, clinic, 'specialist', specialist_id)
  assert.equal((await own.sdk.appointments.history(id)).data, data)
  const other = clinic.specialistIds.find((each) => each !== specialist_id) ?? 0
  const colleague = await memberOf(server, clinic, 'specialist', other)
  assert.is(await codeOf(colleague.sdk.appointments.history(id)), 'not_found')
  assert.is(await codeOf(anna.sdk.appointments.history(id)), 'forbidden')
})

test.run()
