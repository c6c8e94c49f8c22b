import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { appointment, clinics, insert, refusal } from './clinic.ts'

const { a, owner, as, close } = await clinics()
test.after(close)

function buy(more: Record<string, string | number> = {}): Promise<number> {
  return as(a.id, (query) =>
    insert(query, 'client_packages', {
      organization_id: a.id,
      client_id: a.client,
      package_id: a.package,
      service_id: a.service,
      visits_total: 3,
      price_paid: 750000,
      ...more,
    }),
  )
}

function use(bought: number, visit: number, kind = 'take'): Promise<number> {
  return as(a.id, (query) =>
    insert(query, 'package_uses', {
      organization_id: a.id,
      client_package_id: bought,
      appointment_id: visit,
      kind,
      actor: 'test',
    }),
  )
}

function visit(more: Record<string, string | number> = {}): Promise<number> {
  return as(a.id, (query) => insert(query, 'appointments', appointment(a, more)))
}

async function visitsLeft(bought: number): Promise<number | undefined> {
  const rows = await owner<{ visits_left: number }>(
    'select visits_left from client_packages where id = $1',
    [bought],
  )
  return rows[0]?.visits_left
}

test('a package starts full whatever its buyer says', async () => {
  assert.is(await visitsLeft(await buy({ visits_left: 1000 })), 3)
})

test('ten visits at once take the three that a package has', async () => {
  const bought = await buy()
  const visits = await Promise.all(Array.from({ length: 10 }, () => visit()))
  const outcomes = await Promise.all(visits.map((each) => refusal(use(bought, each))))
  assert.is(outcomes.filter((outcome) => outcome === 'done').length, 3)
  assert.is(outcomes.filter((outcome) => outcome === 'client_packages_visits_left').length, 7)
  assert.is(await visitsLeft(bought), 0)
})

test('a visit is taken once and given back once', async () => {
  const bought = await buy()
  const id = await visit()
  assert.is(await refusal(use(bought, id, 'return')), 'package_uses_return_of_take')
  await use(bought, id)
  assert.is(await refusal(use(bought, id)), 'appointments_paid_within_total')
  assert.is(await visitsLeft(bought), 2)
  await use(bought, id, 'return')
  assert.is(await refusal(use(bought, id, 'return')), 'package_uses_once_an_appointment')
  assert.is(await visitsLeft(bought), 3)
})

test('a package is good for its client, its service and its time', async () => {
  const stranger = await as(a.id, (query) =>
    insert(query, 'clients', { organization_id: a.id, first_name: 'Gleb' }),
  )
  const haircut = await as(a.id, (query) =>
    insert(query, 'services', {
      organization_id: a.id,
      name: 'Haircut',
      duration_min: 30,
      price: 100,
    }),
  )
  const bought = await buy()
  assert.is(await refusal(use(bought, await visit({ client_id: stranger }))), 'package_uses_valid')
  assert.is(await refusal(use(bought, await visit({ service_id: haircut }))), 'package_uses_valid')
  const expired = await buy({ expires_at: '2027-01-11T10:00:00Z' })
  assert.is(await refusal(use(expired, await visit())), 'package_uses_valid')
  const cancelled = await buy({ cancelled_at: '2027-01-01T00:00:00Z' })
  assert.is(await refusal(use(cancelled, await visit())), 'package_uses_valid')
})

test('an appointment taken from a package is not paid from a wallet too', async () => {
  const id = await visit()
  await use(await buy(), id)
  const line = { organization_id: a.id, client_id: a.client, actor: 'test' }
  const payment = { ...line, type: 'payment', amount: -1, appointment_id: id }
  const pay = as(a.id, (query) => insert(query, 'wallet_transactions', payment))
  assert.is(await refusal(pay), 'appointments_paid_within_total')
})

test('an appointment paid in part is not taken from a package', async () => {
  const id = await visit()
  const card = { organization_id: a.id, client_id: a.client, provider: 'demo', currency: 'RUB' }
  const paid = { ...card, purpose: 'appointment', appointment_id: id, status: 'succeeded' }
  await as(a.id, (query) => insert(query, 'payments', { ...paid, amount: 1 }))
  const bought = await buy()
  assert.is(await refusal(use(bought, id)), 'appointments_paid_within_total')
  assert.is(await visitsLeft(bought), 3)
})

test('visits are moved by their uses alone', async () => {
  const bought = await buy()
  for (const column of ['visits_left', 'visits_total']) {
    const change = as(a.id, (query) =>
      query(`update client_packages set ${column} = 2 where id = $1`, [bought]),
    )
    assert.is(await refusal(change), '42501')
  }
})

test.run()
