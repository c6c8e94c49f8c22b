import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { clinics, insert, refusal } from './clinic.ts'

const { a, b, owner, as, close } = await clinics()
test.after(close)

type Row = Record<string, string | number | null>

const annex = await as(a.id, (query) =>
  insert(query, 'locations', { organization_id: a.id, name: 'Annex', time_zone: 'Asia/Omsk' }),
)

function add(table: string, row: Row): Promise<string> {
  return refusal(as(a.id, (query) => insert(query, table, { organization_id: a.id, ...row })))
}

test('the intervals of a week do not overlap while both are valid', async () => {
  const open = (day: number, opens: string, closes: string, more: Row = {}) =>
    add('location_schedules', {
      location_id: a.location,
      day_of_week: day,
      opens,
      closes,
      ...more,
    })
  assert.is(await open(1, '09:00', '13:00', { valid_to: '2027-06-30' }), 'done')
  assert.is(await open(1, '13:00', '24:00'), 'done')
  assert.is(await open(2, '00:00', '24:00'), 'done')
  assert.is(await open(1, '12:59', '13:00'), 'location_schedules_no_overlap')
  assert.is(
    await open(1, '09:00', '13:00', { valid_from: '2027-06-30' }),
    'location_schedules_no_overlap',
  )
  assert.is(await open(1, '09:00', '13:00', { valid_from: '2027-07-01' }), 'done')
  assert.is(await open(3, '12:00', '12:00'), 'location_schedules_hours')
  assert.is(await open(3, '09:00:30', '12:00'), 'location_schedules_hours')
  assert.is(await open(8, '09:00', '12:00'), 'location_schedules_day')
  assert.is(
    await open(3, '09:00', '12:00', { valid_from: '2027-02-02', valid_to: '2027-02-01' }),
    'location_schedules_validity',
  )
})

test('a specialist does not work in two branches at the same time of the week', async () => {
  const work = (location: number, starts: string, ends: string) =>
    add('specialist_schedules', {
      specialist_id: a.specialist,
      location_id: location,
      day_of_week: 1,
      starts,
      ends,
    })
  assert.is(await work(a.location, '09:00', '13:00'), 'done')
  assert.is(await work(annex, '12:00', '15:00'), 'specialist_schedules_no_overlap')
  assert.is(await work(annex, '13:00', '15:00'), 'done')
})

test('a day off may be whole, an extra shift has a place and hours', async () => {
  const except = (row: Row) =>
    add('schedule_exceptions', { specialist_id: a.specialist, date: '2027-01-11', ...row })
  const shift = { kind: 'shift', starts: '18:00', ends: '20:00' }
  assert.is(await except({ kind: 'off' }), 'done')
  assert.is(
    await except({ kind: 'off', starts: '10:00', ends: '11:00' }),
    'schedule_exceptions_no_overlap',
  )
  assert.is(await except(shift), 'schedule_exceptions_shift')
  assert.is(await except({ kind: 'shift', location_id: annex }), 'schedule_exceptions_shift')
  assert.is(await except({ ...shift, location_id: annex }), 'done')
})

test('a date is one holiday of a location, and one of all', async () => {
  const holiday = (row: Row) => add('holidays', { date: '2027-01-01', name: 'New Year', ...row })
  assert.is(await holiday({}), 'done')
  assert.is(await holiday({}), 'holidays_once_a_date')
  assert.is(await holiday({ location_id: annex, opens: '10:00' }), 'holidays_hours')
  assert.is(await holiday({ location_id: annex, opens: '10:00', closes: '14:00' }), 'done')
})

test('a catalogue says no more than can be booked', async () => {
  const service = (row: Row) =>
    add('services', { name: 'Massage', duration_min: 60, price: 1, ...row })
  assert.is(await service({ duration_min: 0 }), 'services_duration')
  assert.is(await service({ duration_min: 1441 }), 'services_duration')
  assert.is(await service({ buffer_after_min: 241 }), 'services_buffers')
  assert.is(await service({ price: -1 }), 'services_price')
  assert.is(await service({ price: 1e12 + 1 }), 'services_price')
  assert.is(await service({ name: '' }), 'services_text')
  assert.is(await service({ description: 'x'.repeat(5001) }), 'services_text')
  assert.is(await service({ translations: '[]' }), 'services_translations')
  for (const step of [4, 7, 241]) {
    const row = { name: 'X', time_zone: 'UTC', slot_step_min: step }
    assert.is(await add('locations', row), 'locations_slot_step')
  }
  for (const percent of [0, 100.01]) {
    const row = { client_id: a.client, discount_percent: percent }
    assert.is(await add('client_discounts', row), 'client_discounts_percent')
  }
})

test('a phone, an address and a Telegram account are of one living client of an organization', async () => {
  const client = (row: Row) => add('clients', { first_name: 'Ivan', ...row })
  assert.is(await client({ phone: '+79990000001', email: 'i@x.test', telegram_id: 7 }), 'done')
  assert.is(await client({ phone: '+79990000001' }), 'clients_phone_key')
  assert.is(await client({ email: 'i@x.test' }), 'clients_email_key')
  assert.is(await client({ email: 'I@x.test' }), 'clients_email')
  assert.is(await client({ telegram_id: 7 }), 'clients_telegram_key')
  assert.is(await client({ phone: '89990000001' }), 'clients_phone')
  assert.is(await client({ first_name: null }), 'clients_named')
  await as(b.id, (query) =>
    insert(query, 'clients', { organization_id: b.id, first_name: 'I', phone: '+79990000001' }),
  )
  const erase = (fields: string) =>
    refusal(
      owner(
        `update clients set erased_at = now()${fields} where organization_id = $1 and telegram_id = 7`,
        [a.id],
      ),
    )
  assert.is(await erase(''), 'clients_erased')
  assert.is(
    await erase(', first_name = null, phone = null, email = null, telegram_id = null'),
    'done',
  )
  assert.is(await client({ phone: '+79990000001' }), 'done')
})

test('every change of the catalogue or of a schedule moves its version, once a statement', async () => {
  const version = async () => {
    const [row] = await owner<{ at: number }>(
      'select catalogue_version as at from organizations where id = $1',
      [a.id],
    )
    return Number(row?.at)
  }
  const before = await version()
  await owner('update services set price = price + 1 where organization_id = $1', [a.id])
  assert.is(await version(), before + 1)
  await owner('delete from location_schedules where organization_id = $1', [a.id])
  assert.is(await version(), before + 2)
  await owner('update organizations set policies = $2 where id = $1', [
    a.id,
    '{"lead_time_min": 5}',
  ])
  assert.is(await version(), before + 3)
  await add('breaks', {
    specialist_id: a.specialist,
    date: '2027-01-11',
    start_time: '10:00',
    end_time: '11:00',
  })
  assert.is(await version(), before + 3)
})

test('consents are kept for ever, their origin may be forgotten', async () => {
  const row = { client_id: a.client, kind: 'personal_data', text_version: '1', text_hash: 'x' }
  const origin = { locale: 'ru', granted: 'true', source: 'widget', ip: '192.0.2.1' }
  assert.is(await add('client_consents', { ...row, ...origin }), 'done')
  const change = (set: string) => refusal(owner(`update client_consents set ${set}`))
  assert.is(await change('granted = false'), 'client_consents_append_only')
  assert.is(await change("ip = '192.0.2.2'"), 'client_consents_append_only')
  assert.is(await change('ip = null, user_agent = null'), 'done')
  assert.is(await refusal(owner('delete from client_consents')), 'client_consents_append_only')
})

test.run()
