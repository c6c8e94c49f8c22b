import { dateNumberOf, dayAt, dayFrom, monthOf, weekdayOf, yearOf } from '../dates.ts'
import { NUMBER, numberOf, whole, type Reading } from './words.ts'

const WEEKDAYS = [
  'понедельник(?:а|у|е)?|пн|monday|mon',
  'вторник(?:а|у|е)?|вт|tuesday|tues?',
  'сред(?:а|у|ы|е)|ср|wednesday|wed',
  'четверг(?:а|у|е)?|чт|thursday|thu(?:rs)?',
  'пятниц(?:а|у|ы|е)|пт|friday|fri',
  'суббот(?:а|у|ы|е)|сб|saturday|sat',
  'воскресень(?:е|я|ю)|вс|вск|sunday|sun',
]
const MONTHS = [
  'январ(?:ь|я|е)|янв|january|jan',
  'феврал(?:ь|я|е)|фев|february|feb',
  'март(?:а|е)?|мар|march|mar',
  'апрел(?:ь|я|е)|апр|april|apr',
  'ма(?:й|я|е)|may',
  'июн(?:ь|я|е)|june|jun',
  'июл(?:ь|я|е)|july|jul',
  'август(?:а|е)?|авг|august|aug',
  'сентябр(?:ь|я|е)|сен|сент|september|sept?',
  'октябр(?:ь|я|е)|окт|october|oct',
  'ноябр(?:ь|я|е)|ноя|november|nov',
  'декабр(?:ь|я|е)|дек|december|dec',
]
const TO = '(?:(?:в|во|на|к|ко|on|for|by) )?'
const NEXT = 'следующ\\p{L}+|будущ\\p{L}+|next'
const THIS = 'эт\\p{L}+|ближайш\\p{L}+|this|coming'
const month = MONTHS.map((names) => `(${names})`).join('|')
const DATE = '\\d{1,2}'

type Rule = [RegExp, (found: RegExpExecArray, today: number) => number | null]

const relative: Rule[] = [
  [
    whole(`${TO}(?:послезавтра|day after tomorrow|the day after tomorrow)`),
    (_, today) => today + 2,
  ],
  [
    whole(`${TO}(?:завтра|завтро|tomorr?ow|tommorr?ow|tmrw|завтрашн\\p{L}+(?: день)?)`),
    (_, today) => today + 1,
  ],
  [
    whole(`${TO}(?:сегодня|сейчас|срочно|today|now|asap|сегодняшн\\p{L}+(?: день)?)`),
    (_, today) => today,
  ],
  [
    whole(`(?:через|in) (?:(${NUMBER}) )?(?:недел(?:ю|и|ь)|weeks?)`),
    (found, today) => today + 7 * count(found),
  ],
  [
    whole(`(?:через|in) (?:(${NUMBER}) )?(?:день|дня|дней|days?)`),
    (found, today) => today + count(found),
  ],
  [
    whole(`(?:через|in) (?:(${NUMBER}) )?(?:месяц(?:а|ев)?|months?)`),
    (found, today) => monthsLater(today, count(found)),
  ],
  [whole(`${TO}(?:the )?(?:${NEXT}) (?:недел\\p{L}+|week)`), (_, today) => monday(today) + 7],
  [whole(`${TO}(?:the )?(?:${THIS}) (?:недел\\p{L}+|week)`), (_, today) => today],
  [whole(`${TO}(?:the )?(?:${NEXT}) (?:выходны\\p{L}+|weekend)`), (_, today) => monday(today) + 12],
  [
    whole(`(?:${TO}|at )(?:the )?(?:(?:${THIS}) )?(?:выходны\\p{L}+|weekend)`),
    (_, today) => Math.max(today, monday(today) + 5),
  ],
]

const byWeekday: Rule[] = WEEKDAYS.flatMap((names, index): Rule[] => {
  const at = (today: number) => monday(today) + index
  return [
    [whole(`${TO}(?:the )?(?:${NEXT}) (?:${names})`), (_, today) => at(today) + 7],
    [whole(`${TO}(?:the )?(?:${THIS}) (?:${names})`), (_, today) => ahead(at(today), today)],
    // Said on a Friday, «в пятницу» is no word for today.
    [whole(`${TO}(?:${names})`), (_, today) => (at(today) > today ? at(today) : at(today) + 7)],
  ]
})

const byDate: Rule[] = [
  [whole('(\\d{4}-\\d{2}-\\d{2})'), ([, date = '']) => real(dayFrom(date), date)],
  [
    whole(`${TO}(${DATE}) (?:of )?(?:${month})(?: (\\d{4}))?(?: года?)?`),
    ([, date = '', ...rest], today) => named(Number(date), rest, today),
  ],
  [
    whole(`${TO}(?:${month}) (?:the )?(${DATE})(?: (\\d{4}))?`),
    ([, ...rest], today) => {
      const date = Number(rest[MONTHS.length])
      return named(date, [...rest.slice(0, MONTHS.length), rest[MONTHS.length + 1] ?? ''], today)
    },
  ],
  [
    whole(`${TO}(${DATE})[./](${DATE})(?:[./](\\d{2}|\\d{4}))?`),
    ([, date = '', of = '', year = ''], today) => {
      const written = year.length === 2 ? 2000 + Number(year) : Number(year)
      return inYear(Number(date), Number(of), written, today)
    },
  ],
  [whole(`${TO}(${DATE}) числ(?:а|о)`), ([, date = ''], today) => nextDate(Number(date), today)],
  [whole(`(?:on )?the (${DATE})`), ([, date = ''], today) => nextDate(Number(date), today)],
]

/** The day that is spoken of; null: none is. Days that have passed are not wished for. */
export function readDay(reading: Reading, today: number): number | null {
  for (const [pattern, read] of [...relative, ...byDate, ...byWeekday]) {
    const found = pattern.exec(reading.rest)
    const day = found && read(found, today)
    if (day === null || day < today) continue
    reading.take(pattern)
    return day
  }
  return null
}

function count([, word]: RegExpExecArray): number {
  return word === undefined ? 1 : numberOf(word)
}

function monday(today: number): number {
  return today - (weekdayOf(today) - 1)
}

function ahead(day: number, today: number): number {
  return day >= today ? day : day + 7
}

function monthsLater(today: number, count: number): number | null {
  const months = monthOf(today) - 1 + count
  const [year, of] = [yearOf(today) + Math.floor(months / 12), (months % 12) + 1]
  // The 31st of a shorter month is its last day.
  for (let date = dateNumberOf(today); date > 0; date--) {
    const day = dayAt(year, of, date)
    if (day !== null) return day
  }
  return null
}

function named(date: number, rest: readonly (string | undefined)[], today: number): number | null {
  const of = rest.slice(0, MONTHS.length).findIndex((name) => name !== undefined && name !== '') + 1
  return inYear(date, of, Number(rest[MONTHS.length] ?? 0), today)
}

/** Without a year it is the next such date. */
function inYear(date: number, of: number, year: number, today: number): number | null {
  if (year > 0) return dayAt(year, of, date)
  // Eight, for the 29th of February.
  for (let more = 0; more <= 8; more++) {
    const day = dayAt(yearOf(today) + more, of, date)
    if (day !== null && day >= today) return day
  }
  return null
}

function nextDate(date: number, today: number): number | null {
  for (let months = 0; months <= 12; months++) {
    const of = monthOf(today) - 1 + months
    const day = dayAt(yearOf(today) + Math.floor(of / 12), (of % 12) + 1, date)
    if (day !== null && day >= today) return day
  }
  return null
}

function real(day: number, date: string): number | null {
  return Number.isInteger(day) && new Date(day * 86_400_000).toISOString().startsWith(date)
    ? day
    : null
}
