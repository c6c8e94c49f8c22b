import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isSomebody, mergedValues, presentClient, type ClientRow } from './client.ts'
import { searchVariants } from './search.ts'

const at = new Date('2027-01-11T07:00:00Z')

function row(more: Partial<ClientRow> = {}): ClientRow {
  return {
    id: 1,
    first_name: 'Анна',
    last_name: null,
    iname: null,
    birth_date: null,
    phone: null,
    email: null,
    telegram_id: null,
    locale: 'ru',
    notes: null,
    tags: [],
    blocked: false,
    session_version: 1,
    erased_at: null,
    version: 1,
    created_at: at,
    updated_at: at,
    ...more,
  }
}

test('a merge fills the gaps of the survivor and overwrites nothing', () => {
  const merged = mergedValues(
    row({ phone: '+79161234567' }),
    row({ first_name: 'Аня', last_name: 'Петрова', phone: '+79160000000', email: 'a@clinic.test' }),
  )
  assert.equal(merged, {
    last_name: 'Петрова',
    email: 'a@clinic.test',
    notes: null,
    tags: [],
    blocked: false,
  })
})

test('who is only called a client gets the duplicate’s name', () => {
  assert.is(mergedValues(row({ first_name: 'Клиент' }), row()).first_name, 'Анна')
  assert.is(mergedValues(row(), row({ first_name: 'Client' })).first_name, undefined)
})

test('notes and tags add up in a merge, and a block stays', () => {
  const merged = mergedValues(
    row({ notes: 'Аллергия', tags: ['vip', 'зал'] }),
    row({ notes: 'Опаздывает', tags: ['зал', 'утро'], blocked: true }),
  )
  assert.is(merged.notes, 'Аллергия\nОпаздывает')
  assert.equal(merged.tags, ['vip', 'зал', 'утро'])
  assert.is(merged.blocked, true)
  assert.is(mergedValues(row({ notes: 'Одно' }), row({ notes: 'Одно' })).notes, 'Одно')
})

test('a name or a contact makes somebody; a birthday, notes and tags do not', () => {
  assert.ok(isSomebody({ last_name: 'Петрова' }))
  assert.ok(isSomebody({ phone: '+79161234567' }))
  assert.not.ok(isSomebody({ birth_date: '1990-05-17', notes: 'vip', tags: ['vip'] }))
})

test('what a client does not have is empty text, and a contact null', () => {
  const shown = presentClient(row())
  assert.is(shown.last_name, '')
  assert.is(shown.notes, '')
  assert.is(shown.phone, null)
  assert.is(presentClient(row({ telegram_id: 7_000_000_001 })).telegram_id, '7000000001')
})

test('a search is also made in the form that phones are kept in', () => {
  assert.equal(searchVariants('  '), [])
  assert.equal(searchVariants('Петрова анна'), ['Петрова анна'])
  assert.equal(searchVariants('8 (916) 123-45'), ['8 (916) 123-45', '891612345', '+791612345'])
  assert.equal(searchVariants('анна 8916'), ['анна 8916', 'анна +7916'])
  assert.equal(searchVariants('+7 916'), ['+7 916', '+7916'])
  assert.equal(searchVariants('anna-maria'), ['anna-maria'])
})

test.run()
