import type { NotificationRule } from '@zapis/sdk'

/** Told of no visit, and so of no service. */
const ofNoVisit = new Set<NotificationRule['template']>([
  'package_low',
  'package_expiring',
  'balance',
])

type Rules = readonly NotificationRule[]

/** What holds for a service: its own rule, else the one for all. null = what holds for all. */
export function rulesOf(all: Rules, serviceId: number | null): NotificationRule[] {
  const general = all.filter(({ service_id }) => service_id === null)
  if (serviceId === null) return general
  const own = ownOf(all, serviceId)
  return general
    .filter(({ template }) => !ofNoVisit.has(template))
    .map((rule) => own.find(({ template }) => template === rule.template) ?? rule)
}

export function ownOf(all: Rules, serviceId: number): NotificationRule[] {
  return all.filter(({ service_id }) => service_id === serviceId)
}

/** With a rule changed as it is shown for a service: the first change of an inherited one makes it the service’s own. */
export function withRule(
  all: Rules,
  rule: NotificationRule,
  serviceId: number | null,
  changes: Partial<NotificationRule>,
): NotificationRule[] {
  const changed = { ...rule, ...changes, service_id: serviceId, is_default: false }
  if (rule.service_id !== serviceId) return [...all, changed]
  return all.map((each) => (each === rule ? changed : each))
}

/** With nothing of the service’s own. */
export function withoutOwn(all: Rules, serviceId: number): NotificationRule[] {
  return all.filter(({ service_id }) => service_id !== serviceId)
}
