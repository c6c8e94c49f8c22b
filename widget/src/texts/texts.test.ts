import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addMonths, dateIn, firstWeekday, weekdayOf, weeksOf } from './calendar.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import { createSpeak } from './speak.ts'
import type { Key } from './texts.ts'

const keys = Object.keys(ru) as Key[]

function wordsOf(line: string | object): string[] {
  return typeof line === 'string' ? [line] : Object.values<string>(line as Record<string, string>)
}

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('both languages fill in the same names', () => {
  for (const key of keys)
    for (const text of [...wordsOf(ru[key]), ...wordsOf(en[key])])
      assert.equal(namesIn(text), namesIn(wordsOf(ru[key])[0] ?? ''), key)
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
