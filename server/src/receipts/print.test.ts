import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { clientOf } from '../test/people.ts'
import { atTill } from './test/at-till.ts'

const { server, clinic, person, rows, visit, work, paid, ofPayment, close } = await atTill()
test.after(close)

test('a receipt is printed without anything of the clinic’s text being read as a page', async () => {
  await clinic.admin.services.update(clinic.serviceId, { name: '<script>alert(1)</script>' })
  await rows('update clients set phone = $2 where id = $1', [person.id, '+79161230000'])
  const { id } = await visit('15:00')
  const payment = await paid({ purpose: 'appointment', appointment_id: id })
  await work()
  const [receipt] = await ofPayment(payment)
  const page = await server.http('GET', `/v1/receipts/${receipt?.id}/print`, {
    credential: person.token,
  })
  assert.is(page.status, 200)
  assert.match(page.headers.get('content-type') ?? '', /text\/html/)
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.match(page.text, /&lt;script&gt;/)
  assert.not.match(page.text, /<script/)
  const said = (text: string) => text.replace(/<[^>]+>/g, '|').replace(/[\u00A0\u202F]/g, ' ')
  for (const part of [
    `Чек прихода ${receipt?.id}`,
    'Клиника',
    'предоплата 100 %',
    '2 500,00 ₽',
    'Итого',
  ])
    assert.match(said(page.text), part)
  const english = await server.http('GET', `/v1/receipts/${receipt?.id}/print`, {
    credential: person.token,
    headers: { 'accept-language': 'en' },
  })
  for (const part of [`Receipt ${receipt?.id}`, 'prepayment in full', 'RUB 2,500.00', 'Total'])
    assert.match(said(english.text), part)
  const other = await clientOf(server, clinic)
  const refused = await server.http('GET', `/v1/receipts/${receipt?.id}/print`, {
    credential: other.token,
  })
  assert.is(refused.status, 404)
  assert.equal(await other.sdk.receipts.list().toArray(), [])
})

test.run()
