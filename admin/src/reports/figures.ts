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

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

interface Heat {
  hours: number[]
  /** Seven days of these hours, of each room; of all together there is one, of the room null. */
  rooms: { room: number | null; days: (number | null)[][] }[]
}

/** `2-09` is Tuesday at nine, `12-2-09` the same in room 12: the hours from the first to the last that have anything. */
export function heatOf(rows: readonly Row[], name: string): Heat {
  const all = new Map(rows.map(({ key, values }) => [key, figureOf(values, name)]))
  const used = [...all].flatMap(([key, value]) => ((value ?? 0) > 0 ? [Number(key.slice(-2))] : []))
  const first = used.length > 0 ? Math.min(...used) : 9
  const last = used.length > 0 ? Math.max(...used) : 18
  const hours = Array.from({ length: last - first + 1 }, (_, step) => first + step)
  const places = new Set([...all.keys()].map((key) => key.slice(0, -4)))
  const rooms = [...places].map((place) => ({
    room: place === '' ? null : Number(place.slice(0, -1)),
    days: WEEKDAYS.map((day) =>
      hours.map((hour) => all.get(`${place}${day}-${String(hour).padStart(2, '0')}`) ?? null),
    ),
  }))
  return { hours, rooms: rooms.sort((a, b) => (a.room ?? 0) - (b.room ?? 0)) }
}

/** 0 to 10: how dark a cell is. */
export function shadeOf(value: number | null, most: number): number {
  if (value === null || value <= 0 || most <= 0) return 0
  return Math.max(1, Math.min(10, Math.round((value / most) * 10)))
}
