import { priceOf, type PersonalDiscount } from '../pricing/price.ts'
import type { DaySlots, Slot } from './find.ts'
import type { Zone } from './zone.ts'

/** What a price becomes for the caller. */
export type PriceOf = (specialistId: number, price: number, date: string) => number

export const fullPrice: PriceOf = (_specialistId, price) => price

/** After the client's own discounts. */
export function priceFor(serviceId: number, personal: readonly PersonalDiscount[]): PriceOf {
  return personal.length === 0
    ? fullPrice
    : (_specialistId, price, date) => priceOf(price, { serviceId, date }, { personal }).total
}

/** One day as JSON text. Written by hand: these few shapes are most of what the server ever says. */
export function dayJson(
  day: DaySlots,
  zone: Zone,
  currency: string,
  price: PriceOf,
  refused = '',
): string {
  const slots = day.slots.map((slot) => slotJson(slot, day.date, zone, currency, price)).join(',')
  return `{"date":"${day.date}","slots":[${slots}]${refused}}`
}

export function slotJson(
  slot: Slot,
  date: string,
  zone: Zone,
  currency: string,
  priceOf: PriceOf,
): string {
  let ids = ''
  let price = Infinity
  let seats = 0
  for (const candidate of slot.candidates) {
    ids += ids === '' ? String(candidate.specialistId) : `,${candidate.specialistId}`
    price = Math.min(price, priceOf(candidate.specialistId, candidate.price, date))
    if (candidate.seats !== undefined) seats = Math.max(seats, candidate.seats.left)
  }
  const ends = zone.isoWithOffset(slot.candidates[0]?.endMin ?? slot.startMin)
  const left = seats === 0 ? '' : `,"seats_left":${seats}`
  return `{"starts_at":"${zone.isoWithOffset(slot.startMin)}","ends_at":"${ends}","specialist_ids":[${ids}]${left},"price":{"amount":${price},"currency":"${currency}"}}`
}
