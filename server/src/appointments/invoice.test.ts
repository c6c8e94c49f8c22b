import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { visitAt } from '../test/clinic.ts'
import { clientOf } from '../test/people.ts'
import { paying } from '../payments/test/paying.ts'

const { server, clinic, person, close } = await paying()
test.after(close)

async function printed(id: number, locale: 'ru' | 'en', credential = person.token) {
  const answer = await server.http('GET', `/v1/appointments/${id}/invoice`, {
    credential,
    headers: { 'accept-language': locale },
  })
  // Spaces in sums do not break a line.
  return { ...answer, said: answer.text.replace(/<[^>]+>/g, '|').replace(/[\u00A0\u202F]/g, ' ') }
}

await clinic.admin.clients.addDiscount(person.id, {
  discount_percent: 7.5,
  reason: 'Постоянный клиент',
})
await clinic.admin.promoCodes.create({ code: 'TEN', discount_percent: 10 })
await clinic.admin.organization.update({
  policies: { prepayment: { kind: 'percent', percent: 30 } },
})
const { hold } = await person.sdk.appointments.book(visitAt(clinic, '10:00'))
const visit = await person.sdk.appointments.confirm({ hold, promo: 'TEN' })
await clinic.admin.appointments.pay(visit.id, { method: 'on_site', amount: 10_000 })

test('an invoice says what the visit costs and why, what was paid and what is left, in both languages', async () => {
  const ru = await printed(visit.id, 'ru')
  assert.is(ru.status, 200)
  // 2500.00 less 187.50, less 231.25; 30 % of 2081.25 before, 100.00 of it paid.
  for (const part of [
    `|Счёт № ${visit.id} от `,
    'Исполнитель:| Клиника, Арбат',
    'Заказчик:| Ирина',
    '|Массаж||',
    '|2 500,00 ₽|',
    '|Персональная скидка 7,5 %||',
    'Постоянный клиент',
    '|-187,50 ₽|',
    '|Промокод 10 %||',
    '|-231,25 ₽|',
    '|Итого||2 081,25 ₽|',
    '|Оплачено||100,00 ₽|',
    '|К оплате||1 981,25 ₽|',
    '|Из них до визита||524,38 ₽|',
    '|Оплатить|',
  ])
    assert.ok(ru.said.includes(part), `${part} in ${ru.said}`)
  const en = await printed(visit.id, 'en')
  for (const part of [
    `|Invoice No. ${visit.id} of `,
    '|Total||RUB 2,081.25|',
    '|Personal discount 7.5%||',
    '|-RUB 187.50|',
    '|To pay||RUB 1,981.25|',
  ])
    assert.ok(en.said.includes(part), `${part} in ${en.said}`)
  assert.not.match(
    en.said.replaceAll(/Постоянный клиент|Клиника, Арбат|Ирина|Массаж|Анна 1/g, ''),
    /[а-яё]/i,
  )
})

test('nothing of it is loaded or run, and a clinic’s text is text', async () => {
  await clinic.admin.services.update(clinic.serviceId, { name: '<img src=x onerror=alert(1)>' })
  const { text, headers } = await printed(visit.id, 'ru')
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.match(text, /&lt;img src=x/)
  assert.not.match(text, /<(img|script)/)
  await clinic.admin.services.update(clinic.serviceId, { name: 'Массаж' })
})

test('others’ invoices are not there', async () => {
  const other = await clientOf(server, clinic)
  assert.is((await printed(visit.id, 'ru', other.token)).status, 404)
  const stranger = await server.found()
  assert.is((await printed(visit.id, 'ru', stranger.secret)).status, 404)
})

test('of a visit that was cancelled nothing is to pay, and it says so', async () => {
  await clinic.admin.appointments.cancel(visit.id, { refund: 'full', reason: 'Врач болен' })
  const { said } = await printed(visit.id, 'ru')
  assert.match(said, /Визит не состоится: счёт не действует/)
  assert.match(said, /\|К оплате\|\|0,00 ₽\|/)
  assert.not.match(said, /\|Оплатить\|/)
})

test('who has the manage link prints the invoice too, without the name of who pays', async () => {
  const { status, text, headers } = await server.http('GET', `/v1/manage/${visit.code}/invoice`, {
    headers: { 'accept-language': 'en' },
  })
  assert.is(status, 200)
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.match(text, `Invoice No. ${visit.id}`)
  assert.not.match(text, /Ирина|To:/)
  const nobody = await server.http('GET', `/v1/manage/${'x'.repeat(24)}/invoice`)
  assert.is(nobody.status, 404)
})

test.run()
