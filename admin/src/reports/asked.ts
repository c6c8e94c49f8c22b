import { dateIn } from '../../../widget/src/texts/calendar.ts'
import type { Panel } from '../panel/panel.ts'
import {
  comparedWith,
  comparisons,
  periodOf,
  presets,
  type Comparison,
  type Period,
  type Preset,
} from './period.ts'
import { plans, type Asked, type Plan } from './plans.ts'

/** What the address asks for. */
export interface Wish {
  plan: Plan
  group: string
  /** undefined: dates of one’s own. */
  preset: Preset | undefined
  period: Period
  comparison: Comparison | undefined
  asked: Asked
}

const USUAL: Preset = 'days30'

export function readWish({ route, organization }: Panel): Wish {
  const { query, rest } = route
  const [fallback] = plans
  const plan = plans.find(({ id }) => id === rest[0]) ?? fallback
  if (!plan) throw new Error('no reports')
  const today = dateIn(Date.now(), organization.time_zone)
  const from = dateOf(query.get('from'))
  const to = dateOf(query.get('to'))
  const isOwn = from !== undefined && to !== undefined && from <= to
  const named = presets.find((each) => each === query.get('period'))
  const preset = isOwn ? undefined : (named ?? (plan.as === 'cohorts' ? 'year' : USUAL))
  const period = isOwn ? { from, to } : periodOf(preset ?? USUAL, today)
  const group = plan.groups.find((each) => each === query.get('group')) ?? plan.groups[0] ?? ''
  return {
    plan,
    group,
    preset,
    period,
    comparison: comparisons.find((each) => each === query.get('compare')),
    asked: { ...period, ...(plan.isNarrowed ? narrowed(query) : {}) },
  }
}

function narrowed(query: URLSearchParams): Pick<Asked, 'location_id' | 'specialist_id'> {
  const branch = Number(query.get('branch'))
  const specialist = Number(query.get('specialist'))
  return {
    ...(branch > 0 ? { location_id: branch } : {}),
    ...(specialist > 0 ? { specialist_id: specialist } : {}),
  }
}

/** The same, of the period that it is compared with. */
export function beforeOf({ asked, period, comparison }: Wish): Asked | undefined {
  return comparison && { ...asked, ...comparedWith(period, comparison) }
}

function dateOf(value: string | null): string | undefined {
  return value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined
}
