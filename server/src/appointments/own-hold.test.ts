import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, makeClinic, offeredTimes, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

test('its holder sees a held time as free, others do not', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  assert.ok((await offeredTimes(clinic, { hold })).includes('10:00'))
  assert.not((await offeredTimes(clinic)).includes('10:00'))
  const other = await clinic.site.appointments.book(visitAt(clinic, '14:00'))
  assert.not((await offeredTimes(clinic, { hold: other.hold })).includes('10:00'))
})

test('a token that was made up, or is of another clinic, frees nothing', async () => {
  const clinic = await makeClinic(server)
  const stranger = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const [payload = '', mac = ''] = hold.slice('hold_'.length).split('.')
  const facts = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), id: 'another' }
  const forged = `hold_${Buffer.from(JSON.stringify(facts)).toString('base64url')}.${mac}`
  for (const token of [forged, 'hold_nonsense', `${hold}x`, hold.slice(0, -2)])
    assert.not((await offeredTimes(clinic, { hold: token })).includes('10:00'), token)
  const theirs = await stranger.site.appointments.book(visitAt(stranger, '10:00'))
  assert.not((await offeredTimes(clinic, { hold: theirs.hold })).includes('10:00'))
  await clinic.site.appointments.release({ hold: theirs.hold })
  assert.not((await offeredTimes(stranger)).includes('10:00'))
})

test('choosing another time gives the own hold up in the same step', async () => {
  const clinic = await makeClinic(server)
  const { site } = clinic
  const first = await site.appointments.book(visitAt(clinic, '10:00'))
  // Over its own old time: nobody could hold this but the bearer.
  const second = await site.appointments.book({ ...visitAt(clinic, '10:30'), hold: first.hold })
  const offered = await offeredTimes(clinic)
  assert.ok(offered.includes('09:30'))
  assert.not(offered.includes('10:00'))
  assert.is(
    await codeOf(site.appointments.confirm({ hold: first.hold, client: guest() })),
    'hold_expired',
  )
  const visit = await site.appointments.confirm({ hold: second.hold, client: guest() })
  assert.is(visit.starts_at, clinic.at('10:30'))
})

test('a change of mind is no fourth hold', async () => {
  const clinic = await makeClinic(server)
  const { site } = clinic
  for (const time of ['09:00', '10:00']) await site.appointments.book(visitAt(clinic, time))
  let { hold } = await site.appointments.book(visitAt(clinic, '11:00'))
  for (const time of ['12:00', '13:00', '14:00'])
    ({ hold } = await site.appointments.book({ ...visitAt(clinic, time), hold }))
  assert.is((await offeredTimes(clinic)).includes('12:00'), true)
})

test('who is refused another time keeps what they hold', async () => {
  const clinic = await makeClinic(server)
  const { site, admin } = clinic
  await admin.appointments.book(visitAt(clinic, '12:00'))
  const { hold } = await site.appointments.book(visitAt(clinic, '10:00'))
  assert.is(
    await codeOf(site.appointments.book({ ...visitAt(clinic, '12:00'), hold })),
    'slot_unavailable',
  )
  await site.appointments.confirm({ hold, client: guest() })
})

test('another clinic’s token in place of the own one changes nothing there', async () => {
  const clinic = await makeClinic(server)
  const stranger = await makeClinic(server)
  const theirs = await stranger.site.appointments.book(visitAt(stranger, '10:00'))
  await clinic.site.appointments.book({ ...visitAt(clinic, '10:00'), hold: theirs.hold })
  assert.not((await offeredTimes(stranger)).includes('10:00'))
  await stranger.site.appointments.confirm({ hold: theirs.hold, client: guest() })
})

test('released, the time is free at once and the token is dead; again is the same answer', async () => {
  const clinic = await makeClinic(server)
  const { site } = clinic
  const { hold } = await site.appointments.book(visitAt(clinic, '10:00'))
  for (let again = 0; again < 3; again++) {
    const answer = await server.http('POST', '/v1/appointments/release', {
      credential: clinic.publishable,
      body: { hold },
    })
    assert.is(answer.status, 204)
    assert.is(answer.text, '')
  }
  assert.ok((await offeredTimes(clinic)).includes('10:00'))
  assert.is(await codeOf(site.appointments.confirm({ hold, client: guest() })), 'hold_expired')
  await site.appointments.release({ hold: 'hold_of nobody' })
})

test('releasing a hold that became a visit leaves the visit', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const { id } = await clinic.site.appointments.confirm({ hold, client: guest() })
  await clinic.site.appointments.release({ hold })
  assert.is((await clinic.admin.appointments.get(id)).status, 'confirmed')
  assert.not((await offeredTimes(clinic)).includes('10:00'))
  const again = await clinic.site.appointments.confirm({ hold, client: guest() })
  assert.is(again.id, id)
})

test.run()
