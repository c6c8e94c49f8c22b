import { readdir } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addMonths, dateIn, firstWeekday, weekdayOf, weeksOf } from './calendar.ts'
import { accountLanguages } from './account-languages.ts'
import { bookingLanguages } from './booking-languages.ts'
import { booking as en } from './languages/en.ts'
import { booking as ru } from './languages/ru.ts'
import type { Line } from './line.ts'
import { createSpeak } from './speak.ts'

const folder = new URL('languages/', import.meta.url)
const tags = (await readdir(folder)).map((file) => file.replace('.ts', '')).sort()

function wordsOf(line: Line = ''): string[] {
  return typeof line === 'string' ? [line] : Object.values(line)
}

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('every file of languages/ is spoken, says every line and fills in the same names', async () => {
  for (const list of [bookingLanguages, accountLanguages]) {
    assert.equal(Object.keys(list).sort(), tags)
    const russian: Readonly<Record<string, Line>> = (await list.ru?.()) ?? {}
    for (const tag of tags) {
      const lines: Readonly<Record<string, Line>> = (await list[tag]?.()) ?? {}
      assert.equal(Object.keys(lines).sort(), Object.keys(russian).sort(), tag)
      for (const [key, line] of Object.entries(lines)) {
        const [wanted = ''] = wordsOf(russian[key])
        for (const text of wordsOf(line))
          assert.equal(namesIn(text), namesIn(wanted), `${tag}: ${key}`)
      }
    }
  }
})

test('a countable line has every form that its language counts by', async () => {
  for (const tag of tags) {
    const plural = new Intl.PluralRules(tag)
    const rules = [...new Set(Array.from({ length: 200 }, (_, count) => plural.select(count)))]
    const all = [await bookingLanguages[tag]?.(), await accountLanguages[tag]?.()]
    for (const [key, line] of all.flatMap((lines) => Object.entries<Line>(lines ?? {})))
      if (typeof line !== 'string')
        assert.equal(
          rules.filter((rule) => line[rule] === undefined),
          [],
          `${tag}: ${key}`,
        )
  }
})

test('every form that Russian counts by is there', () => {
  const speak = createSpeak('ru', ru)
  const said = [1, 3, 5, 11, 21, 22, 25].map((count) => speak.say('showMore', { count }))
  assert.equal(said, [
    'Ещё 1 услуга',
    'Ещё 3 услуги',
    'Ещё 5 услуг',
    'Ещё 11 услуг',
    'Ещё 21 услуга',
    'Ещё 22 услуги',
    'Ещё 25 услуг',
  ])
  assert.is(createSpeak('en', en).say('showMore', { count: 1 }), '1 more service')
})

test('money has kopeks only where there are any, and yen have none', () => {
  const speak = createSpeak('ru', ru)
  // Its spaces do not break.
  const roubles = (amount: number) => speak.money({ amount, currency: 'RUB' }).replace(/\s/g, ' ')
  assert.equal([250_000, 250_050].map(roubles), ['2 500 ₽', '2 500,50 ₽'])
  assert.is(createSpeak('en', en).money({ amount: 2500, currency: 'JPY' }), '¥2,500')
})

test('a length is said as people say it', () => {
  const { length } = createSpeak('en', en)
  assert.equal([30, 60, 90, 120, 150].map(length), ['30 min', '1 h', '90 min', '2 h', '2 h 30 min'])
})

test('times are the branch’s, whatever the visitor’s clock', () => {
  const speak = createSpeak('en-GB', en)
  const instant = '2027-01-11T23:30:00Z'
  assert.equal(
    [speak.time(instant, 'Europe/Moscow'), dateIn(instant, 'Europe/Moscow')],
    ['02:30', '2027-01-12'],
  )
})

test('weeks begin as they do where the visitor lives', () => {
  assert.equal(['ru', 'en-US', 'ar-EG', 'en-GB'].map(firstWeekday), [1, 7, 6, 1])
  const weeks = weeksOf('2027-02', 1)
  assert.is(weeks[0]?.[0], '2027-02-01')
  assert.is(weeks.length, 4)
  assert.ok(
    weeksOf('2027-08', 7).every((week) => week.length === 7 && weekdayOf(week[0] ?? '') === 7),
  )
})

test('a month on, from its last day, is the last day of a shorter one', () => {
  assert.equal(
    [addMonths('2027-01-31', 1), addMonths('2027-03-31', -1), addMonths('2027-12-15', 1)],
    ['2027-02-28', '2027-02-28', '2028-01-15'],
  )
})

test.run()
