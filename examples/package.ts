/**
 * A clinic sells five massages for the price of four, a client buys them and books with the package:
 * `npm run example package`, against a running server with the demo clinic (`npm start`).
 */
import { createClient } from '@zapis/sdk'

const baseUrl = process.env['ZAPIS_URL'] ?? 'http://localhost:3000'
const admin = createClient({ apiKey: process.env['ZAPIS_SECRET_KEY'] ?? 'sk_demo', baseUrl })
const site = createClient({ apiKey: process.env['ZAPIS_KEY'] ?? 'pk_demo', baseUrl })

const DAY_MS = 24 * 3600_000
const date = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

const { data: locations } = await admin.locations.list()
const location = locations[0]
if (!location) throw new Error('The clinic has no branch yet.')
const { data: services } = await site.services.list({ location_id: location.id })
const service = services.find((each) => each.online_bookable && each.price.amount > 0)
if (!service) throw new Error('Nothing can be booked there yet.')

// The administrator puts the package on sale.
const offer = await admin.servicePackages.create({
  name: '5 массажей по цене 4',
  service_id: service.id,
  visits: 5,
  price: service.price.amount * 4,
  valid_days: 180,
})
console.log(`${offer.name}: ${service.name}, ${offer.price.amount / 100} ${offer.price.currency}`)

// The client: signs in by a code. Only the demo clinic tells it in the answer; others send it.
const phone = `+7916${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`
const { demo_code: code = '' } = await site.auth.code({ phone })
const { access_token: accessToken } = await site.auth.token({ phone, code })
const client = createClient({ accessToken, baseUrl })
const { id } = await client.me.update({ first_name: 'Ольга' })
await admin.clients.addTransaction(id, { type: 'deposit', amount: offer.price.amount })

// Bought from the balance.
const bought = await client.me.buyPackage({ package_id: offer.id, payment: { method: 'wallet' } })
console.log(`Bought: ${bought.visits_left} visits until ${bought.expires_at?.slice(0, 10)}`)

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
const visit = await client.appointments.confirm({ hold, payment: { method: 'package' } })
console.log(`Visit ${visit.id} at ${visit.starts_at} is ${visit.status}, paid by ${visit.paid_by}`)

const { data: packages } = await client.me.packages()
const mine = packages.find((each) => each.id === bought.id)
console.log(`Visits left: ${mine?.visits_left} of ${mine?.visits_total}`)
