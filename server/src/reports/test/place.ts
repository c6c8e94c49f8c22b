import type { Ledger } from './ledger.ts'

export interface Place {
  moscow: number
  york: number
  massage: number
  facial: number
  anna: number
  boris: number
  room: number
  /** 5 facials, and 5 massages. */
  facials: number
  massages: number
  vera: number
  gleb: number
  dina: number
  egor: number
}

export async function furnish(ledger: Ledger, organizationId: number): Promise<Place> {
  const { insert } = ledger
  await ledger.query(
    `update organizations set policies = '{"cancel_before_min": 1440}' where id = $1`,
    [organizationId],
  )
  const moscow = await insert('locations', {
    name: 'Арбат',
    time_zone: 'Europe/Moscow',
    translations: '{"en": {"name": "Arbat"}}',
  })
  const york = await insert('locations', {
    name: 'Бродвей',
    time_zone: 'America/New_York',
    cancel_before_min: 60,
  })
  const massage = await insert('services', {
    name: 'Массаж',
    category: 'Тело',
    duration_min: 60,
    price: 250_000,
  })
  const facial = await insert('services', { name: '=Уход', duration_min: 60, price: 99_999 })
  return {
    moscow,
    york,
    massage,
    facial,
    anna: await insert('specialists', { first_name: 'Анна', last_name: 'Ли' }),
    boris: await insert('specialists', {
      first_name: 'Борис',
      translations: '{"en": {"first_name": "Boris"}}',
    }),
    room: await insert('workplaces', { location_id: moscow, name: 'Кабинет 1' }),
    facials: await insert('service_packages', {
      name: '5 уходов',
      service_id: facial,
      visits: 5,
      price: 333_333,
    }),
    massages: await insert('service_packages', {
      name: '5 массажей',
      service_id: massage,
      visits: 5,
      price: 1_000_000,
    }),
    vera: await insert('clients', { first_name: 'Вера' }),
    gleb: await insert('clients', { first_name: 'Глеб' }),
    dina: await insert('clients', { first_name: 'Дина' }),
    egor: await insert('clients', { first_name: 'Егор' }),
  }
}

/** Anna 09:00–18:00 in Moscow, Boris 00:00–10:00 in New York, every day. */
export async function schedules(
  { insert }: Ledger,
  { moscow, york, anna, boris }: Place,
): Promise<void> {
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    for (const [location_id, specialist_id, from, to] of [
      [moscow, anna, '09:00', '18:00'],
      [york, boris, '00:00', '10:00'],
    ] as const) {
      const week = { location_id, day_of_week: day }
      await insert('location_schedules', { ...week, opens: from, closes: to })
      await insert('specialist_schedules', { ...week, specialist_id, starts: from, ends: to })
    }
  }
  for (const date of ['2020-03-10', '2027-03-08'])
    await insert('holidays', { date, name: 'Праздник' })
  for (const date of ['2020-03-11', '2027-03-11'])
    await insert('schedule_exceptions', { specialist_id: anna, date, kind: 'off' })
  const break_id = await insert('breaks', {
    specialist_id: anna,
    location_id: moscow,
    date: '2027-03-10',
    start_time: '13:00',
    end_time: '14:00',
  })
  await insert('occupancies', {
    resource_kind: 'specialist',
    resource_id: anna,
    break_id,
    during: '[2027-03-10T10:00Z, 2027-03-10T11:00Z)',
  })
}
