/** What every report answers with, as far as it is shown: each has figures of its own. */
export interface Report {
  currency: string
  columns: readonly Figure[]
  rows: readonly Row[]
  totals: object
}

export interface Figure {
  name: string
  label: string
  unit: 'money' | 'count' | 'minutes' | 'percent'
}

export interface Row {
  key: string
  label: string
  values: object
}

/** A figure by its name; null when there is none. */
export function figureOf(values: object, name: string): number | null {
  const value: unknown = Reflect.get(values, name)
  return typeof value === 'number' ? value : null
}

/** How much more than before: 0.5 is a half more; null when there was nothing. */
export function changeOf(now: number | null, before: number | null): number | null {
  return now === null || !before ? null : (now - before) / Math.abs(before)
}

/** `2-09` is Tuesday at nine: seven days of the hours that have anything. */
export function heatOf(
  rows: readonly Row[],
  name: string,
): { hours: number[]; days: (number | null)[][] } {
  const all = new Map(rows.map(({ key, values }) => [key, figureOf(values, name)]))
  const at = (day: number, hour: number) =>
    all.get(`${day}-${String(hour).padStart(2, '0')}`) ?? null
  const weekdays = [1, 2, 3, 4, 5, 6, 7]
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    weekdays.some((day) => (at(day, hour) ?? 0) > 0),
  )
  const [first = 9, last = 18] = [used[0], used.at(-1)]
  const hours = Array.from({ length: last - first + 1 }, (_, step) => first + step)
  return { hours, days: weekdays.map((day) => hours.map((hour) => at(day, hour))) }
}

/** 0 to 10: how dark a cell is. */
export function shadeOf(value: number | null, most: number): number {
  if (value === null || value <= 0 || most <= 0) return 0
  return Math.max(1, Math.min(10, Math.round((value / most) * 10)))
}
