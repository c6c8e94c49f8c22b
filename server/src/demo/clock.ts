import type { Interval } from '../availability/configuration.ts'

/** 'HH:MM' as minutes of the day. */
export function minuteOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** '09:00-13:00' */
export function ends(hours: string): [from: string, to: string] {
  const [from = '', to = ''] = hours.split('-')
  return [from, to]
}

export function interval(hours: string): Interval {
  const [from, to] = ends(hours)
  return { from: minuteOfDay(from), to: minuteOfDay(to) }
}

export function instantOf(epochMin: number): string {
  return new Date(epochMin * 60_000).toISOString()
}
