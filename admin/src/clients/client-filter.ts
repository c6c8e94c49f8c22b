import type { ListClientQuery } from '@zapis/sdk'

/** By what clients may be chosen, each a line of the builder; the members are the API's. */
export const conditions = {
  visits: ['visits_from', 'visits_to'],
  spent: ['spent_from', 'spent_to'],
  lastVisit: ['last_visit_from', 'last_visit_to'],
  service: ['service_id'],
  branch: ['location_id'],
  birthMonth: ['birth_month'],
  tag: ['tag'],
  marketing: ['marketing'],
  blocked: ['blocked'],
} as const satisfies Record<string, readonly (keyof ListClientQuery)[]>

export type ConditionName = keyof typeof conditions

export type ClientFilter = Pick<
  ListClientQuery,
  'search' | (typeof conditions)[ConditionName][number]
>

const numbers = [
  'visits_from',
  'visits_to',
  'spent_from',
  'spent_to',
  'service_id',
  'location_id',
  'birth_month',
] as const
const dates = ['last_visit_from', 'last_visit_to'] as const
const flags = ['marketing', 'blocked'] as const
const words = ['search', 'tag'] as const

/** The filter that an address bears; what makes no sense there says nothing. */
export function readFilter(query: URLSearchParams): ClientFilter {
  const filter: ClientFilter = {}
  for (const name of numbers) {
    const value = query.get(name)
    // No sum is nought, and no month; no visits are a number of them.
    const isSaid = value && /^\d{1,15}$/.test(value) && (value !== '0' || name.startsWith('visits'))
    if (isSaid) filter[name] = Number(value)
  }
  for (const name of dates) {
    const value = query.get(name)
    if (value && /^\d{4}-\d\d-\d\d$/.test(value)) filter[name] = value
  }
  for (const name of flags) {
    const value = query.get(name)
    if (value === 'true' || value === 'false') filter[name] = value === 'true'
  }
  for (const name of words) {
    const value = query.get(name)
    if (value) filter[name] = value
  }
  return filter
}

/** The same for an address, `visits_from=3&tag=vip`. */
export function writeFilter(filter: ClientFilter): string {
  const query = new URLSearchParams()
  for (const name of [...words, ...numbers, ...dates, ...flags]) {
    const value = filter[name]
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  return query.toString()
}

/** The conditions that a filter has. */
export function chosenOf(filter: ClientFilter): ConditionName[] {
  return conditionNames.filter((name) =>
    conditions[name].some((member) => filter[member] !== undefined),
  )
}

export const conditionNames: readonly ConditionName[] = [
  'visits',
  'spent',
  'lastVisit',
  'service',
  'branch',
  'birthMonth',
  'tag',
  'marketing',
  'blocked',
]

/** The conditions that a role may ask for: what clients pay is not told to everybody. */
export const conditionsFor = (seesMoney: boolean): readonly ConditionName[] =>
  seesMoney ? conditionNames : conditionNames.filter((name) => name !== 'spent')

export function without(filter: ClientFilter, name: ConditionName): ClientFilter {
  const gone: readonly string[] = conditions[name]
  return Object.fromEntries(Object.entries(filter).filter(([member]) => !gone.includes(member)))
}
