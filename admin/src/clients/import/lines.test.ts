import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guess, meaningOf } from './columns.ts'
import { linesOf, partsOf } from './lines.ts'

test('columns are guessed from headings in Russian and English', () => {
  const cases: [string, ReturnType<typeof meaningOf>][] = [
    ['Фамилия', 'last_name'],
    ['Имя клиента', 'first_name'],
    ['Отчество', 'iname'],
    ['ФИО', 'lastFirst'],
    ['Фамилия и имя', 'lastFirst'],
    ['Телефон', 'phone'],
    ['Моб. номер', 'phone'],
    ['E-mail', 'email'],
    ['Электронная почта', 'email'],
    ['Дата рождения', 'birth_date'],
    ['Комментарий', 'notes'],
    ['first_name', 'first_name'],
    ['Surname', 'last_name'],
    ['Full name', 'firstLast'],
    ['Mobile phone', 'phone'],
    ['DOB', 'birth_date'],
    ['Tags', 'tags'],
    ['Сумма покупок', null],
  ]
  for (const [heading, meaning] of cases) assert.is(meaningOf(heading), meaning, heading)
  assert.equal(guess(['Телефон', 'Телефон 2']), ['phone', null])
})

test('a whole name is taken apart in the order it is written in', () => {
  assert.equal(linesOf([['Петрова Анна Ивановна', '+7 916']], ['lastFirst', 'phone']), [
    { last_name: 'Петрова', first_name: 'Анна', iname: 'Ивановна', phone: '+7 916' },
  ])
  assert.equal(linesOf([['Ann van Dyke'], ['Ann']], ['firstLast']), [
    { first_name: 'Ann', last_name: 'van Dyke' },
    { first_name: 'Ann' },
  ])
})

test('an apostrophe that guards a cell from reckoning is no part of it; an empty cell says nothing', () => {
  assert.equal(linesOf([["'+7 916", ' ']], ['phone', 'email']), [{ phone: '+7 916' }])
})

test('a file is sent in parts that one call takes, every line once and in order', () => {
  const line = fc.record({ notes: fc.string({ maxLength: 3000 }) })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 1200 }), fc.nat(50), (lines, from) => {
      const parts = partsOf(lines, from)
      assert.equal(
        parts.flatMap((part) => part.lines),
        lines.slice(from),
      )
      for (const part of parts) {
        assert.ok(part.lines.length <= 500)
        assert.equal(part.lines[0], lines[part.start])
        assert.ok(Buffer.byteLength(JSON.stringify({ rows: part.lines })) < 256 * 1024)
      }
    }),
    { numRuns: 30 },
  )
})

test.run()
