import { listOperations, type OperationId } from '@zapis/sdk/contract'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, visitAt } from './clinic.ts'
import { violations } from './invariants.ts'
import { clientOf } from './people.ts'
import { startServer } from './server.ts'

/** What is no amount of money is refused wherever money is named, and nothing moves. */

const server = await startServer()
const owner = new pg.Client({ connectionString: server.databaseUrl })
await owner.connect()
const clinic = await makeClinic(server)
const { admin } = clinic
const person = await clientOf(server, clinic)
test.after(async () => {
  await owner.end()
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

await admin.clients.addTransaction(person.id, { type: 'deposit', amount: 900_000 })
const byDesk = (time: string) =>
  admin.appointments.create({ ...visitAt(clinic, time), client: { id: person.id } })
const [visit, paid] = [await byDesk('09:00'), await byDesk('10:00')]
await admin.appointments.pay(paid.id, { method: 'on_site', amount: 100_000 })
const line = await admin.clients.addTransaction(person.id, {
  ...{ type: 'payment', amount: 50_000, appointment_id: paid.id },
})
const [payment] = await admin.payments.list({ appointment_id: paid.id }).toArray()
const { id: packageId } = await admin.servicePackages.create({
  ...{ name: 'Пять', service_id: clinic.serviceId, visits: 5, price: 100_000 },
})
const { id: promoId } = await admin.promoCodes.create({ code: 'SUM', discount_amount: 5 })
const { hold: ours } = await admin.appointments.book(visitAt(clinic, '16:00'))

/** Stands for the amount. */
const AMOUNT = 424_242_424_242
const guest = { id: person.id }
const prepayment = { policies: { prepayment: { kind: 'fixed', amount: AMOUNT } } }
const manual = { amount: AMOUNT, reason: 'Извинение' }
const newService = { name: 'Новая', duration_min: 30 }
const place = { name: 'Новый', time_zone: 'Europe/Moscow' }

type Case = [method: 'POST' | 'PATCH', path: string, body: object, as?: 'client']
/** Each place of the API that names a sum; those that may be 0 are prices. */
const cases: Partial<Record<OperationId, Case[]>> = {
  'organization.update': [['PATCH', '/organization', prepayment]],
  'locations.create': [['POST', '/locations', { ...place, ...prepayment }]],
  'locations.update': [['PATCH', `/locations/${clinic.locationId}`, prepayment]],
  'services.create': [
    ['POST', '/services', { ...newService, price: AMOUNT }],
    ['POST', '/services', { ...newService, price: 1, ...prepayment }],
    [
      ...(['POST', '/services'] as const),
      {
        ...{ ...newService, price: 1 },
        specialists: [{ specialist_id: clinic.specialistIds[0], price: AMOUNT }],
      },
    ],
  ],
  'services.update': [
    ['PATCH', `/services/${clinic.serviceId}`, { price: AMOUNT }],
    ['PATCH', `/services/${clinic.serviceId}`, prepayment],
    [
      ...(['PATCH', `/services/${clinic.serviceId}`] as const),
      { specialists: [{ specialist_id: clinic.specialistIds[0], price: AMOUNT }] },
    ],
  ],
  'servicePackages.create': [
    [
      ...(['POST', '/service-packages'] as const),
      { name: 'Пять', service_id: clinic.serviceId, visits: 5, price: AMOUNT },
    ],
  ],
  'servicePackages.update': [['PATCH', `/service-packages/${packageId}`, { price: AMOUNT }]],
  'promoCodes.create': [['POST', '/promo-codes', { code: 'NEW', discount_amount: AMOUNT }]],
  'promoCodes.update': [['PATCH', `/promo-codes/${promoId}`, { discount_amount: AMOUNT }]],
  'broadcasts.count': [['POST', '/broadcasts/count', { segment: { spent_from: AMOUNT } }]],
  'broadcasts.create': [
    [
      ...(['POST', '/broadcasts'] as const),
      { title: 'Новость', body: 'Мы переехали', segment: { spent_to: AMOUNT } },
    ],
  ],
  'appointments.confirm': [
    ['POST', '/appointments/confirm', { hold: ours, client: guest, discount: manual }],
    ['POST', '/appointments/confirm', { hold: ours, client: guest, total: AMOUNT }],
  ],
  'appointments.create': [
    [
      ...(['POST', '/appointments'] as const),
      { ...visitAt(clinic, '12:00'), client: guest, discount: manual },
    ],
  ],
  'appointments.quote': [
    ['POST', '/appointments/quote', { hold: ours, client: guest, discount: manual }],
  ],
  'appointments.pay': [
    ['POST', `/appointments/${visit.id}/pay`, { method: 'on_site', amount: AMOUNT }],
    ['POST', `/appointments/${visit.id}/pay`, { method: 'wallet', amount: AMOUNT }],
    ['POST', `/appointments/${visit.id}/pay`, { method: 'wallet', amount: AMOUNT }, 'client'],
  ],
  'appointments.refund': [
    ['POST', `/appointments/${paid.id}/refund`, { amount: AMOUNT, reason: 'Жалоба' }],
    ['POST', `/appointments/${paid.id}/refund`, { amount: AMOUNT, to: 'wallet', reason: 'Жалоба' }],
  ],
  'appointments.discount': [['POST', `/appointments/${visit.id}/discount`, manual]],
  'clients.addTransaction': [
    ...(['deposit', 'withdraw'] as const).map((type): Case => [
      ...(['POST', `/clients/${person.id}/transactions`] as const),
      { type, amount: AMOUNT },
    ]),
    [
      ...(['POST', `/clients/${person.id}/transactions`] as const),
      { type: 'payment', amount: AMOUNT, appointment_id: visit.id },
    ],
    [
      ...(['POST', `/clients/${person.id}/transactions`] as const),
      { type: 'refund', amount: AMOUNT, refunds: line.id },
    ],
    // The only one that may be below 0.
    [
      ...(['POST', `/clients/${person.id}/transactions`] as const),
      { type: 'correction', amount: AMOUNT, reason: 'Ошибка' },
    ],
  ],
  'payments.create': [
    [
      ...(['POST', '/payments'] as const),
      { purpose: 'deposit', amount: AMOUNT, client_id: person.id },
    ],
    ['POST', '/payments', { purpose: 'deposit', amount: AMOUNT }, 'client'],
  ],
  'payments.refund': [
    ...(['source', 'wallet'] as const).map((to): Case => [
      ...(['POST', `/payments/${payment?.id ?? 0}/refund`] as const),
      { amount: AMOUNT, to, reason: 'Жалоба' },
    ]),
  ],
}

interface Shape {
  type?: string | readonly string[]
  maximum?: number
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: readonly Shape[]
}

/** Whether a schema has a sum somewhere: nothing else may be that large. */
function hasSum({ maximum, properties = {}, items, anyOf = [] }: Shape): boolean {
  if (maximum === 1_000_000_000_000) return true
  return [...Object.values(properties), ...(items ? [items] : []), ...anyOf].some(hasSum)
}

test('every operation of the contract that names a sum is tried here', () => {
  const named = listOperations().flatMap(({ id, operation: { body } }) =>
    body && hasSum(body) ? [id] : [],
  )
  assert.equal(named.sort(), Object.keys(cases).sort())
})

const money = [
  ...['wallet_transactions', 'client_wallets', 'payments', 'payment_refunds', 'receipts'],
  ...['appointments', 'appointment_discounts', 'client_packages', 'package_uses', 'promo_uses'],
  ...['promo_codes', 'services', 'service_specialists', 'service_packages', 'locations'],
  ...['organizations', 'audit_log', 'events', 'idempotency_keys'],
]

/** Of every table that money has to do with. */
async function digest(): Promise<string> {
  const parts: string[] = []
  for (const table of money) {
    const { rows } = await owner.query<{ digest: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${table} t`,
    )
    parts.push(`${table} ${rows[0]?.digest ?? ''}`)
  }
  return parts.join('\n')
}

const never = ['-1', '0.1', '"100"', 'true', '1e21', '9007199254740993', '1000000000001']
never.push('[100]', '{"amount":100,"currency":"RUB"}', '-1e21', '100.5', '""')
const mayBeNothing = (id: string) => /^(services|servicePackages)\./.test(id)

for (const [id, each] of Object.entries(cases))
  each.forEach(([method, path, body, as], nth) =>
    test(`${id} ${nth + 1}: what is no amount is refused, and nothing moves`, async () => {
      const text = JSON.stringify(body)
      const isCorrection = text.includes('"correction"')
      const isPrice =
        text.includes('"total"') || (mayBeNothing(id) && !text.includes('"prepayment"'))
      const values = [
        ...never.filter((value) => !(isCorrection && value === '-1')),
        ...(isPrice ? [] : ['0', '-0']),
        // Of a specialist it says: the service's own. Of a change: none.
        ...(text.includes('specialist_id') || id.startsWith('promoCodes') ? [] : ['null']),
      ]
      const before = await digest()
      const ask = (raw: string) =>
        server.http(method, `/v1${path}`, {
          credential: as === 'client' ? person.token : clinic.secret,
          raw,
        })
      for (const value of values) {
        const { status, json } = await ask(text.replace(String(AMOUNT), value))
        assert.is(status, 400, `${value}: ${JSON.stringify(json)}`)
        assert.is(json['code'], 'invalid_request', value)
      }
      for (const currency of ['"EUR"', '"rub"', '1', 'null']) {
        const raw = text.replace(String(AMOUNT), '1').replace('{', `{"currency":${currency},`)
        const { status, json } = await ask(raw)
        assert.ok(status === 400 || status === 422, `${currency}: ${status}`)
        assert.match(JSON.stringify(json['errors']), /currency/, currency)
      }
      assert.is(await digest(), before)
      const { json } = await ask(text.replace(String(AMOUNT), '1'))
      assert.is.not(json['code'], 'invalid_request', 'of a right sum the rest is right')
    }),
  )

test.run()
