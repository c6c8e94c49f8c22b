import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openDesk, post, visit } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { admin } = desk.clinic
const [anna = 0, boris = 0] = desk.clinic.specialistIds

const client = async (first_name: string, more: { birth_date?: string; tags?: string[] } = {}) =>
  (await admin.clients.create({ first_name, ...more })).id
const regular = await client('Вера', { birth_date: '1990-05-17', tags: ['vip'] })
const once = await client('Глеб', { birth_date: '1985-11-02' })
const never = await client('Дина')
for (const day of ['05', '12', '19'])
  await visit(desk, regular, { starts: `2026-01-${day}T10:00:00Z`, specialistId: anna })
await visit(desk, regular, { starts: '2026-02-02T10:00:00Z', status: 'cancelled' })
// The last minute of the 31st in Moscow.
await visit(desk, once, { starts: '2026-01-31T20:59:00Z', specialistId: boris })
await post(desk, regular, { type: 'deposit', amount: 120_000 })

type Query = Parameters<typeof admin.clients.list>[0]
const chosen = async (query: Query) =>
  (await admin.clients.list({ sort: 'id', ...query }).toArray()).map(({ id }) => id)

test('what a client has done is beside them when it is asked for', async () => {
  const { data } = await admin.clients.list({ sort: 'id', figures: true })
  const [first, , third] = data
  const rub = (amount: number) => ({ amount, currency: 'RUB' })
  assert.equal(first?.figures, {
    visits: 3,
    spent: rub(750_000),
    last_visit_at: '2026-01-19T10:00:00.000Z',
    next_visit_at: null,
    balance: rub(120_000),
  })
  assert.equal(third?.figures, {
    visits: 0,
    spent: rub(0),
    last_visit_at: null,
    next_visit_at: null,
    balance: rub(0),
  })
  const plain = await admin.clients.list()
  assert.equal([...new Set(plain.data.map(({ figures }) => figures))], [null])
})

test('clients are chosen by visits, money, service, branch, birthday and tag', async () => {
  const { serviceId, locationId } = desk.clinic
  const table: [Query, number[]][] = [
    [{ visits_from: 2 }, [regular]],
    [{ visits_to: 1 }, [once, never]],
    [{ visits_from: 1, visits_to: 1 }, [once]],
    [{ spent_from: 250_000, spent_to: 250_000 }, [once]],
    [{ service_id: serviceId, location_id: locationId }, [regular, once]],
    [{ birth_month: 5 }, [regular]],
    [{ tag: 'vip', birth_month: 11 }, []],
    [{ blocked: true }, []],
  ]
  for (const [query, expected] of table)
    assert.equal(await chosen(query), expected, JSON.stringify(query))
})

test('the date of the last visit is the organization’s', async () => {
  assert.equal(await chosen({ last_visit_from: '2026-01-31', last_visit_to: '2026-01-31' }), [once])
  assert.equal(await chosen({ last_visit_from: '2026-02-01' }), [])
  assert.equal(await chosen({ last_visit_to: '2026-01-30' }), [regular])
})

test('who agrees to advertising is whoever said so last', async () => {
  await admin.consentTexts.create({ kind: 'marketing', version: '1', locale: 'ru', text: 'Пишите' })
  await admin.clients.addConsent(regular, { kind: 'marketing', granted: true })
  await admin.clients.addConsent(once, { kind: 'marketing', granted: true })
  await admin.clients.addConsent(once, { kind: 'marketing', granted: false })
  assert.equal(await chosen({ marketing: true }), [regular])
  assert.equal(await chosen({ marketing: false }), [once, never])
})

test('pages by what clients spent go on where they stopped', async () => {
  const order = await admin.clients.list({ sort: '-spent', limit: 1 }).toArray()
  assert.equal(
    order.map(({ id }) => id),
    [regular, once, never],
  )
  const latest = await admin.clients.list({ sort: 'last_visit_at', limit: 1 }).toArray()
  assert.equal(
    latest.map(({ id }) => id),
    [regular, once, never],
  )
})

test('a specialist is not told what their clients pay', async () => {
  const specialist = await desk.asSpecialist(anna)
  const { data } = await specialist.clients.list({ visits_from: 1 })
  assert.equal(
    data.map(({ id }) => id),
    [regular],
  )
  for (const query of [{ figures: true }, { spent_from: 1 }, { sort: '-spent' as const }])
    try {
      await specialist.clients.list(query)
      assert.unreachable(JSON.stringify(query))
    } catch (error) {
      assert.is((error as { code?: string }).code, 'forbidden')
    }
})

test.run()
