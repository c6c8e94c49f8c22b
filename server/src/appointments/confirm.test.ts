import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SlotUnavailableError } from '@zapis/sdk'
import { bookAt, guest, makeClinic, offeredTimes, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf } from '../test/people.ts'
import { codeOf, complaint, refusal } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { readHold, signHold, type HoldFacts } from './hold-token.ts'

const server = await startServer()
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
test.after(async () => {
  await owner.end()
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

/** The same token with other facts, signed by the server's own key. */
function resigned(hold: string, change: Partial<HoldFacts>): string {
  const { secrets } = server.app
  return signHold(secrets, { ...readHold(secrets, hold)!, ...change })
}

test('a confirmed hold is a visit of a new client, and its time is taken', async () => {
  const clinic = await makeClinic(server)
  const { hold, starts_at, ends_at } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const client = { first_name: 'Анна', last_name: 'Петрова', phone: '8 (916) 555-12-34' }
  const visit = await clinic.site.appointments.confirm({ hold, client, note: 'Впервые' })
  assert.is(visit.status, 'confirmed')
  assert.is(visit.starts_at, starts_at)
  assert.is(visit.ends_at, ends_at)
  assert.is(visit.total.amount, 250_000)
  assert.is(visit.source, 'widget')
  assert.is(visit.note, 'Впервые')
  assert.is(visit.paid_by, 'on_site')
  assert.ok(visit.code.length >= 22)
  assert.equal(await clinic.admin.appointments.get(visit.id), visit)
  const { phone, last_name } = await clinic.admin.clients.get(visit.client_id!)
  assert.is(phone, '+79165551234')
  assert.is(last_name, 'Петрова')
  assert.not((await offeredTimes(clinic)).includes('10:00'))
})

test('who books again by the same phone is the same client, and stays as they were', async () => {
  const clinic = await makeClinic(server)
  const first = await bookAt(clinic, '10:00', { first_name: 'Анна', phone: '+79165550001' })
  const second = await bookAt(clinic, '12:00', { first_name: 'Мария', phone: '8 916 555 00 01' })
  assert.is(second.client_id, first.client_id)
  assert.is((await clinic.admin.clients.get(first.client_id!)).first_name, 'Анна')
})

test('a hold confirmed many times is one visit, whatever key or client comes with it', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const first = await clinic.site.appointments.confirm({ hold, client: guest() })
  const again = await clinic.site.appointments.confirm({ hold, client: guest() })
  assert.equal(again, first)
  // A retry may come when the hold is long over.
  const late = resigned(hold, { expiresAt: Date.now() - 3_600_000 })
  assert.equal(await clinic.site.appointments.confirm({ hold: late, client: guest() }), first)
})

test('price and length are those of the hold, whatever the admin changes meanwhile', async () => {
  const clinic = await makeClinic(server)
  const { hold, ends_at } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  await clinic.admin.services.update(clinic.serviceId, { price: 999_900, duration_min: 120 })
  const visit = await clinic.site.appointments.confirm({ hold, client: guest() })
  assert.is(visit.total.amount, 250_000)
  assert.is(visit.ends_at, ends_at)
})

test('a signed-in client holds and pays their own price, and nobody else can confirm it', async () => {
  const clinic = await makeClinic(server)
  const anna = await clientOf(server, clinic)
  const maria = await clientOf(server, clinic)
  await clinic.admin.clients.addDiscount(anna.id, { discount_percent: 10 })
  await clinic.admin.clients.addDiscount(anna.id, {
    discount_percent: 33.33,
    service_id: clinic.serviceId,
    reason: 'Постоянный клиент',
  })
  await clinic.admin.clients.addDiscount(anna.id, { discount_percent: 90, valid_to: '2020-01-01' })
  const { hold, price } = await anna.sdk.appointments.book(visitAt(clinic, '10:00'))
  assert.is(price.amount, 250_000 - 83_325)
  for (const stranger of [clinic.site, maria.sdk, clinic.admin])
    assert.is(await codeOf(stranger.appointments.confirm({ hold, client: guest() })), 'not_found')
  const visit = await anna.sdk.appointments.confirm({ hold })
  assert.is(visit.client_id, anna.id)
  assert.is(visit.total.amount, price.amount)
  assert.is(visit.source, 'site')
  assert.equal(visit.discounts, [
    {
      kind: 'client',
      discount_percent: 33.33,
      amount: { amount: 83_325, currency: 'RUB' },
      reason: 'Постоянный клиент',
    },
  ])
})

test('a discount with a long story is a discount like any other', async () => {
  const clinic = await makeClinic(server)
  const anna = await clientOf(server, clinic)
  const reason = '🎂'.repeat(500)
  await clinic.admin.clients.addDiscount(anna.id, { discount_percent: 10, reason })
  const { hold } = await anna.sdk.appointments.book(visitAt(clinic, '10:00'))
  assert.ok((await offeredTimes(clinic, { hold, as: anna.sdk })).includes('10:00'))
  const visit = await anna.sdk.appointments.confirm({ hold })
  assert.ok(reason.startsWith(visit.discounts[0]!.reason))
  assert.is(visit.total.amount, 225_000)
})

test('staff who name a client give them their discount; a guest’s phone gives nothing away', async () => {
  const clinic = await makeClinic(server)
  const known = { first_name: 'Анна', phone: '+79165550002' }
  const { id } = await clinic.admin.clients.create(known)
  await clinic.admin.clients.addDiscount(id, { discount_percent: 50 })
  const guestVisit = await bookAt(clinic, '10:00', known)
  assert.is(guestVisit.client_id, id)
  assert.is(guestVisit.total.amount, 250_000)
  for (const [time, client] of [
    ['12:00', { id }],
    ['14:00', known],
  ] as const) {
    const { hold } = await clinic.admin.appointments.book(visitAt(clinic, time))
    const visit = await clinic.admin.appointments.confirm({ hold, client })
    assert.is(visit.client_id, id)
    assert.is(visit.total.amount, 125_000)
    assert.is(visit.source, 'api')
  }
})

test('a hold that is over, released, made up or of another clinic makes no visit', async () => {
  const clinic = await makeClinic(server)
  const stranger = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const confirm = (token: string, site = clinic.site) =>
    codeOf(site.appointments.confirm({ hold: token, client: guest() }))
  const over = await refusal(
    clinic.site.appointments.confirm({
      hold: resigned(hold, { expiresAt: Date.now() - 1 }),
      client: guest(),
    }),
  )
  assert.is(over.code, 'hold_expired')
  assert.is(over.status, 410)
  assert.is(await confirm('hold_nonsense'), 'hold_expired')
  assert.is(await confirm(`${hold.slice(0, -1)}_`), 'hold_expired')
  assert.is(await confirm(hold, stranger.site), 'not_found')
  await clinic.site.appointments.release({ hold })
  assert.is(await confirm(hold), 'hold_expired')
})

test('a guest says who comes and how to reach them', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const confirm = (client?: object) =>
    complaint(clinic.site.appointments.confirm(client ? { hold, client } : { hold }))
  assert.is(await confirm(), 'contact_required /client required')
  assert.is(
    await confirm({ phone: '+79161112233' }),
    'contact_required /client/first_name required',
  )
  assert.is(
    await confirm({ first_name: 'Анна' }),
    'contact_required /client/phone required /client/email required',
  )
  assert.is(
    await confirm({ first_name: 'Анна', phone: '12345' }),
    'phone_invalid /client/phone wrong_format',
  )
  assert.is(await confirm({ id: 1 }), 'forbidden /client/id not_allowed')
  await clinic.site.appointments.confirm({ hold, client: { first_name: 'А', email: 'a@b.test' } })
})

test('who is blocked books at the desk only', async () => {
  const clinic = await makeClinic(server)
  const anna = guest()
  const { id } = await clinic.admin.clients.create({ ...anna, blocked: true })
  const signedIn = await clientOf(server, clinic, { ...guest(), blocked: true })
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  assert.is(
    await codeOf(clinic.site.appointments.confirm({ hold, client: anna })),
    'client_blocked',
  )
  const own = await signedIn.sdk.appointments.book(visitAt(clinic, '12:00'))
  assert.is(await codeOf(signedIn.sdk.appointments.confirm({ hold: own.hold })), 'client_blocked')
  const visit = await clinic.admin.appointments.confirm({ hold, client: { id } })
  assert.is(visit.client_id, id)
})

test('a client of another clinic is not known here', async () => {
  const clinic = await makeClinic(server)
  const stranger = await makeClinic(server)
  const { id } = await stranger.admin.clients.create(guest())
  const { hold } = await clinic.admin.appointments.book(visitAt(clinic, '10:00'))
  const confirm = clinic.admin.appointments.confirm({ hold, client: { id } })
  assert.is(await complaint(confirm), 'unknown_reference /client/id not_found')
})

test('PostgreSQL has the last word: a time that was taken past the hold is refused, with others', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  await clinic.admin.appointments.create({
    ...visitAt(clinic, '10:30'),
    client: guest(),
    specialist_id: clinic.specialistIds[0]!,
    force: true,
    reason: 'Срочно',
  })
  // What is overbooked bars nobody but in what is offered; an ordinary visit does.
  await owner.query('update occupancies set overbooked = false where organization_id = $1', [
    clinic.organizationId,
  ])
  await owner.query('update appointments set overbooked = false where organization_id = $1', [
    clinic.organizationId,
  ])
  const error = await refusal(clinic.site.appointments.confirm({ hold, client: guest() }))
  if (!(error instanceof SlotUnavailableError)) throw error
  assert.ok(error.alternatives.length > 0)
  assert.not(error.alternatives.some(({ starts_at }) => starts_at === clinic.at('10:00')))
  assert.not(error.alternatives.some(({ starts_at }) => starts_at === clinic.at('11:00')))
})

test('what cannot be paid with is refused, and the hold is still there', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const confirm = (more: object) =>
    complaint(clinic.site.appointments.confirm({ hold, client: guest(), ...more }))
  assert.is(await confirm({ promo: 'SPRING' }), 'promo_not_valid /promo not_found')
  assert.match(await confirm({ payment: { method: 'wallet' } }), /^insufficient_funds/)
  assert.match(await confirm({ payment: { method: 'package' } }), /^package_not_valid/)
  const byHand = { discount: { percent: 50, reason: 'Себе' } }
  assert.is(await confirm(byHand), 'forbidden /discount not_allowed')
  const visit = await clinic.site.appointments.confirm({ hold, client: guest() })
  assert.is(visit.status, 'confirmed')
})

test.run()
