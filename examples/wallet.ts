/**
 * A clinic adds a service, a client signs in by a code, puts money on the balance, books and pays from it:
 * `npm run example wallet`, against a running server with the demo clinic (`npm start`).
 */
import { createClient } from '@zapis/sdk'

const baseUrl = process.env['ZAPIS_URL'] ?? 'http://localhost:3000'
const admin = createClient({ apiKey: process.env['ZAPIS_SECRET_KEY'] ?? 'sk_demo', baseUrl })
const site = createClient({ apiKey: process.env['ZAPIS_KEY'] ?? 'pk_demo', baseUrl })

const DAY_MS = 24 * 3600_000
const date = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const roubles = ({ amount }: { amount: number }) => `${amount / 100} ₽`

// The administrator: a service, who gives it, and when.
const { data: locations } = await admin.locations.list()
const location = locations[0]
if (!location) throw new Error('The clinic has no branch yet.')
const specialist = await admin.specialists.create({ first_name: 'Марина', last_name: 'Лебедева' })
const service = await admin.services.create({
  name: 'Массаж 60 мин',
  category: 'Массаж',
  duration_min: 60,
  price: 250_000,
  specialists: [{ specialist_id: specialist.id }],
})
await admin.specialistSchedule.put(specialist.id, {
  week: [1, 2, 3, 4, 5, 6, 7].map((day_of_week) => ({
    location_id: location.id,
    day_of_week,
    starts: '10:00',
    ends: '14:00',
  })),
})
console.log(
  `${service.name}, ${roubles(service.price)}: ${specialist.first_name}, ${location.name}`,
)

// The client: signs in by a code. Only the demo clinic tells it in the answer; others send it.
const phone = `+7916${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`
const { demo_code: code = '' } = await site.auth.code({ phone })
const { access_token: accessToken } = await site.auth.token({ phone, code })
const client = createClient({ accessToken, baseUrl })
const { id } = await client.me.update({ first_name: 'Ольга' })

// The desk takes the money in.
const deposit = await admin.clients.addTransaction(id, {
  type: 'deposit',
  amount: 500_000,
  reason: 'Пополнение на кассе',
})
console.log(
  `Deposited ${roubles(deposit.amount)}, the balance is ${roubles(deposit.balance_after)}`,
)

const { days } = await site.availability.search({
  location_id: location.id,
  service_id: service.id,
  from: date(1),
  to: date(14),
})
const slot = days.flatMap((day) => day.slots)[0]
if (!slot) throw new Error('No free time in two weeks.')
const { hold } = await client.appointments.book({
  location_id: location.id,
  service_id: service.id,
  starts_at: slot.starts_at,
})
const quote = await client.appointments.quote({ hold })
console.log(`To pay: ${roubles(quote.total)}, by ${quote.methods.join(', ')}`)
const visit = await client.appointments.confirm({ hold, payment: { method: 'wallet' } })
console.log(
  `Visit ${visit.id} at ${visit.starts_at} is ${visit.status}, paid ${roubles(visit.paid)}`,
)

// The line of wallet_transactions.
const { data: lines } = await client.me.transactions({ limit: 1 })
console.log('wallet_transactions:', lines[0])
const { balance } = await client.me.wallet()
console.log(`The balance is ${roubles(balance)}`)
