import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openStage, signedIn } from '../test/stage.ts'

const stage = await openStage({ specialists: 10, workplaces: 2 })
test.after(stage.close)
const { clinic, server } = stage
const { admin, specialistIds, workplaceIds } = clinic

/** A second branch, and services for more than a page. */
async function grow(): Promise<void> {
  const { id: location_id } = await admin.locations.create({
    name: 'Плотинка',
    city: 'Екатеринбург',
    time_zone: 'Asia/Yekaterinburg',
    slot_step_min: 30,
  })
  const days = [1, 2, 3, 4, 5, 6, 7]
  await admin.locationSchedule.put(location_id, {
    week: days.map((day_of_week) => ({ day_of_week, opens: '09:00', closes: '18:00' })),
  })
  const { id: workplace } = await admin.workplaces.create({ location_id, name: 'Зал' })
  const { id: vera } = await admin.specialists.create({ first_name: 'Вера' })
  await admin.specialistSchedule.put(vera, {
    week: days.map((day_of_week) => ({ location_id, day_of_week, starts: '09:00', ends: '18:00' })),
  })
  const specialists = [...specialistIds, vera].map((specialist_id) => ({ specialist_id }))
  const workplace_ids = [...workplaceIds, workplace]
  await admin.services.update(clinic.serviceId, { specialists, workplace_ids })
  for (let count = 1; count <= 9; count++)
    await admin.services.create({
      name: `Услуга ${count}`,
      duration_min: 60,
      price: 100_000,
      workplace_ids: workplaceIds,
      specialists: specialists.slice(0, 1),
    })
}
await grow()
await stage.start()

test('in English by taps alone, from /start by branch, service and specialist to the card', async () => {
  const john = stage.person('en')
  await john.says('/start')
  await john.taps('📝 Book a visit')
  assert.equal(
    [john.last().text, ...john.buttons()],
    ['Choose a branch', 'Арбат', 'Плотинка, Екатеринбург', '🏠 Start'],
  )
  await john.taps('Арбат')
  const first = john.buttons()
  assert.is(first.length, 11, 'eight services, the arrow, back and home')
  await john.taps('More ›')
  assert.equal(john.buttons().slice(2), ['‹ Earlier', '‹ Back', '🏠 Start'])
  await john.taps('‹ Earlier')
  assert.equal(john.buttons(), first)
  if (!first.some((name) => name.startsWith('Массаж'))) await john.taps('More ›')
  await john.taps(/^Массаж/)
  assert.match(john.last().text, /With whom\?/)
  await john.taps('More ›')
  await john.taps('Анна 9')
  await john.taps(/^Tomorrow/)
  await john.taps('10:00')
  await john.shares('79160040001')
  for (const words of [/^Массаж\n/, /Арбат/, /With: Анна 9\n/])
    assert.match(john.last().text, words)
  await john.taps('✅ Pay by card')
  assert.match(john.last().text, /The time is yours. The visit is certain once it is paid/)
  const pay = john
    .last()
    .buttons.flat()
    .find(({ text }) => text === '💳 Pay')
  assert.match(pay?.url ?? '', /\/pay\/[\w-]{22,}$/)
  const page = await server.http('GET', new URL(pay?.url ?? '').pathname)
  assert.is(page.status, 200)
  const [visit] = (await admin.appointments.list({ sort: '-id', limit: 1 })).data
  assert.equal([visit?.status, visit?.specialist_id], ['pending', specialistIds[8]])
})

test('another branch is booked at its own time, in English to the confirmation', async () => {
  const mary = await signedIn(stage, 'en')
  await mary.taps('📝 Book a visit')
  await mary.taps(/^Плотинка/)
  await mary.taps(/^Массаж/)
  await mary.taps(/^Tomorrow/)
  await mary.taps('09:00')
  assert.match(mary.last().text, /09:00/)
  await mary.taps('✅ Book, pay on site')
  assert.match(mary.last().text, /^✅ You are booked!/)
  const [visit] = (await admin.appointments.list({ sort: '-id', limit: 1 })).data
  assert.match(visit?.starts_at ?? '', /T09:00:00\+05:00$/)
})

test('more visits than fit are on pages', async () => {
  const anna = await signedIn(stage)
  const { data } = await admin.clients.list({ search: `7916200${anna.id}` })
  const client = { id: data[0]?.id ?? 0 }
  for (let hour = 9; hour < 17; hour++)
    await admin.appointments.create({
      location_id: clinic.locationId,
      service_id: clinic.serviceId,
      starts_at: clinic.at(`${String(hour).padStart(2, '0')}:00`),
      client,
    })
  await anna.says('/visits')
  assert.match(anna.last().text, /У вас 8 записей/)
  assert.is(anna.buttons().filter((name) => name.includes('Массаж')).length, 6)
  await anna.taps('Дальше ›')
  assert.equal(
    anna.buttons().map((name) => name.replace(/^.*, (\d\d:\d\d) · .*$/, '$1')),
    ['15:00', '16:00', '‹ Раньше', '📝 Записаться', '🏠 В начало'],
  )
})

test.run()
