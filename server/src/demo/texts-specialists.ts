import type { LocationKey, WeekText } from './texts-places.ts'

export type SpecialistKey =
  'ivanova' | 'orlov' | 'sokolova' | 'kuznetsov' | 'morozova' | 'belova' | 'lebedev' | 'krylova'

export interface SpecialistText {
  key: SpecialistKey
  row: {
    first_name: string
    last_name: string
    iname: string
    title: string
    bio: string
    phone: string
    email: string
    birth_date: string
    translations: object
  }
  weeks: readonly (WeekText & { location: LocationKey })[]
}

const whole = ['09:00-13:00', '14:00-18:00']

/** Every day of the week somebody works in each branch: the demo always has free times. */
export const specialists: readonly SpecialistText[] = [
  {
    key: 'ivanova',
    row: person(1, '1988-04-12', 'ivanova', {
      ru: ['Анна', 'Иванова', 'Сергеевна', 'Массажист, медсестра по массажу'],
      bio: 'Работает с 2011 года. Классический и лимфодренажный массаж, восстановление после родов.',
      en: ['Anna', 'Ivanova', 'Massage therapist, nurse'],
      about: 'Practising since 2011. Classic and lymphatic massage, postnatal recovery.',
    }),
    weeks: [{ location: 'msk', days: [1, 2, 3, 4, 5], hours: whole }],
  },
  {
    key: 'orlov',
    row: person(2, '1985-09-30', 'orlov', {
      ru: ['Дмитрий', 'Орлов', 'Олегович', 'Спортивный массажист'],
      bio: 'Восемь лет в сборной по лёгкой атлетике. Готовит к стартам и возвращает после травм.',
      en: ['Dmitry', 'Orlov', 'Sports massage therapist'],
      about: 'Eight years with the national athletics team. Race preparation and injury recovery.',
    }),
    weeks: [
      { location: 'msk', days: [3, 4, 5], hours: ['12:00-16:00', '17:00-21:00'] },
      { location: 'msk', days: [6, 7], hours: ['10:00-14:00', '14:30-18:00'] },
    ],
  },
  {
    key: 'sokolova',
    row: person(3, '1979-01-22', 'sokolova', {
      ru: ['Мария', 'Соколова', 'Викторовна', 'Врач-остеопат'],
      bio: 'Принимает в Москве в начале недели, в Екатеринбурге по четвергам и пятницам. Стаж 17 лет.',
      en: ['Maria', 'Sokolova', 'Osteopath'],
      about: 'In Moscow early in the week, in Yekaterinburg on Thursdays and Fridays. 17 years.',
    }),
    weeks: [
      { location: 'msk', days: [1, 2], hours: ['10:00-14:00', '15:00-19:00'] },
      { location: 'ekb', days: [4, 5], hours: ['11:00-15:00', '16:00-19:00'] },
    ],
  },
  {
    key: 'kuznetsov',
    row: person(4, '1974-11-05', 'kuznetsov', {
      ru: ['Алексей', 'Кузнецов', 'Игоревич', 'Невролог, к. м. н.'],
      bio: 'Боли в спине, головные боли, грыжи дисков без операции. Автор сорока научных работ.',
      en: ['Alexey', 'Kuznetsov', 'Neurologist, PhD'],
      about: 'Back pain, headaches, disc hernias without surgery. Author of forty papers.',
    }),
    weeks: [
      { location: 'msk', days: [1, 3, 5], hours: ['09:00-13:00', '14:00-17:00'] },
      { location: 'msk', days: [6], hours: ['10:00-15:00'] },
    ],
  },
  {
    key: 'morozova',
    row: person(5, '1991-06-17', 'morozova', {
      ru: ['Елена', 'Морозова', 'Павловна', 'Инструктор ЛФК, кинезитерапевт'],
      bio: 'Ставит движение после травм и операций. Ведёт занятия и онлайн.',
      en: ['Elena', 'Morozova', 'Kinesitherapist'],
      about: 'Restores movement after injuries and surgery. Also works online.',
    }),
    weeks: [
      { location: 'msk', days: [2, 3, 4, 5], hours: ['10:00-14:00', '15:00-19:00'] },
      { location: 'msk', days: [7], hours: ['10:00-14:00', '14:30-17:00'] },
    ],
  },
  {
    key: 'belova',
    row: person(6, '1993-02-08', 'belova', {
      ru: ['Ольга', 'Белова', 'Николаевна', 'Массажист'],
      bio: 'Классический и лимфодренажный массаж. Её любят за тёплые руки и терпение.',
      en: ['Olga', 'Belova', 'Massage therapist'],
      about: 'Classic and lymphatic massage. Loved for warm hands and patience.',
    }),
    weeks: [{ location: 'ekb', days: [1, 2, 3, 4, 5], hours: whole }],
  },
  {
    key: 'lebedev',
    row: person(7, '1982-08-26', 'lebedev', {
      ru: ['Павел', 'Лебедев', 'Андреевич', 'Врач-реабилитолог'],
      bio: 'Восстановление после эндопротезирования и инсульта. Принимает и онлайн.',
      en: ['Pavel', 'Lebedev', 'Rehabilitation physician'],
      about: 'Recovery after joint replacement and stroke. Also consults online.',
    }),
    weeks: [
      { location: 'ekb', days: [1, 2, 4], hours: ['10:00-14:00', '15:00-19:00'] },
      { location: 'ekb', days: [6, 7], hours: ['10:00-14:00', '15:00-18:00'] },
    ],
  },
  {
    key: 'krylova',
    row: person(8, '1995-12-03', 'krylova', {
      ru: ['Наталья', 'Крылова', 'Юрьевна', 'Массажист, стоун-терапевт'],
      bio: 'Спортивный массаж и горячие камни. Работает по выходным.',
      en: ['Natalia', 'Krylova', 'Massage and stone therapist'],
      about: 'Sports massage and hot stones. Works at weekends.',
    }),
    weeks: [
      { location: 'ekb', days: [3, 4], hours: ['11:00-15:00', '16:00-20:00'] },
      { location: 'ekb', days: [6, 7], hours: ['10:00-14:00', '15:00-18:00'] },
    ],
  },
]

interface PersonTexts {
  ru: readonly [first: string, last: string, patronymic: string, title: string]
  bio: string
  en: readonly [first: string, last: string, title: string]
  about: string
}

function person(number: number, birth: string, mailbox: string, texts: PersonTexts) {
  const [first_name, last_name, iname, title] = texts.ru
  const [first, last, titleEn] = texts.en
  return {
    first_name,
    last_name,
    iname,
    title,
    bio: texts.bio,
    phone: `+7900555020${number}`,
    email: `${mailbox}@example.com`,
    birth_date: birth,
    translations: {
      en: { first_name: first, last_name: last, iname: '', title: titleEn, bio: texts.about },
    },
  }
}
