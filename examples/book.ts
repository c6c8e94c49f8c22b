/** Finds a time, holds it and confirms it, against a running server (`npm start`): `npm run example book`. */
import { createClient } from '@zapis/sdk'

const baseUrl = process.env['ZAPIS_URL'] ?? 'http://localhost:3000'
const booking = createClient({
  apiKey: process.env['ZAPIS_KEY'] ?? 'pk_demo',
  baseUrl,
  locale: 'en',
})

const DAY_MS = 24 * 3600_000
const date = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

const { data: locations } = await booking.locations.list()
const location = locations[0]
if (!location) throw new Error('The clinic has no branch yet.')
const { data: services } = await booking.services.list({ location_id: location.id })
const service = services.find((each) => each.online_bookable)
if (!service) throw new Error('Nothing can be booked there yet.')

const { days } = await booking.availability.search({
  location_id: location.id,
  service_id: service.id,
  from: date(1),
  to: date(14),
})
const slot = days.flatMap((day) => day.slots)[0]
if (!slot) throw new Error('No free time in two weeks.')
console.log(`${service.name}, ${location.name}: ${slot.starts_at}`)

const hold = await booking.appointments.book({
  location_id: location.id,
  service_id: service.id,
  starts_at: slot.starts_at,
})
console.log(`Held until ${hold.expires_at} with specialist ${hold.specialist_id}`)

const appointment = await booking.appointments.confirm({
  hold: hold.hold,
  client: { first_name: 'Anna', phone: '+79160000001' },
  payment: { method: 'on_site' },
})
const { amount, currency } = appointment.total
console.log(`Booked: ${appointment.starts_at}, ${amount / 100} ${currency}`)
console.log(`Manage link: ${baseUrl}/manage/${appointment.code}`)
