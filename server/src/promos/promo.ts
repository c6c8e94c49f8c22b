/** Whether a promo code fits, and what a promo code may say. No I/O, no clock. */
import type { PromoCodeDraft } from '@zapis/sdk/contract'
import type { FieldFault } from '../fault.ts'

/** A code that fits: exactly one of `percent` and `amount` is not null. */
export interface PromoDiscount {
  promoId: number
  code: string
  percent: number | null
  amount: number | null
}

export interface Promo {
  serviceId: number | null
  /** First and last day of booking. */
  validFrom: string | null
  validTo: string | null
  usesLimit: number | null
  usesPerClient: number | null
  firstVisitOnly: boolean
  uses: number
}

export interface Occasion {
  serviceId: number
  /** The day of booking in the organization's zone. */
  today: string
  /** Of somebody not known yet: none. */
  usesByClient: number
  hasVisits: boolean
}

export function fits(promo: Promo, { serviceId, today, usesByClient, hasVisits }: Occasion) {
  return (
    (promo.serviceId === null || promo.serviceId === serviceId) &&
    (promo.validFrom === null || promo.validFrom <= today) &&
    (promo.validTo === null || promo.validTo >= today) &&
    (promo.usesLimit === null || promo.uses < promo.usesLimit) &&
    (promo.usesPerClient === null || usesByClient < promo.usesPerClient) &&
    !(promo.firstVisitOnly && hasVisits)
  )
}

/** As it is kept: clients type it in any case, and not every database folds Cyrillic. */
export function canonical(code: string): string {
  return code.trim().toUpperCase()
}

type Discount = Pick<PromoCodeDraft, 'discount_percent' | 'discount_amount'>
type Rules = Discount & Pick<PromoCodeDraft, 'valid_from' | 'valid_to'>

const either = ['/discount_percent', '/discount_amount']

/** Empty when exactly one of the two is there. */
export function eitherFaults({ discount_percent, discount_amount }: Discount): FieldFault[] {
  const isPercent = (discount_percent ?? null) !== null
  const isAmount = (discount_amount ?? null) !== null
  if (isPercent !== isAmount) return []
  return either.map((pointer) => ({ pointer, code: isPercent ? 'not_allowed' : 'required' }))
}

/** PostgreSQL would round what has more decimals than it keeps. */
export function ruleFaults({ discount_percent, valid_from, valid_to }: Rules): FieldFault[] {
  const hundredths = (discount_percent ?? 0) * 100
  const isRounded = Math.abs(hundredths - Math.round(hundredths)) > 1e-6
  return [
    ...(isRounded ? [{ pointer: '/discount_percent', code: 'invalid' }] : []),
    ...(valid_from && valid_to && valid_from > valid_to
      ? [{ pointer: '/valid_to', code: 'invalid' }]
      : []),
  ]
}
