export type LocationKey = 'msk' | 'ekb'
export type WorkplaceKey = 'massage1' | 'massage2' | 'doctor' | 'hall' | 'ural1' | 'ural2'

/** '09:00-13:00' on each of the days, 1 = Monday … 7. */
export interface WeekText {
  days: readonly number[]
  hours: readonly string[]
}

export const weekdays = [1, 2, 3, 4, 5] as const
export const weekend = [6, 7] as const

export const organization = {
  name: 'Клиника «Осанка»',
  currency: 'RUB',
  locale: 'ru',
  time_zone: 'Europe/Moscow',
} as const

export const branding = {
  color: '#0a6e5c',
  about:
    'Массаж, реабилитация и приём врачей: помогаем спине, шее и суставам в Москве и Екатеринбурге с 2012 года.',
}

export const translations = {
  en: {
    name: 'Osanka Clinic',
    about:
      'Massage, rehabilitation and doctors: caring for backs, necks and joints in Moscow and Yekaterinburg since 2012.',
  },
}

/** Whatever clients may book, they may also call off: for the first hour at least. */
export const policies = {
  lead_time_min: 120,
  horizon_days: 60,
  cancel_before_min: 60,
  reschedule_before_min: 60,
}

export interface LocationText {
  key: LocationKey
  row: {
    name: string
    city: string
    address: string
    phone: string
    time_zone: string
    slot_step_min: number
    lead_time_min: number | null
    translations: object
  }
  week: readonly WeekText[]
}

export const locations: readonly LocationText[] = [
  {
    key: 'msk',
    row: {
      name: '«Осанка» на Чистых прудах',
      city: 'Москва',
      address: 'Мясницкая ул., 24, стр. 3',
      phone: '+74955550101',
      time_zone: 'Europe/Moscow',
      slot_step_min: 15,
      lead_time_min: null,
      translations: {
        en: {
          name: 'Osanka at Chistye Prudy',
          city: 'Moscow',
          address: '24 Myasnitskaya St, bldg. 3',
        },
      },
    },
    week: [
      { days: weekdays, hours: ['09:00-21:00'] },
      { days: weekend, hours: ['10:00-18:00'] },
    ],
  },
  {
    key: 'ekb',
    row: {
      name: '«Осанка» на Плотинке',
      city: 'Екатеринбург',
      address: 'ул. Горького, 7',
      phone: '+73435550102',
      time_zone: 'Asia/Yekaterinburg',
      slot_step_min: 30,
      lead_time_min: 180,
      translations: {
        en: { name: 'Osanka at Plotinka', city: 'Yekaterinburg', address: '7 Gorkogo St' },
      },
    },
    week: [
      { days: weekdays, hours: ['09:00-20:00'] },
      { days: weekend, hours: ['10:00-14:00', '15:00-18:00'] },
    ],
  },
]

export interface WorkplaceText {
  key: WorkplaceKey
  location: LocationKey
  name: string
  kind: string
  en: string
}

export const workplaces: readonly WorkplaceText[] = [
  room('massage1', 'msk', 'Массажный кабинет 1', 'Massage room 1'),
  room('massage2', 'msk', 'Массажный кабинет 2', 'Massage room 2'),
  room('doctor', 'msk', 'Кабинет врача', 'Doctor’s room'),
  room('hall', 'msk', 'Зал реабилитации', 'Rehabilitation hall'),
  room('ural1', 'ekb', 'Массажный кабинет', 'Massage room'),
  room('ural2', 'ekb', 'Кабинет реабилитации', 'Rehabilitation room'),
]

function room(key: WorkplaceKey, location: LocationKey, name: string, en: string): WorkplaceText {
  return { key, location, name, kind: 'room', en }
}
