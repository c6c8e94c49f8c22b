import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openDesk } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { admin } = desk.clinic

const vera = await admin.clients.create({
  first_name: 'Вера',
  phone: '+79161110001',
  notes: 'старая',
})
await admin.clients.create({ first_name: 'Пётр', email: 'petr@mail.test' })

test('a trial tells what each line would become, and writes nobody down', async () => {
  const rows = [
    {
      first_name: ' Анна ',
      phone: '8 (916) 111-00-02',
      birth_date: '17.5.1990',
      tags: 'vip; массаж',
    },
    { first_name: 'Вера', phone: '8 916 111 00 01' },
    { first_name: 'Аня', phone: '+7 916 111-00-02' },
    { first_name: 'Дата', birth_date: '31.02.1990' },
    { first_name: 'Почта', email: 'no-mail' },
    { phone: '12' },
    { notes: 'никто' },
    { phone: '+79161110001', email: 'petr@mail.test' },
  ]
  const result = await admin.clients.import({ rows, dry_run: true })
  assert.equal(
    result.rows.map(({ outcome, client_id, errors }) => [
      outcome,
      client_id,
      errors.map(({ field, code }) => `${field} ${code}`).join(),
    ]),
    [
      ['created', null, ''],
      ['skipped', vera.id, ''],
      ['skipped', null, ''],
      ['invalid', null, 'birth_date wrong_format'],
      ['invalid', null, 'email wrong_format'],
      ['invalid', null, 'phone too_short'],
      ['invalid', null, 'first_name required,phone required,email required'],
      ['invalid', null, 'email not_allowed'],
    ],
  )
  assert.equal([result.created, result.updated, result.skipped, result.invalid], [1, 0, 2, 5])
  assert.is((await admin.clients.list({ search: 'Анна' })).data.length, 0)
})

test('good lines are taken whatever the others are; who is known is left or written over', async () => {
  const rows = [
    { last_name: 'Ли', phone: '8 (916) 111-00-02', birth_date: '17.05.1990', tags: 'vip, массаж' },
    { first_name: 'Вероника', phone: '89161110001', notes: '' },
    { phone: 'x' },
  ]
  const left = await admin.clients.import({ rows })
  assert.equal([left.created, left.skipped, left.invalid], [1, 1, 1])
  const { data } = await admin.clients.list({ search: 'Ли' })
  const [made] = data
  assert.equal(
    [made?.first_name, made?.phone, made?.birth_date, made?.tags],
    ['Клиент', '+79161110002', '1990-05-17', ['vip', 'массаж']],
  )
  const over = await admin.clients.import({ rows, on_match: 'update' })
  assert.equal([over.created, over.updated, over.invalid], [0, 2, 1])
  const after = await admin.clients.get(vera.id)
  assert.equal([after.first_name, after.notes], ['Вероника', 'старая'])
})

test('the same key again takes nobody twice', async () => {
  const ask = () =>
    desk.server.http('POST', '/v1/clients/import', {
      credential: desk.clinic.secret,
      headers: { 'idempotency-key': 'the-file-1' },
      body: { rows: [{ first_name: 'Безымянная' }] },
    })
  const [first, second] = [await ask(), await ask()]
  assert.is(first.status, 200)
  assert.equal(first.json, second.json)
  assert.is((await admin.clients.list({ search: 'Безымянная' })).data.length, 1)
})

test.run()
