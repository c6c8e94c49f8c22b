import ICAL from 'ical.js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'

const server = await startServer({ PUBLIC_URL: 'https://clinic.example' })
const clinic = await makeClinic(server)
test.after(() => server.close())

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  const text = (name: string) => String(component.getFirstPropertyValue(name))
  return {
    method: calendar.getFirstPropertyValue('method'),
    event: new ICAL.Event(component),
    text,
  }
}

test('a visit is a calendar entry in UTC, by which it is found and managed', async () => {
  const visit = await bookAt(clinic, '10:00')
  const file = await server.as().manage.calendar(visit.code)
  const { method, event, text } = read(file)
  assert.is(method, 'PUBLISH')
  assert.is(event.uid, `appointment-${visit.id}@clinic.example`)
  assert.is(event.startDate.toJSDate().getTime(), Date.parse(visit.starts_at))
  assert.is(event.endDate.toJSDate().getTime(), Date.parse(visit.ends_at))
  assert.match(file, /\r\nDTSTART:\d{8}T\d{6}Z\r\n/)
  assert.is(event.sequence, 0)
  assert.is(text('status'), 'CONFIRMED')
  assert.is(text('url'), `https://clinic.example/manage/${visit.code}`)
  assert.match(event.summary, /Массаж — Клиника/)
  assert.match(event.location, /Арбат/)
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.is(await clinic.admin.appointments.calendar(visit.id), file)
})

test('a moved visit is the same entry in a later edition, a cancelled one takes it away', async () => {
  const visit = await bookAt(clinic, '12:00')
  const { manage } = server.as()
  const before = read(await manage.calendar(visit.code))
  await manage.reschedule(visit.code, { starts_at: clinic.at('14:00') })
  const moved = read(await manage.calendar(visit.code))
  assert.is(moved.event.uid, before.event.uid)
  assert.ok(moved.event.sequence > before.event.sequence)
  assert.is(moved.event.startDate.toJSDate().getTime(), Date.parse(clinic.at('14:00')))
  await manage.cancel(visit.code)
  const cancelled = read(await manage.calendar(visit.code))
  assert.is(cancelled.method, 'CANCEL')
  assert.is(cancelled.text('status'), 'CANCELLED')
  assert.is(cancelled.event.uid, before.event.uid)
  assert.ok(cancelled.event.sequence > moved.event.sequence)
})

test('names with commas, quotes and new lines stay inside their property', async () => {
  const name = 'Массаж, "глубокий"; вечер\nBEGIN:VEVENT'
  await clinic.admin.services.update(clinic.serviceId, { name })
  const visit = await bookAt(clinic, '16:00')
  const file = await server.as().manage.calendar(visit.code)
  const { event } = read(file)
  assert.ok(event.summary.startsWith('Массаж, "глубокий"; вечер\nBEGIN:VEVENT'))
  assert.is(file.split('\r\n').filter((line) => line === 'BEGIN:VEVENT').length, 1)
})

test('the file comes as a calendar, named, and is kept by nobody', async () => {
  const { code } = await bookAt(clinic, '17:00')
  const { headers } = await server.http('GET', `/v1/manage/${code}/calendar.ics`)
  assert.is(headers.get('content-type'), 'text/calendar; charset=utf-8')
  assert.match(headers.get('content-disposition') ?? '', /filename="appointment.ics"/)
  assert.is(headers.get('cache-control'), 'no-store')
  assert.is(headers.get('referrer-policy'), 'no-referrer')
})

test.run()
