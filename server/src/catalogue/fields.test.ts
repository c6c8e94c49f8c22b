import { createClient } from '@zapis/sdk'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, type Clinic } from '../test/clinic.ts'
import { startServer, type TestServer } from '../test/server.ts'
import { refusal } from './test/refusal.ts'

let server: TestServer
let clinic: Clinic

test.before(async () => {
  server = await startServer()
  clinic = await makeClinic(server)
})

test.after(() => server.close())

function speaking(locale: 'ru' | 'en', apiKey = clinic.publishable) {
  return createClient({ apiKey, baseUrl: server.url, locale })
}

test('the public reads texts in their language where there is a translation, staff as they are written', async () => {
  const { id } = await clinic.admin.services.create({
    name: 'Массаж спины',
    category: 'Массаж',
    description: 'Классический',
    duration_min: 60,
    price: 0,
    translations: {
      en: { name: 'Back massage', category: 'Massage' },
      ru: { name: 'Не показывается' },
    },
  })
  const english = await speaking('en').services.get(id)
  assert.equal(
    [english.name, english.category, english.description],
    ['Back massage', 'Massage', 'Классический'],
  )
  assert.is((await speaking('ru').services.get(id)).name, 'Массаж спины')
  assert.is((await speaking('en', clinic.secret).services.get(id)).name, 'Массаж спины')
  const { data } = await speaking('en').services.list({ category: 'Massage' })
  assert.equal(
    data.map(({ name }) => name),
    ['Back massage'],
  )
})

test('a translation may leave a word out, and the list is sorted by what is shown', async () => {
  const make = (last_name: string, en: { last_name?: string; iname?: string }) =>
    clinic.admin.specialists.create({
      first_name: 'Анна',
      last_name,
      iname: 'Сергеевна',
      translations: { en },
    })
  const yakova = await make('Яковлева', { last_name: 'Adams', iname: '' })
  const ageeva = await make('Агеева', { last_name: 'Zimina' })
  const ids = [yakova.id, ageeva.id]
  const sorted = async (locale: 'ru' | 'en') =>
    (await speaking(locale).specialists.list({ sort: 'last_name', limit: 100 })).data.filter(
      ({ id }) => ids.includes(id),
    )
  assert.equal(
    (await sorted('en')).map(({ last_name, iname }) => `${last_name} ${iname}`),
    ['Adams ', 'Zimina Сергеевна'],
  )
  assert.equal(
    (await sorted('ru')).map(({ last_name }) => last_name),
    ['Агеева', 'Яковлева'],
  )
})

test('phone, e-mail and birthday of a specialist are for staff only', async () => {
  const { id } = await clinic.admin.specialists.create({
    first_name: 'Анна',
    phone: '8 (916) 123-45-67',
    email: ' Anna@Example.com '.trim(),
    birth_date: '1985-04-12',
  })
  const seen = await clinic.site.specialists.get(id)
  for (const name of ['phone', 'email', 'birth_date']) assert.not(name in seen, name)
  const { phone, email, birth_date } = await server.as(clinic.owner).specialists.get(id)
  assert.equal([phone, email, birth_date], ['+79161234567', 'anna@example.com', '1985-04-12'])
  const cleared = await clinic.admin.specialists.update(id, { phone: null, email: null })
  assert.equal([cleared.phone, cleared.email, cleared.birth_date], [null, null, '1985-04-12'])
})

test('all of a location’s rules come back as they were put, and are replaced as a whole', async () => {
  const rules = {
    lead_time_min: 30,
    horizon_days: 20,
    cancel_before_min: 0,
    reschedule_before_min: 5,
    approval: false,
    pending_expires_min: 15,
  }
  const { id } = await clinic.admin.locations.create({
    name: 'Филиал',
    time_zone: 'Asia/Tomsk',
    phone: '+73822123456',
    policies: rules,
  })
  assert.equal((await clinic.site.locations.get(id)).policies, rules)
  const changed = await clinic.admin.locations.update(id, { policies: { lead_time_min: 60 } })
  assert.equal(changed.policies, { lead_time_min: 60 })
  assert.is(changed.phone, '+73822123456')
})

test('what is left out of a draft has its usual value', async () => {
  const service = await clinic.admin.services.create({
    name: 'Стрижка',
    duration_min: 30,
    price: 5,
  })
  const { category, photo_url, online_bookable, position, policies, translations } = service
  assert.equal(
    [category, photo_url, online_bookable, position, policies, translations],
    ['', null, true, 0, {}, {}],
  )
  const room = await clinic.admin.workplaces.create({
    name: 'Кабинет',
    location_id: clinic.locationId,
  })
  assert.equal([room.kind, room.service_ids], ['room', []])
})

test('wrong fields are refused by their names', async () => {
  const { locations, services, specialists } = clinic.admin
  const place = { name: 'Филиал', time_zone: 'Europe/Moscow' }
  const service = { name: 'Стрижка', duration_min: 30, price: 0 }
  const one = clinic.specialistIds[0] ?? 0
  const refused: Record<string, () => Promise<unknown>> = {
    'invalid_data /slot_step_min': () => locations.create({ ...place, slot_step_min: 7 }),
    'invalid_data /phone': () => locations.create({ ...place, phone: '12345' }),
    'invalid_data /specialists/1/specialist_id': () =>
      services.create({
        ...service,
        specialists: [{ specialist_id: one }, { specialist_id: one, price: 5 }],
      }),
    'invalid_request /color': () => services.create({ ...service, color: 'red' }),
    'invalid_request /price': () => services.create({ ...service, price: 10.5 }),
    'invalid_request /time_zone': () => locations.create({ ...place, time_zone: 'Moscow' }),
    'invalid_request /birth_date': () =>
      specialists.create({
        first_name: 'А',
        birth_date: '2020-02-30',
      }),
    'invalid_request ': () => specialists.update(one, {}),
  }
  for (const [expected, call] of Object.entries(refused)) assert.is(await refusal(call()), expected)
})

test('a zone of hours that are not known is no zone', async () => {
  const draft = { name: 'Филиал', time_zone: 'US/Pacific' }
  assert.is(await refusal(clinic.admin.locations.create(draft)), 'invalid_request /time_zone')
})

test.run()
