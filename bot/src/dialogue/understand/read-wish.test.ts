import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { dateOf, dayFrom, weekdayOf } from '../dates.ts'
import { dayText } from '../format.ts'
import { readWish, type Names } from './read-wish.ts'

/** A Monday. */
const today = dayFrom('2026-11-23')

const names: Names = {
  services: [
    { id: 1, name: 'Массаж спины 60 мин', category: 'Массаж' },
    { id: 2, name: 'Массаж лица', category: 'Массаж' },
    { id: 3, name: 'Консультация невролога', category: 'Врачи' },
    { id: 4, name: 'УЗИ суставов', category: 'Диагностика' },
    { id: 5, name: 'Лечебная физкультура (ЛФК)', category: 'Занятия' },
    { id: 6, name: 'Massage, 60 min', category: 'Massage' },
    { id: 7, name: 'Manual therapy', category: 'Therapy' },
    { id: 8, name: 'Чистка зубов', category: 'Стоматология' },
  ],
  specialists: [
    { id: 11, first_name: 'Анна', last_name: 'Иванова' },
    { id: 12, first_name: 'Пётр', last_name: 'Соколов' },
    { id: 13, first_name: 'Mary', last_name: 'Johnson' },
  ],
}

/** `date from–to services specialists intent`, what is not said is left out. */
function told(text: string): string {
  const { day, from, to, services, specialists, intent } = readWish(text, names, today)
  const clock = (minute: number) =>
    `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  return [
    day === null ? '' : dateOf(day).slice(5),
    to === 0 ? '' : `${clock(from)}–${clock(to)}`,
    services.join('/'),
    specialists.map((id) => `@${id}`).join('/'),
    intent ?? '',
  ]
    .filter(Boolean)
    .join(' ')
}

const phrases: [string, string][] = [
  ['массаж завтра вечером', '11-24 17:00–24:00 1/2'],
  ['Массаж лица завтра', '11-24 2'],
  ['хочу массаж спины послезавтра утром', '11-25 0:00–12:00 1'],
  ['массаж 60', '1'],
  ['Запишите меня на массаж спины сегодня', '11-23 1'],
  ['в пятницу', '11-27'],
  ['в понедельник к неврологу', '11-30 3'],
  ['невролог в среду после 18', '11-25 18:00–24:00 3'],
  ['консультация невролога 5 декабря', '12-05 3'],
  ['5-го декабря в 15:30', '12-05 15:30–16:30'],
  ['5 января', '01-05'],
  ['5 декабря 2026 года', '12-05'],
  ['на 07.12', '12-07'],
  ['7/12 вечером', '12-07 17:00–24:00'],
  ['7.12.2026', '12-07'],
  ['2026-12-07', '12-07'],
  ['15 числа', '12-15'],
  ['через неделю', '11-30'],
  ['через две недели', '12-07'],
  ['через 3 дня', '11-26'],
  ['через день', '11-24'],
  ['через месяц', '12-23'],
  ['на следующей неделе', '11-30'],
  ['в следующую пятницу', '12-04'],
  ['в эту пятницу', '11-27'],
  ['на выходных', '11-28'],
  ['в следующие выходные узи', '12-05 4'],
  ['узи суставов в субботу', '11-28 4'],
  ['УЗИ!', '4'],
  ['лфк во вторник днём', '11-24 12:00–17:00 5'],
  ['физкультура', '5'],
  ['чистку зубов', '8'],
  ['почистить зубы завтра', '11-24 8'],
  ['масаж лица', '2'],
  ['неврлоог', '3'],
  ['завтра в 5', '11-24 17:00–18:00'],
  ['завтра в 9', '11-24 9:00–10:00'],
  ['завтра в 9 утра', '11-24 9:00–10:00'],
  ['завтра в шесть вечера', '11-24 18:00–19:00'],
  ['завтра после шести', '11-24 18:00–24:00'],
  ['завтра до 12', '11-24 0:00–12:00'],
  ['завтра с 10 до 12', '11-24 10:00–12:00'],
  ['завтра 10-12', '11-24 10:00–12:00'],
  ['после обеда в четверг', '11-26 12:00–18:00'],
  ['до обеда', '0:00–12:00'],
  ['в обед', '12:00–15:00'],
  ['сегодня вечером', '11-23 17:00–24:00'],
  ['к Ивановой завтра', '11-24 @11'],
  ['к Анне на массаж лица', '2 @11'],
  ['к доктору Соколову', '@12'],
  ['пн', '11-30'],
  ['вчера', ''],
  ['31 февраля', ''],
  ['привет', 'home'],
  ['Добрый день!', 'home'],
  ['добрый день, массаж лица завтра', '11-24 2'],
  ['мои записи', 'visits'],
  ['отменить запись', 'visits'],
  ['хочу перенести', 'visits'],
  ['какой у меня баланс', 'balance'],
  ['абракадабра', ''],
  ['', ''],
  ['massage tomorrow evening', '11-24 17:00–24:00 6'],
  ['I would like a massage tomorrow', '11-24 6'],
  ['manual therapy next friday', '12-04 7'],
  ['therapy on Friday after 6pm', '11-27 18:00–24:00 7'],
  ['Dec 5', '12-05'],
  ['December 5th at 3pm', '12-05 15:00–16:00'],
  ['5th of December', '12-05'],
  ['on the 15th', '12-15'],
  ['day after tomorrow in the morning', '11-25 0:00–12:00'],
  ['in two weeks', '12-07'],
  ['in 3 days', '11-26'],
  ['next week', '11-30'],
  ['this weekend', '11-28'],
  ['tonight', '11-23 17:00–24:00'],
  ['tomorow morning', '11-24 0:00–12:00'],
  ['friday at noon', '11-27 12:00–15:00'],
  ['tomorrow between 10 and 12', '11-24 10:00–12:00'],
  ['tomorrow before 11am', '11-24 0:00–11:00'],
  ['at 18:30', '18:30–19:30'],
  ['mary johnson on monday', '11-30 @13'],
  ['my visits', 'visits'],
  ['cancel', 'visits'],
  ['hello', 'home'],
  ['masage', '6'],
]

for (const [phrase, meant] of phrases)
  test(`«${phrase}» means ${meant || 'nothing'}`, () => {
    assert.is(told(phrase), meant)
  })

test('whatever is written, the wish is one that can be looked for', () => {
  const words = phrases.flatMap(([phrase]) => phrase.split(' '))
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join(' ')),
  )
  fc.assert(
    fc.property(text, fc.integer({ min: 20_000, max: 40_000 }), (said, now) => {
      const { day, from, to } = readWish(said, names, now)
      assert.ok(day === null || (Number.isInteger(day) && day >= now), `${said}: ${day}`)
      assert.ok(
        (from === 0 && to === 0) || (from >= 0 && from < to && to <= 1440),
        `${said}: ${from} ${to}`,
      )
    }),
    { numRuns: 2000 },
  )
})

test('a date that the bot itself would write is read back, in both languages', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 360 }),
      fc.constantFrom('ru' as const, 'en' as const),
      (ahead, locale) => {
        const day = today + ahead
        const written = dayText(day, locale).replace(/^\S+\s/, '')
        assert.is(readWish(written, names, today).day, day, written)
        assert.is(readWish(dateOf(day), names, today).day, day)
      },
    ),
  )
})

test('a weekday is the next one of that name, whatever day it is', () => {
  const weekdays = [
    'понедельник',
    'вторник',
    'среду',
    'четверг',
    'пятницу',
    'субботу',
    'воскресенье',
  ]
  for (let now = today; now < today + 7; now++)
    weekdays.forEach((name, index) => {
      const { day } = readWish(`в ${name}`, names, now)
      assert.is(weekdayOf(day!), index + 1)
      assert.ok(day! > now && day! <= now + 7, `${name} said on ${dateOf(now)}`)
    })
})

test.run()
