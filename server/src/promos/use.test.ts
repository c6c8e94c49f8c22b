import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../availability/dates.ts'
import { refusal as outcomeOf } from '../catalogue/test/refusal.ts'
import { transaction } from '../db/transaction.ts'
import { guest, makeClinic, visitAt, type Clinic, type Sdk } from '../test/clinic.ts'
import { clientOf } from '../test/people.ts'
import { codeOf, complaint, refusal } from '../test/refusal.ts'
import { startServer, type TestServer } from '../test/server.ts'
import { findPromo, releasePromo, usePromo } from './use.ts'

let server: TestServer
let clinic: Clinic

test.before(async () => {
  server = await startServer()
  clinic = await makeClinic(server, { specialists: 4, workplaces: 0 })
})

test.after(() => server.close())

let codes = 0

/** A code of 10 %, or of what is said. */
async function promo(more: Partial<Parameters<Sdk['promoCodes']['create']>[0]> = {}) {
  codes++
  const discount = 'discount_amount' in more ? {} : { discount_percent: 10 }
  return clinic.admin.promoCodes.create({ code: `CODE-${codes}`, ...discount, ...more })
}

let places = 0

/** A time that no other test of this file takes. */
function free() {
  const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']
  const place = places++
  const day = addDays(clinic.day, Math.floor(place / (times.length * 4)))
  return {
    ...visitAt(clinic, times[Math.floor(place / 4) % times.length] ?? '', day),
    specialist_id: clinic.specialistIds[place % 4] ?? 0,
  }
}

async function confirm(code: string, as: Sdk, client?: ReturnType<typeof guest>) {
  const { hold } = await as.appointments.book(free())
  return as.appointments.confirm({ hold, promo: code, ...(client ? { client } : {}) })
}

const byGuest = (code: string) => confirm(code, clinic.site, guest())

const byDesk = (code: string, client: { id: number } | ReturnType<typeof guest> = guest()) =>
  clinic.admin.appointments.create({ ...free(), client, promo: code })

const usesOf = async ({ id }: { id: number }) => (await clinic.admin.promoCodes.get(id)).uses

test('a code makes the visit cheaper, typed in any case, and says so in the visit', async () => {
  const spring = await promo({ code: 'Скидка-5', discount_amount: 50_000 })
  const visit = await byGuest(' скидка-5 ')
  assert.equal(
    [visit.price.amount, visit.discount.amount, visit.total.amount],
    [250_000, 50_000, 200_000],
  )
  assert.equal(
    visit.discounts.map(({ kind, discount_percent, reason }) => [kind, discount_percent, reason]),
    [['promo', null, 'СКИДКА-5']],
  )
  assert.is(await usesOf(spring), 1)
})

test('what a code does not allow is refused, and nothing is booked', async () => {
  const stranger = await makeClinic(server)
  await stranger.admin.promoCodes.create({ code: 'FOREIGN', discount_percent: 10 })
  const other = await clinic.admin.services.create({ name: 'Другая', duration_min: 30, price: 1 })
  const archived = await promo()
  await clinic.admin.promoCodes.archive(archived.id)
  const refused = {
    'NO-SUCH': 'not_found',
    FOREIGN: 'not_found',
    [archived.code]: 'not_found',
    [(await promo({ service_id: other.id })).code]: 'invalid',
    [(await promo({ valid_to: '2026-01-01' })).code]: 'invalid',
    [(await promo({ valid_from: '2099-01-01' })).code]: 'invalid',
  }
  const before = (await clinic.admin.appointments.list({ limit: 100 })).data.length
  for (const [code, field] of Object.entries(refused)) {
    assert.is(await complaint(byDesk(code)), `promo_not_valid /promo ${field}`, code)
    const client = await clientOf(server, clinic)
    assert.is(await complaint(confirm(code, client.sdk)), `promo_not_valid /promo ${field}`, code)
  }
  assert.is((await clinic.admin.appointments.list({ limit: 100 })).data.length, before)
  await clinic.admin.promoCodes.restore(archived.id)
  assert.is((await byDesk(archived.code)).discount.amount, 25_000)
})

test('a refusal speaks the caller’s language', async () => {
  const detail = async (locale: string) => {
    const { status, json } = await server.http('POST', '/v1/appointments', {
      credential: clinic.secret,
      body: { ...free(), client: guest(), promo: 'NO-SUCH' },
      headers: { 'accept-language': locale },
    })
    assert.is(status, 422)
    return json['detail']
  }
  assert.is(await detail('ru'), 'Промокод недействителен.')
  assert.is(await detail('en'), 'The promo code is not valid.')
})

test('the days of a code are the days of booking in the organization’s zone', async () => {
  // These two never have the same date.
  const east = 'Pacific/Kiritimati'
  const west = 'Pacific/Pago_Pago'
  const today = new Date().toLocaleDateString('sv', { timeZone: east })
  const { code } = await promo({ valid_from: today, valid_to: today })
  await clinic.admin.organization.update({ time_zone: west })
  assert.is(await codeOf(byDesk(code)), 'promo_not_valid')
  await clinic.admin.organization.update({ time_zone: east })
  assert.is((await byDesk(code)).discount.amount, 25_000, 'though the visit is weeks away')
  await clinic.admin.organization.update({ time_zone: clinic.timeZone })
})

test('of fifty who want the last use at once, by different ways, one gets it', async () => {
  const one = await promo({ uses_limit: 1 })
  const clients = await Promise.all(Array.from({ length: 10 }, () => clientOf(server, clinic)))
  const attempts = [
    ...clients.map(
      ({ sdk }) =>
        () =>
          confirm(one.code, sdk),
    ),
    ...Array.from({ length: 3 }, () => () => byGuest(one.code)),
    ...Array.from({ length: 37 }, () => () => byDesk(one.code)),
  ]
  const outcomes = await Promise.all(attempts.map((attempt) => outcomeOf(attempt())))
  assert.is(outcomes.filter((outcome) => outcome === 'done').length, 1)
  assert.is(outcomes.filter((outcome) => outcome === 'promo_not_valid /promo').length, 49)
  assert.is(await usesOf(one), 1)
})

test('each client has as many uses as a code gives them, and others have their own', async () => {
  const once = await promo({ uses_per_client: 1 })
  const [anna, boris] = [await clientOf(server, clinic), await clientOf(server, clinic)]
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => byDesk(once.code, { id: anna.id })),
  )
  assert.is(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.is(await complaint(confirm(once.code, anna.sdk)), 'promo_not_valid /promo invalid')
  await confirm(once.code, boris.sdk)
  assert.is(await usesOf(once), 2)
})

test('a code for the first visit is for nobody’s second, not even at the same time', async () => {
  const first = await promo({ first_visit_only: true })
  const [anna, boris] = [await clientOf(server, clinic), await clientOf(server, clinic)]
  const visit = await confirm(first.code, anna.sdk)
  assert.is(visit.discount.amount, 25_000)
  assert.is(await codeOf(confirm(first.code, anna.sdk)), 'promo_not_valid')
  await anna.sdk.appointments.cancel(visit.id, {})
  await confirm(first.code, anna.sdk)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => byDesk(first.code, { id: boris.id })),
  )
  assert.is(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a use that was given back can be used again', async () => {
  const one = await promo({ uses_limit: 1 })
  const visit = await byDesk(one.code)
  assert.is(await codeOf(byDesk(one.code)), 'promo_not_valid')
  await clinic.admin.appointments.cancel(visit.id, {})
  assert.is(await usesOf(one), 0)
  await byDesk(one.code)
  assert.is(await usesOf(one), 1)
})

test('a use is given back once', async () => {
  const code = await promo({ uses_limit: 5 })
  const [one] = [await byDesk(code.code), await byDesk(code.code)]
  for (let n = 0; n < 2; n++)
    await transaction(server.app.db, clinic.organizationId, (tx) => releasePromo(tx, one.id))
  assert.is(await usesOf(code), 1)
})

test('what was booked with a code keeps its discount, and the code is not limited below its uses', async () => {
  const code = await promo()
  const [visit] = [await byDesk(code.code), await byDesk(code.code)]
  const limit = (uses_limit: number) => clinic.admin.promoCodes.update(code.id, { uses_limit })
  assert.is(await complaint(limit(1)), 'invalid_data /uses_limit too_small')
  await limit(2)
  await clinic.admin.promoCodes.update(code.id, { discount_percent: 50 })
  await clinic.admin.promoCodes.archive(code.id)
  assert.is((await clinic.admin.appointments.get(visit.id)).total.amount, 225_000)
})

test('a code that is archived while somebody books is not used any more', async () => {
  const code = await promo()
  const { id: appointmentId, client_id: clientId } = await byDesk((await promo()).code)
  const late = transaction(server.app.db, clinic.organizationId, async (tx) => {
    const about = { serviceId: clinic.serviceId, clientId }
    const { promoId } = await findPromo(tx, code.code, about)
    await clinic.admin.promoCodes.archive(code.id)
    await releasePromo(tx, appointmentId)
    await usePromo(tx, { promoId, appointmentId, clientId: clientId ?? 0 })
  })
  assert.ok(await late.catch((error: unknown) => error))
  assert.is(await usesOf(code), 0)
})

test('who are one person have their uses together', async () => {
  const once = await promo({ uses_per_client: 1 })
  const [anna, duplicate] = [await clientOf(server, clinic), await clientOf(server, clinic)]
  await byDesk(once.code, { id: duplicate.id })
  await clinic.admin.clients.merge(anna.id, { duplicate_id: duplicate.id })
  assert.is((await refusal(byDesk(once.code, { id: anna.id }))).code, 'promo_not_valid')
})

test.run()
