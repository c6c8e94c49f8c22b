import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic, offeredTimes, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf, memberOf } from '../test/people.ts'
import { codeOf, complaint, refusal } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
test.after(async () => {
  await owner.end()
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

async function clientWithVisit() {
  const clinic = await makeClinic(server)
  const anna = await clientOf(server, clinic)
  const { hold } = await anna.sdk.appointments.book(visitAt(clinic, '10:00'))
  return { clinic, anna, visit: await anna.sdk.appointments.confirm({ hold }) }
}

test('a client cancels their own visit, and its time is offered again', async () => {
  const { clinic, anna, visit } = await clientWithVisit()
  const cancelled = await anna.sdk.appointments.cancel(visit.id, { reason: 'Заболела' })
  assert.is(cancelled.status, 'cancelled')
  assert.is(cancelled.cancel_reason, 'Заболела')
  assert.is(cancelled.version, visit.version + 1)
  assert.ok((await offeredTimes(clinic)).includes('10:00'))
  assert.is((await bookAt(clinic, '10:00')).status, 'confirmed')
})

test('cancelled again, by anybody, is the same answer and no second event', async () => {
  const { clinic, anna, visit } = await clientWithVisit()
  const cancelled = await anna.sdk.appointments.cancel(visit.id)
  assert.equal(await anna.sdk.appointments.cancel(visit.id, { reason: 'ещё раз' }), cancelled)
  assert.equal(await clinic.admin.appointments.cancel(visit.id), cancelled)
  const { rows } = await owner.query<{ type: string }>(
    `select type from events where organization_id = $1 and subject_kind = 'appointment' and subject_id = $2 order by id`,
    [clinic.organizationId, visit.id],
  )
  assert.equal(
    rows.map(({ type }) => type),
    ['appointment.booked', 'appointment.cancelled'],
  )
})

test('a client is bound by the clinic’s term, staff are not', async () => {
  const { clinic, anna, visit } = await clientWithVisit()
  const minutesLeft = (Date.parse(visit.starts_at) - Date.now()) / 60_000
  const policies = (cancel_before_min: number) => ({ policies: { cancel_before_min } })
  await clinic.admin.organization.update(policies(Math.ceil(minutesLeft) + 1))
  const error = await refusal(anna.sdk.appointments.cancel(visit.id))
  assert.is(error.code, 'outside_cancellation_window')
  assert.is(error.status, 409)
  assert.is((await clinic.admin.appointments.get(visit.id)).status, 'confirmed')
  // Of the branch, which is nearer.
  await clinic.admin.locations.update(clinic.locationId, policies(Math.floor(minutesLeft) - 1))
  assert.is((await anna.sdk.appointments.cancel(visit.id)).status, 'cancelled')
  await clinic.admin.locations.update(clinic.locationId, policies(525_600))
  const other = await bookAt(clinic, '12:00')
  assert.is((await clinic.admin.appointments.cancel(other.id)).status, 'cancelled')
})

test('without a term a client may still not cancel what has begun', async () => {
  const { anna, visit } = await clientWithVisit()
  await owner.query(
    `with moved as (update appointments set starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour', version = version
       where id = $1 returning id), told as (update events set payload = jsonb_set(payload, '{object,starts_at}', to_jsonb(now() - interval '1 minute'))
       where subject_kind = 'appointment' and subject_id = $1)
     update occupancies set during = tstzrange(now() - interval '1 minute', now() + interval '1 hour') where appointment_id = $1`,
    [visit.id],
  )
  assert.is(await codeOf(anna.sdk.appointments.cancel(visit.id)), 'outside_cancellation_window')
})

test('nobody cancels what is not theirs, and it looks as if it were not there', async () => {
  const { clinic, visit } = await clientWithVisit()
  const stranger = await makeClinic(server)
  const maria = await clientOf(server, clinic)
  const { id: otherId } = await clinic.admin.specialists.create({ first_name: 'Пётр' })
  const colleague = await memberOf(server, clinic, 'specialist', otherId)
  for (const sdk of [maria.sdk, stranger.admin, server.as(stranger.owner), colleague.sdk]) {
    assert.is(await codeOf(sdk.appointments.cancel(visit.id)), 'not_found')
    assert.is(await codeOf(sdk.appointments.get(visit.id)), 'not_found')
  }
  assert.is(await codeOf(clinic.site.appointments.cancel(visit.id)), 'forbidden')
  assert.is(await codeOf(server.as().appointments.cancel(visit.id)), 'unauthenticated')
  assert.is((await clinic.admin.appointments.get(visit.id)).status, 'confirmed')
})

test('a specialist cancels their own visit, and the audit log says who did', async () => {
  const { clinic, visit } = await clientWithVisit()
  const anna = await memberOf(server, clinic, 'specialist', clinic.specialistIds[0])
  await anna.sdk.appointments.cancel(visit.id, { reason: 'Болею' })
  const lines = []
  for await (const line of server.as(clinic.owner).auditLog.list({})) lines.push(line)
  const line = lines.find(({ action }) => action === 'appointments.cancel')
  if (line === undefined) throw new Error('no such line')
  assert.is(line.actor, `staff:${anna.id}`)
  assert.is(line.subject, `appointment:${visit.id}`)
  assert.is(line.before?.['status'], 'confirmed')
  assert.is(line.after?.['status'], 'cancelled')
})

test('a change meant for an older state of the visit is refused', async () => {
  const { clinic, anna, visit } = await clientWithVisit()
  await clinic.admin.appointments.update(visit.id, { note: 'Позвонить' })
  const stale = await refusal(
    anna.sdk.appointments.cancel(visit.id, {}, { ifMatch: visit.version }),
  )
  assert.is(stale.code, 'version_conflict')
  assert.is(stale.status, 412)
  const cancelled = await anna.sdk.appointments.cancel(visit.id, {}, { ifMatch: visit.version + 1 })
  assert.is(cancelled.status, 'cancelled')
})

test('against the policy only the desk gives money back or keeps it, with a reason that is written down', async () => {
  const clinic = await makeClinic(server)
  const anna = await clientOf(server, clinic)
  await clinic.admin.clients.addTransaction(anna.id, { type: 'deposit', amount: 1_000_000 })
  const paidVisit = async (time: string) => {
    const { hold } = await anna.sdk.appointments.book(visitAt(clinic, time))
    return anna.sdk.appointments.confirm({ hold, payment: { method: 'wallet' } })
  }
  const [kept, back] = [await paidVisit('10:00'), await paidVisit('13:00')]
  const { sdk: reception } = await memberOf(server, clinic, 'reception')
  const [specialistId] = clinic.specialistIds
  const { sdk: specialist } = await memberOf(server, clinic, 'specialist', specialistId)
  const none = { refund: 'none', reason: 'Договорились' } as const
  assert.is(
    await complaint(reception.appointments.cancel(kept.id, { refund: 'none', reason: ' ' })),
    'invalid_request /reason required',
  )
  assert.is(
    await complaint(specialist.appointments.cancel(kept.id, none)),
    'forbidden /refund not_allowed',
  )
  assert.is(
    await complaint(anna.sdk.appointments.cancel(kept.id, { refund: 'full', reason: 'Моё' })),
    'forbidden /refund not_allowed',
  )
  const cancelled = await reception.appointments.cancel(kept.id, none)
  assert.is(cancelled.paid.amount, kept.total.amount)
  await reception.appointments.cancel(back.id, { refund: 'full', reason: 'Врач болен' })
  assert.is((await anna.sdk.me.wallet()).balance.amount, 1_000_000 - kept.total.amount)
  const lines = await server.as(clinic.owner).auditLog.list({}).toArray()
  const decided = lines.flatMap(({ subject, after }) =>
    after?.['refund'] === undefined ? [] : [[subject, after['refund'], after['reason']]],
  )
  assert.equal(decided.sort(), [
    [`appointment:${kept.id}`, 'none', 'Договорились'],
    [`appointment:${back.id}`, 'full', 'Врач болен'],
  ])
})

test('what has been completed is not cancelled any more', async () => {
  const { clinic, visit } = await clientWithVisit()
  await clinic.admin.appointments.complete(visit.id)
  assert.is(await codeOf(clinic.admin.appointments.cancel(visit.id)), 'invalid_transition')
})

test.run()
