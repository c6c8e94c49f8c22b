import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../availability/dates.ts'
import { makeClinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf, type Person } from '../test/people.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { basePrice, cases, partRefunded, table, type Case } from './test/cases.ts'

const server = await startServer()
const clinic = await makeClinic(server, { price: basePrice })
test.after(() => server.close())

const fees = { late_cancel: 'fee', late_cancel_fee_percent: 50, no_show_fee_percent: 70 } as const
const prepayment = { kind: 'percent', percent: 30 } as const

/** A service for each pair of deadlines and prepayments, so that no case waits for another's policy. */
async function serviceOf(late: boolean, prepaid: boolean): Promise<number> {
  const { id } = await clinic.admin.services.create({
    name: `Услуга ${String(late)} ${String(prepaid)}`,
    duration_min: 60,
    price: basePrice,
    workplace_ids: clinic.workplaceIds,
    specialists: clinic.specialistIds.map((specialist_id) => ({ specialist_id })),
    policies: {
      ...fees,
      cancel_before_min: late ? 525_600 : 0,
      reschedule_before_min: 0,
      ...(prepaid ? { prepayment } : {}),
    },
  })
  return id
}
const services = {
  plain: await serviceOf(false, false),
  late: await serviceOf(true, false),
  prepaid: await serviceOf(false, true),
  latePrepaid: await serviceOf(true, true),
}
await clinic.admin.promoCodes.create({ code: 'TEN', discount_percent: 10 })

const statusAfter: Record<Case['happening'], string> = {
  ...{ reschedule: 'confirmed', cancel: 'cancelled', cancel_late: 'cancelled' },
  ...{ no_show: 'no_show', refund_part: 'confirmed' },
}

let used = 0
/** A time of its own for each case, and one to move to. */
function nextTimes(): { starts_at: string; other: string } {
  const hour = (index: number) => `${String(9 + (index % 8)).padStart(2, '0')}:00`
  const at = (index: number) => clinic.at(hour(index), addDays(clinic.day, Math.floor(index / 8)))
  const [first, second] = [used++, used++]
  return { starts_at: at(first), other: at(second) }
}

async function newPerson(
  number: number,
  { discount, method }: Case,
  serviceId: number,
): Promise<Person> {
  const person = await clientOf(server, clinic, {
    first_name: 'Клиент',
    phone: `+7917${1_000_000 + number}`,
  })
  if (discount === 'personal')
    await clinic.admin.clients.addDiscount(person.id, { discount_percent: 7.5 })
  if (method === 'wallet' || method === 'package')
    await clinic.admin.clients.addTransaction(person.id, { type: 'deposit', amount: 2_000_000 })
  if (method === 'package') {
    const sold = await clinic.admin.servicePackages.create({
      name: 'Пять',
      service_id: serviceId,
      visits: 5,
      price: 1_000_000,
    })
    await person.sdk.me.buyPackage({ package_id: sold.id, payment: { method: 'wallet' } })
  }
  return person
}

/** Presses Pay on the demo provider's page. */
async function payByCard(url: string | null): Promise<void> {
  const { pathname } = new URL(url ?? '')
  const page = await (await fetch(server.url + pathname)).text()
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const body = new URLSearchParams({ token, action: 'pay' })
  const pressed = await fetch(server.url + pathname, { method: 'POST', body, redirect: 'manual' })
  await fetch(server.url + (pressed.headers.get('location') ?? ''), { redirect: 'manual' })
}

async function book(
  person: Person,
  each: Case,
  serviceId: number,
  starts_at: string,
): Promise<number> {
  const place = { location_id: clinic.locationId, service_id: serviceId, starts_at }
  const method = each.method === 'prepayment' ? 'on_site' : each.method
  const byDesk = each.discount === 'manual' && each.method !== 'prepayment'
  const sdk = byDesk ? clinic.admin : person.sdk
  const { hold } = await sdk.appointments.book(place)
  const discounts = {
    ...(each.discount === 'promo' ? { promo: 'ten' } : {}),
    ...(byDesk ? { discount: { amount: 12_345, reason: 'Извинение' } } : {}),
  }
  const order = { hold, payment: { method }, ...(byDesk ? { client: { id: person.id } } : {}) }
  // With a package they are not left out in silence: it is booked without them, or not at all.
  if (method === 'package' && Object.keys(discounts).length > 0)
    assert.is(
      await codeOf(sdk.appointments.confirm({ ...order, ...discounts })),
      'discount_not_with_package',
    )
  const visit = await sdk.appointments.confirm(
    method === 'package' ? order : { ...order, ...discounts },
  )
  if (each.discount === 'manual' && !byDesk)
    await clinic.admin.appointments.discount(visit.id, { amount: 12_345, reason: 'Извинение' })
  if (visit.payment_url !== null) await payByCard(visit.payment_url)
  else if (each.method === 'on_site')
    await clinic.admin.appointments.pay(visit.id, { method: 'on_site' })
  return visit.id
}

async function happen(person: Person, id: number, each: Case, other: string): Promise<void> {
  const { appointments } = clinic.admin
  if (each.happening === 'reschedule') await appointments.reschedule(id, { starts_at: other })
  else if (each.happening === 'no_show') await appointments.noShow(id)
  else if (each.happening !== 'refund_part') await person.sdk.appointments.cancel(id, {})
  else {
    const part = appointments.refund(id, { amount: partRefunded, reason: 'Жалоба' })
    if (each.method === 'package')
      assert.is(await complaint(part), 'invalid_request /amount not_allowed')
    else await part
  }
}

cases.forEach((each, number) => {
  test(`${each.discount}, ${each.method}, ${each.happening}: ${each.kept} of ${each.paid} stays`, async () => {
    const isLate = each.happening === 'cancel_late'
    const kind =
      each.method === 'prepayment'
        ? isLate
          ? 'latePrepaid'
          : 'prepaid'
        : isLate
          ? 'late'
          : 'plain'
    const { starts_at, other } = nextTimes()
    const person = await newPerson(number, each, services[kind])
    const id = await book(person, each, services[kind], starts_at)
    const visit = await person.sdk.appointments.get(id)
    assert.equal(
      [visit.status, visit.total.amount, visit.paid.amount],
      ['confirmed', each.total, each.paid],
    )
    const before = (await person.sdk.me.wallet()).balance.amount
    await happen(person, id, each, other)
    const after = await person.sdk.appointments.get(id)
    assert.is(after.paid.amount, each.kept)
    const isMoved = each.happening === 'reschedule'
    assert.is(Date.parse(after.starts_at), Date.parse(isMoved ? other : starts_at))
    assert.is(after.status, statusAfter[each.happening])
    if (each.method !== 'wallet' && each.method !== 'package') {
      const payments = await clinic.admin.payments.list({ appointment_id: id }).toArray()
      const refunded = payments.reduce((sum, payment) => sum + payment.refunded.amount, 0)
      assert.is(refunded, each.paid - each.kept)
    }
    const back = (await person.sdk.me.wallet()).balance.amount - before
    assert.is(back, each.method === 'wallet' ? each.paid - each.kept : 0)
    if (each.visitsLeft !== null) {
      const [bought] = await person.sdk.me.packages().toArray()
      assert.is(bought?.visits_left, each.visitsLeft)
    }
  })
})

test('after all of it every invariant of the books holds', async () => {
  assert.equal(await violations(server.databaseUrl), [])
})

test('the table of the documentation is what the tests hold to', async () => {
  const text = await readFile(new URL('../../MONEY.md', import.meta.url), 'utf8')
  assert.ok(text.includes(table()))
})

test.run()
