import type { ResolvedPolicy } from '../availability/policy.ts'
import { percentOf } from '../pricing/price.ts'
import { inTime } from './appointment.ts'

/** What the policy says of a visit’s money. No I/O, no clock. */

/** What must be paid before the visit is certain; never more than it costs. */
export function prepaymentOf(
  { prepayment }: Pick<ResolvedPolicy, 'prepayment'>,
  total: number,
  isNewClient: boolean,
): number {
  if (prepayment.new_clients_only === true && !isNewClient) return 0
  switch (prepayment.kind) {
    case 'none':
      return 0
    case 'fixed':
      return Math.min(total, prepayment.amount ?? 0)
    case 'percent':
      return percentOf(total, prepayment.percent ?? 0)
    case 'full':
      return total
  }
}

export type Ending = 'cancelled' | 'cancelled_late' | 'no_show'

/** What the clinic keeps of the total when the visit does not take place. */
export function keptOf(
  policy: Pick<ResolvedPolicy, 'late_cancel_fee_percent' | 'no_show_fee_percent'>,
  total: number,
  ending: Ending,
): number {
  if (ending === 'cancelled') return 0
  return percentOf(
    total,
    ending === 'no_show' ? policy.no_show_fee_percent : policy.late_cancel_fee_percent,
  )
}

/** What it keeps of one that is called off now. What nobody has approved was never certain: nothing. */
export function keptIfCancelled(
  policy: Parameters<typeof keptOf>[0] & Pick<ResolvedPolicy, 'cancel_before_min'>,
  visit: { total: number; starts_at: Date; awaits_approval: boolean },
  now: Date,
): number {
  if (visit.awaits_approval) return 0
  const isLate = !inTime(visit.starts_at, now, policy.cancel_before_min)
  return keptOf(policy, visit.total, isLate ? 'cancelled_late' : 'cancelled')
}
