import type { Policy } from './configuration.ts'
import type { Rules } from './judge.ts'

export type ResolvedPolicy = { [Key in keyof Policy]-?: NonNullable<Policy[Key]> }

/** Of the organization, the location and the service, the last that says something holds; moving a visit is as free as cancelling it unless somebody says otherwise. */
export function resolvePolicy(...levels: readonly Policy[]): ResolvedPolicy {
  function last<Key extends keyof Policy>(key: Key): Policy[Key] {
    return levels.reduce<Policy[Key]>((found, level) => level[key] ?? found, undefined)
  }
  const cancelBefore = last('cancel_before_min') ?? 0
  return {
    lead_time_min: last('lead_time_min') ?? 0,
    horizon_days: last('horizon_days') ?? 60,
    cancel_before_min: cancelBefore,
    reschedule_before_min: last('reschedule_before_min') ?? cancelBefore,
    approval: last('approval') ?? false,
    pending_expires_min: last('pending_expires_min') ?? 30,
    prepayment: last('prepayment') ?? { kind: 'none' },
    late_cancel: last('late_cancel') ?? 'refuse',
    late_cancel_fee_percent: last('late_cancel_fee_percent') ?? 0,
    no_show_fee_percent: last('no_show_fee_percent') ?? 100,
    refund_to: last('refund_to') ?? 'source',
  }
}

/** What `find` needs of it. */
export function rulesOf(policy: ResolvedPolicy): Rules {
  return { leadTimeMin: policy.lead_time_min, horizonDays: policy.horizon_days }
}
