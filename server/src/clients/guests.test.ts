import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { clientToBook, findOrCreateGuest, type Guest, type GuestOptions } from './guests.ts'
import { openDesk } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { clinic, server, sql } = desk
const { admin, organizationId } = clinic

const come = (guest: Guest, options?: GuestOptions) =>
  transaction(server.app.db, organizationId, (tx) => findOrCreateGuest(tx, guest, options))

let count = 0
const newPhone = () => `+7905${String(1_000_000 + ++count)}`

async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return [error.code, ...(error.errors ?? []).map(({ pointer }) => pointer)].join(' ')
  }
}

test('a guest is made once and found again by the phone, however it is written', async () => {
  const phone = newPhone()
  const first = await come({ first_name: 'Гостья', phone, locale: 'en' })
  assert.ok(first.created)
  const again = await come({
    first_name: 'Гостья',
    phone: `8 (${phone.slice(2, 5)}) ${phone.slice(5)}`,
  })
  assert.equal(again, { id: first.id, created: false })
  const client = await admin.clients.get(first.id)
  assert.is(client.phone, phone)
  assert.is(client.locale, 'en')
})

test('the phone decides before the e-mail', async () => {
  const phone = newPhone()
  const byPhone = await come({ first_name: 'Раз', phone })
  const byEmail = await come({ first_name: 'Два', email: 'Two@Guest.test' })
  assert.is((await come({ first_name: 'Три', phone, email: 'two@guest.test' })).id, byPhone.id)
  const unknown = { first_name: 'Три', phone: newPhone(), email: 'two@guest.test' }
  assert.equal(await come(unknown), { id: byEmail.id, created: false })
})

test('a guest changes nothing of the client whom they name', async () => {
  const phone = newPhone()
  const known = await admin.clients.create({ first_name: 'Настоящая', phone, notes: 'vip' })
  await come({
    first_name: 'Чужая',
    last_name: 'Чужая',
    phone,
    email: 'x@guest.test',
    locale: 'en',
  })
  assert.equal(await admin.clients.get(known.id), known)
})

test('many bookings at once with one new phone make one client', async () => {
  const phone = newPhone()
  const all = await Promise.all(
    Array.from({ length: 10 }, () => come({ first_name: 'Толпа', phone })),
  )
  assert.is(new Set(all.map(({ id }) => id)).size, 1)
  assert.is(all.filter(({ created }) => created).length, 1)
  const events = await sql(
    `select 1 from events where type = 'client.created' and subject_id = $1`,
    [all[0]?.id ?? 0],
  )
  assert.is(events.length, 1)
})

test('a guest without a name, or without a contact, is told what is missing', async () => {
  assert.is(await refused(come({ phone: newPhone() })), 'contact_required /client/first_name')
  assert.is(
    await refused(come({ first_name: 'Без' })),
    'contact_required /client/phone /client/email',
  )
  assert.is(
    await refused(come({ first_name: 'Без', phone: '123456' })),
    'phone_invalid /client/phone',
  )
})

test('who is blocked cannot book online, and the desk may book them', async () => {
  const phone = newPhone()
  const { id } = await admin.clients.create({ first_name: 'Нельзя', phone, blocked: true })
  const guest = { first_name: 'Нельзя', phone }
  assert.is(await refused(come(guest)), 'client_blocked')
  assert.is((await come(guest, { desk: true })).id, id)
})

test('a client who is not there, or was erased, cannot be booked for', async () => {
  const { id } = await admin.clients.create({ first_name: 'Была' })
  const book = (clientId: number) =>
    transaction(server.app.db, organizationId, (tx) => clientToBook(tx, clientId))
  assert.equal(await book(id), { id })
  await admin.clients.erase(id)
  assert.is(await refused(book(id)), 'unknown_reference /client/id')
  assert.is(await refused(book(999_999)), 'unknown_reference /client/id')
})

test('the same phone is another client in another clinic', async () => {
  const phone = newPhone()
  const here = await come({ first_name: 'Здесь', phone })
  const other = await server.found()
  const there = await transaction(server.app.db, other.organizationId, (tx) =>
    findOrCreateGuest(tx, { first_name: 'Там', phone }),
  )
  assert.ok(there.created)
  assert.is.not(there.id, here.id)
})

test.run()
