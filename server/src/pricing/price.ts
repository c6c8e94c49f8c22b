/** The order of discounts, in one place: personal (the best that fits), then promo, then manual. No I/O, no clock. */

import type { FieldFault } from '../fault.ts'
import type { PromoDiscount } from '../promos/promo.ts'

export interface PersonalDiscount {
  serviceId: number | null
  percent: number
  validFrom: string | null
  validTo: string | null
  reason: string
}

/** By staff: exactly one of `percent` and `amount` is given. */
export interface ManualDiscount {
  percent?: number | undefined
  amount?: number | undefined
  reason: string
}

/** Both would be one of them in silence, neither a line of nothing; PostgreSQL would round what has more decimals than it keeps. */
export function manualFaults(
  { percent, amount }: Pick<ManualDiscount, 'percent' | 'amount'>,
  prefix: string,
): FieldFault[] {
  const fault = (field: string, code: string) => ({ pointer: `${prefix}/${field}`, code })
  if ((percent === undefined) === (amount === undefined)) {
    const code = percent === undefined ? 'required' : 'not_allowed'
    return [fault('percent', code), fault('amount', code)]
  }
  const hundredths = (percent ?? 0) * 100
  return Math.abs(hundredths - Math.round(hundredths)) > 1e-6 ? [fault('percent', 'invalid')] : []
}

export interface Discounts {
  personal: readonly PersonalDiscount[]
  promo?: PromoDiscount | null | undefined
  manual?: ManualDiscount | null | undefined
}

export interface AppliedDiscount {
  kind: 'client' | 'promo' | 'manual'
  percent: number | null
  amount: number
  reason: string
  promoCodeId?: number | undefined
}

export interface Price {
  price: number
  discount: number
  total: number
  discounts: AppliedDiscount[]
}

/** What a visit of this service on this local date costs. Each discount is of what the ones before it left, and takes no more than that. */
export function priceOf(
  base: number,
  about: { serviceId: number; date: string },
  { personal, promo, manual }: Discounts,
): Price {
  const best = bestDiscount(personal, about)
  const discounts: AppliedDiscount[] = []
  let total = base
  const apply = (discount: AppliedDiscount) => {
    discounts.push(discount)
    total -= discount.amount
  }
  if (best) apply({ kind: 'client', ...taken(total, best), reason: best.reason })
  if (promo) {
    const { promoId: promoCodeId, code } = promo
    apply({ kind: 'promo', ...taken(total, promo), reason: code, promoCodeId })
  }
  if (manual) apply({ kind: 'manual', ...taken(total, manual), reason: manual.reason })
  return { price: base, discount: base - total, total, discounts }
}

function taken(
  rest: number,
  { percent, amount }: { percent?: number | null | undefined; amount?: number | null | undefined },
): { percent: number | null; amount: number } {
  const off = percent == null ? (amount ?? 0) : percentOf(rest, percent)
  return { percent: percent ?? null, amount: Math.min(off, rest) }
}

/** Discounts do not add up: of several that fit, the client gets the best. */
export function bestDiscount(
  personal: readonly PersonalDiscount[],
  { serviceId, date }: { serviceId: number; date: string },
): PersonalDiscount | null {
  let best: PersonalDiscount | null = null
  for (const discount of personal) {
    if (discount.serviceId !== null && discount.serviceId !== serviceId) continue
    if (discount.validFrom !== null && date < discount.validFrom) continue
    if (discount.validTo !== null && date > discount.validTo) continue
    if (best === null || discount.percent > best.percent) best = discount
  }
  return best
}

const HUNDREDTHS = 10_000n

/** Half up, to the minor unit. The percent has two decimals at most, so hundredths of a percent are whole. */
export function percentOf(amount: number, percent: number): number {
  const hundredths = BigInt(Math.round(percent * 100))
  return Number((BigInt(amount) * hundredths * 2n + HUNDREDTHS) / (HUNDREDTHS * 2n))
}
