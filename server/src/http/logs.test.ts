import { Writable } from 'node:stream'
import { pino } from 'pino'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, visitAt } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'

const lines: string[] = []
const stream = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(chunk.toString())
    done()
  },
})
const server = await startServer({}, { log: pino({ level: 'trace' }, stream) })
const clinic = await makeClinic(server)
test.after(() => server.close())

const canaries = {
  first_name: 'Канарейкина',
  last_name: 'Тайнова',
  phone: '+79165559911',
  email: 'canary@secret.test',
}
const note = 'аллергия-на-канареек'

test('nothing personal, no code of a link, no token and no key stands in the log, whatever happens', async () => {
  const { site, admin } = clinic
  const held = await site.appointments.book(visitAt(clinic, '10:00'))
  const visit = await site.appointments.confirm({ hold: held.hold, client: canaries, note })
  const anyone = server.as()
  await anyone.manage.get(visit.code)
  await anyone.manage.calendar(visit.code)
  await anyone.manage.reschedule(visit.code, { starts_at: clinic.at('12:00') })
  await anyone.manage.cancel(visit.code, { reason: note })
  await admin.clients.list({ search: 'Тайнова' }).toArray()
  await admin.appointments.get(visit.id)
  // Refused, malformed, not found, not allowed.
  const raw = JSON.stringify({ ...canaries, hold: held.hold, note })
  for (const [method, path, options] of [
    ['POST', '/v1/appointments/confirm', { raw, credential: clinic.publishable }],
    ['POST', '/v1/appointments/confirm', { raw: `${raw}}`, credential: clinic.publishable }],
    ['POST', '/v1/clients', { raw: raw.replace('Тайнова', '\\ud800'), credential: clinic.secret }],
    ['GET', `/v1/manage/${visit.code}x`, {}],
    ['GET', `/v1/clients?search=Тайнова&phone=%2B79165559911`, { credential: clinic.secret }],
    ['DELETE', `/v1/manage/${visit.code}`, {}],
    ['GET', '/v1/organization', { credential: `${clinic.secret}x` }],
    [
      'POST',
      '/v1/auth/staff',
      { body: { email: canaries.email, password: note, organization: clinic.slug } },
    ],
  ] as const)
    await server.http(method, path, options)
  // And an error of ours.
  server.app.configurations.get = () => Promise.reject(new Error('broken on purpose'))
  await site.appointments.book(visitAt(clinic, '15:00')).catch(() => undefined)

  const log = lines.join('')
  assert.ok(lines.length > 20)
  assert.match(log, /"operation":"appointments.confirm"/)
  assert.match(log, /broken on purpose/)
  for (const secret of [
    ...Object.values(canaries),
    '79165559911',
    note,
    visit.code,
    held.hold,
    held.hold.slice(5, 40),
    clinic.secret,
    clinic.publishable,
    clinic.owner,
    'a long password',
  ])
    assert.not(log.includes(secret), secret)
})

test('a line of the log says which request it was, how it ended and for which clinic', async () => {
  lines.length = 0
  await server.http('GET', '/v1/organization', {
    credential: clinic.owner,
    headers: { 'x-request-id': 'find-me' },
  })
  const line = lines
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .find((each) => each['request_id'] === 'find-me')
  if (line === undefined) throw new Error('no such line')
  assert.is(line['operation'], 'organization.get')
  assert.is(line['status'], 200)
  assert.is(line['organization'], clinic.organizationId)
  assert.is(line['caller'], 'staff')
})

test.run()
