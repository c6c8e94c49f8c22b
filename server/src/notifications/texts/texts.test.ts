import { wordedTemplates } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { visitFacts } from '../facts.ts'
import { exampleFacts } from './example.ts'
import { placeholders, render, unknownPlaceholders } from './render.ts'
import { languages, sayCount, sayMoney } from './texts.ts'

const locales = ['ru', 'en'] as const

test('every text says something, in both languages, with what is there to say', () => {
  for (const locale of locales)
    for (const template of wordedTemplates) {
      const text = languages[locale].texts[template]
      const where = `${locale} ${template}`
      assert.equal(unknownPlaceholders(template, `${text.title}\n${text.body}`), [], where)
      for (const isDiscreet of [false, true]) {
        const { title, body } = render(text, exampleFacts({ locale, isDiscreet }, template), text)
        assert.ok(title.length > 3 && body.length > 3, where)
        assert.not.match(`${title}${body}`, /[{}]/, where)
      }
    }
})

test('an example has something for every placeholder', () => {
  for (const locale of locales)
    for (const template of wordedTemplates)
      for (const name of placeholders[template])
        assert.ok(
          exampleFacts({ locale, isDiscreet: false }, template)[name],
          `${locale} ${template} ${name}`,
        )
})

test('a locked phone shows no service, no specialist, no package, nobody’s name', () => {
  for (const locale of locales) {
    const { service, specialist, package: bought, name } = languages[locale].example
    const shown = exampleFacts({ locale, isDiscreet: true }, 'confirmed')
    const said = Object.values(shown).join('\n')
    for (const word of [service, specialist, bought, name])
      assert.not(said.includes(word ?? ''), word)
  }
})

test('a line with nothing to say is left out, and a title of nothing is said as it comes', () => {
  const asItComes = { title: 'Запись', body: '' }
  const facts = { when: 'завтра', service: '', name: '$& {when}' }
  const text = { title: '{service}', body: 'Ждём {when}\n{service}, {when}\n{name}' }
  assert.equal(render(text, facts, asItComes), { title: 'Запись', body: 'Ждём завтра\n$& {when}' })
})

test('unknown placeholders are found, once each, the empty one too', () => {
  assert.equal(unknownPlaceholders('confirmed', '{when} {wen} {wen} {} {client}'), [
    'wen',
    '',
    'client',
  ])
  assert.equal(unknownPlaceholders('staff_booked', '{client}'), [])
})

test('numbers have their plural forms', () => {
  const { visits, left } = languages.ru
  const said = [1, 2, 5, 11, 21, 22, 111].map((count) => sayCount(count, visits, 'ru'))
  assert.equal(said, [
    '1 визит',
    '2 визита',
    '5 визитов',
    '11 визитов',
    '21 визит',
    '22 визита',
    '111 визитов',
  ])
  assert.is(sayCount(0, left, 'ru'), 'Визитов не осталось')
  assert.is(sayCount(21, left, 'ru'), 'Остался 21 визит')
  assert.is(sayCount(1, languages.en.left, 'en'), '1 visit is left')
  assert.is(sayCount(0, languages.en.visits, 'en'), '0 visits')
})

test('money is said without kopeks when there are none', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ')
  assert.is(plain(sayMoney(150_000, 'RUB', 'ru')), '1 500 ₽')
  assert.is(plain(sayMoney(150_050, 'RUB', 'ru')), '1 500,50 ₽')
  assert.is(plain(sayMoney(1500, 'JPY', 'en')), 'JP¥1,500')
})

const visitAt = (time: string, address = 'ул. Арбат, 10') => ({
  starts_at: new Date(`2027-01-12T${time}:00+03:00`),
  time_zone: 'Europe/Moscow',
  organization_name: 'Клиника',
  location_name: 'Арбат',
  location_address: address,
  service_name: 'Массаж',
  specialist_name: 'Анна',
  total: 150_000,
  currency: 'RUB',
})

test('several visits of a day are a list, with their places when they differ', () => {
  const saying = { locale: 'ru', isDiscreet: false } as const
  const one = visitFacts([visitAt('10:30'), visitAt('12:00')], saying)
  assert.is(one['visits'], 'вт, 12 января: 2 визита\n10:30 – Массаж, Анна\n12:00 – Массаж, Анна')
  assert.is(one['where'], 'ул. Арбат, 10')
  assert.is(one['price']?.replace(/\s/g, ' '), '3 000 ₽')
  const free = visitFacts([{ ...visitAt('10:30'), total: 0 }], saying)
  assert.is(free['price'], '', 'a line with it is left out')
  const two = visitFacts([visitAt('10:30'), visitAt('12:00', '')], { ...saying, isDiscreet: true })
  assert.is(two['visits'], 'вт, 12 января: 2 визита\n10:30 – ул. Арбат, 10\n12:00 – Арбат')
  assert.equal([two['where'], two['price']], ['', ''])
})

test.run()
