import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openDesk } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { admin } = desk.clinic

const found = async (search: string) =>
  (await admin.clients.list({ search }).toArray()).map(({ id }) => id)

test('a search needs every word, anywhere in name, phone or e-mail, in any case', async () => {
  const phone = '+79265550101'
  const { id } = await admin.clients.create({
    first_name: 'Пётр',
    last_name: 'Ковальчук',
    phone,
    email: 'petr.k@mail.test',
  })
  for (const search of [
    'валь',
    'КОВАЛЬ пётр',
    'пЁТР .k@MAIL',
    '926555',
    '8 (926) 555-01',
    '8926 ковал',
    '+7 926 555 01 01',
  ])
    assert.equal(await found(search), [id], search)
  for (const search of ['ковальчук анна', '9265550102', 'ковалч'])
    assert.equal(await found(search), [], search)
})

test('J7: percent signs and underscores in a search are letters like any other', async () => {
  const { id } = await admin.clients.create({ first_name: 'Сто%', email: 'under_score@mail.test' })
  assert.equal(await found('%'), [id])
  assert.equal(await found('r_s'), [id])
  for (const search of ['С%о', '_то', 'r__s', '\\', '!']) assert.equal(await found(search), [])
})

test.run()
