import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, guest, makeClinic, offeredTimes, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf, memberOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { expirePending } from './expire.ts'

const server = await startServer()
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
test.after(async () => {
  await owner.end()
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

async function clinicThatApproves() {
  const clinic = await makeClinic(server)
  const policies = { approval: true, pending_expires_min: 20 }
  await clinic.admin.organization.update({ policies })
  return clinic
}

test('where bookings are approved, a client’s waits for it and takes its time meanwhile', async () => {
  const clinic = await clinicThatApproves()
  const visit = await bookAt(clinic, '10:00')
  assert.is(visit.status, 'pending')
  const wait = Date.parse(visit.pending_until ?? '') - Date.now()
  assert.ok(wait > 19 * 60_000 && wait <= 20 * 60_000, `${wait}`)
  assert.not((await offeredTimes(clinic)).includes('10:00'))
  const approved = await clinic.admin.appointments.approve(visit.id)
  assert.is(approved.status, 'confirmed')
  assert.is(approved.pending_until, null)
  assert.equal(await clinic.admin.appointments.approve(visit.id), approved)
})

test('what staff book needs nobody’s approval', async () => {
  const clinic = await clinicThatApproves()
  const { sdk } = await memberOf(server, clinic, 'reception')
  const { hold } = await sdk.appointments.book(visitAt(clinic, '10:00'))
  const visit = await sdk.appointments.confirm({ hold, client: guest() })
  assert.is(visit.status, 'confirmed')
  assert.is(visit.source, 'admin')
  const desk = await sdk.appointments.create({ ...visitAt(clinic, '12:00'), client: guest() })
  assert.is(desk.status, 'confirmed')
})

test('a visit that nobody approved in time gives its time back', async () => {
  const clinic = await clinicThatApproves()
  const late = await bookAt(clinic, '10:00')
  const waiting = await bookAt(clinic, '12:00')
  await owner.query(
    `update appointments set pending_until = clock_timestamp() - interval '1 second' where organization_id = $1 and id = $2`,
    [clinic.organizationId, late.id],
  )
  assert.is(await expirePending(server.app), 1)
  assert.is(await expirePending(server.app), 0)
  assert.is((await clinic.admin.appointments.get(late.id)).status, 'expired')
  assert.is((await clinic.admin.appointments.get(waiting.id)).status, 'pending')
  const offered = await offeredTimes(clinic)
  assert.ok(offered.includes('10:00'))
  assert.not(offered.includes('12:00'))
  assert.is(await codeOf(clinic.admin.appointments.approve(late.id)), 'invalid_transition')
  assert.is(await codeOf(clinic.admin.appointments.cancel(late.id)), 'invalid_transition')
})

test('a visit that is refused instead of approved is cancelled', async () => {
  const clinic = await clinicThatApproves()
  const visit = await bookAt(clinic, '10:00')
  const refused = await clinic.admin.appointments.cancel(visit.id, { reason: 'Врач болен' })
  assert.is(refused.status, 'cancelled')
  assert.is(refused.pending_until, null)
  assert.is(await codeOf(clinic.admin.appointments.approve(visit.id)), 'invalid_transition')
  assert.ok((await offeredTimes(clinic)).includes('10:00'))
})

test('money that came approves nothing: both are awaited', async () => {
  const clinic = await clinicThatApproves()
  await clinic.admin.organization.update({
    policies: { approval: true, prepayment: { kind: 'full' }, late_cancel_fee_percent: 50 },
  })
  const visit = await bookAt(clinic, '10:00')
  const paid = await clinic.admin.appointments.pay(visit.id, { method: 'on_site' })
  assert.equal([paid.status, paid.paid.amount], ['pending', paid.total.amount])
  const approved = await clinic.admin.appointments.approve(visit.id)
  assert.equal([approved.status, approved.paid.amount], ['confirmed', approved.total.amount])
})

test('of what was paid for a visit that nobody approved all goes back, refused or forgotten, however late', async () => {
  const clinic = await clinicThatApproves()
  await clinic.admin.organization.update({
    policies: {
      ...{ approval: true, late_cancel_fee_percent: 50, late_cancel: 'fee' },
      ...{ cancel_before_min: 60 * 24 * 30, refund_to: 'wallet' },
    },
  })
  const person = await clientOf(server, clinic)
  await clinic.admin.clients.addTransaction(person.id, { type: 'deposit', amount: 1_000_000 })
  const bookPaid = async (time: string) => {
    const { hold } = await person.sdk.appointments.book(visitAt(clinic, time))
    return person.sdk.appointments.confirm({ hold, payment: { method: 'wallet' } })
  }
  const [refused, forgotten] = [await bookPaid('10:00'), await bookPaid('12:00')]
  assert.equal([refused.status, forgotten.status], ['pending', 'pending'])
  await clinic.admin.appointments.cancel(refused.id, { reason: 'Врач болен' })
  await owner.query(
    `update appointments set pending_until = clock_timestamp() - interval '1 second' where organization_id = $1 and id = $2`,
    [clinic.organizationId, forgotten.id],
  )
  await expirePending(server.app)
  assert.is((await person.sdk.me.wallet()).balance.amount, 1_000_000)
})

test('a rule of the service or of the branch is nearer than the organization’s', async () => {
  const clinic = await clinicThatApproves()
  await clinic.admin.services.update(clinic.serviceId, { policies: { approval: false } })
  assert.is((await bookAt(clinic, '10:00')).status, 'confirmed')
})

test.run()
