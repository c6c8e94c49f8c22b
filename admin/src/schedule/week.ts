/** Hours of a weekday, minutes from midnight, half-open. `place` is the branch of a specialist’s hours, null in a branch’s own. */
export interface Hours {
  day: number
  from: number
  to: number
  place: number | null
}

/** A week that holds from a date to a date, both inclusive; null = always did, or until changed. */
export interface Period {
  validFrom: string | null
  validTo: string | null
  hours: readonly Hours[]
}

interface WireInterval {
  day_of_week: number
  valid_from?: string | null
  valid_to?: string | null
}

export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
export const MIDNIGHT = 1440

/** Hours without a part of them, wherever it is; the rest in order. */
export function cleared(hours: readonly Hours[], span: Omit<Hours, 'place'>): Hours[] {
  const kept = hours.flatMap((each) => {
    if (each.day !== span.day || each.to <= span.from || span.to <= each.from) return [each]
    return [
      { ...each, to: span.from },
      { ...each, from: span.to },
    ].filter(({ from, to }) => from < to)
  })
  return inOrder(kept)
}

/** Hours with a span more: what was there at that time gives way, what touches it becomes one. */
export function painted(hours: readonly Hours[], span: Hours): Hours[] {
  const all = inOrder([...cleared(hours, span), span])
  return all.reduce<Hours[]>((joined, each) => {
    const last = joined.at(-1)
    const isNext = last?.day === each.day && last.place === each.place && last.to === each.from
    return isNext ? [...joined.slice(0, -1), { ...last, to: each.to }] : [...joined, each]
  }, [])
}

/** A day’s hours on other days, in the place of theirs. */
export function copied(hours: readonly Hours[], day: number, onto: readonly number[]): Hours[] {
  const others = hours.filter((each) => each.day === day || !onto.includes(each.day))
  const own = hours.filter((each) => each.day === day)
  const copies = onto
    .filter((each) => each !== day)
    .flatMap((target) => own.map((each) => ({ ...each, day: target })))
  return inOrder([...others, ...copies])
}

function inOrder(hours: readonly Hours[]): Hours[] {
  return hours.toSorted((a, b) => a.day - b.day || a.from - b.from)
}

/** Everything that holds for the same dates is one week; the one that holds on `today` is to be shown first. */
export function periodsOf<Wire extends WireInterval>(
  week: readonly Wire[],
  read: (wire: Wire) => Omit<Hours, 'day'>,
): Period[] {
  const periods = new Map<string, Period>()
  for (const wire of week) {
    const { valid_from: validFrom = null, valid_to: validTo = null } = wire
    const key = `${validFrom} ${validTo}`
    const before = periods.get(key) ?? { validFrom, validTo, hours: [] }
    const hours = inOrder([...before.hours, { day: wire.day_of_week, ...read(wire) }])
    periods.set(key, { ...before, hours })
  }
  const found = [...periods.values()]
  return found.length > 0
    ? found.toSorted((a, b) => compareDates(a.validFrom, b.validFrom))
    : [{ validFrom: null, validTo: null, hours: [] }]
}

function compareDates(a: string | null, b: string | null): number {
  const [first, second] = [a ?? '', b ?? '']
  return first < second ? -1 : Number(first > second)
}

/** Which week holds on a date: the one that began last. */
export function periodOn(periods: readonly Period[], date: string): number {
  const holds = ({ validFrom, validTo }: Period) =>
    (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo)
  const found = periods.findLastIndex(holds)
  return found === -1 ? 0 : found
}

/** From a date on another week, which begins as a copy: the one before ends the day before it. */
export function split(
  periods: readonly Period[],
  at: number,
  { from, dayBefore }: { from: string; dayBefore: string },
): Period[] {
  return periods.flatMap((period, index) =>
    index === at
      ? [
          { ...period, validTo: dayBefore },
          { ...period, validFrom: from },
        ]
      : [period],
  )
}

export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

export function timeOf(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** The hours that a grid has to show: those of every day, an hour around them; the usual day when there are none. */
export function shownHours(hours: readonly Hours[], isAll: boolean): { from: number; to: number } {
  if (isAll) return { from: 0, to: MIDNIGHT }
  const first = Math.min(480, ...hours.map(({ from }) => from))
  const last = Math.max(1260, ...hours.map(({ to }) => to))
  return { from: Math.floor(first / 60) * 60, to: Math.ceil(last / 60) * 60 }
}

/** How many hours a week has. */
export function lengthOf(hours: readonly Hours[]): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0)
}
