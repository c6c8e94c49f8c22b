import type { Interval, WeekInterval } from '../availability/configuration.ts'
import type { FieldFault } from '../fault.ts'

/** 'HH:MM', '24:00' too, as minutes of the day. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

export function timeOf(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** Intervals that end before they begin, and validities that do; `closing` is the member that ends an interval. */
export function orderFaults(week: readonly WeekInterval[], closing: string): FieldFault[] {
  return week.flatMap(({ from, to, validFrom, validTo }, index) => [
    ...(from < to ? [] : [{ pointer: `/week/${index}/${closing}`, code: 'invalid' }]),
    ...(validFrom === null || validTo === null || validFrom <= validTo
      ? []
      : [{ pointer: `/week/${index}/valid_to`, code: 'invalid' }]),
  ])
}

/** Which intervals of one weekday meet an earlier one of the list on some date. */
export function weekOverlaps(week: readonly WeekInterval[]): FieldFault[] {
  return overlapping(week, (a, b) => a.day === b.day && validTogether(a, b)).map(at('/week'))
}

export function at(list: string): (index: number) => FieldFault {
  return (index) => ({ pointer: `${list}/${index}`, code: 'invalid' })
}

/** Places of those that meet an earlier one. */
export function overlapping<T extends Interval>(
  list: readonly T[],
  sameDay: (a: T, b: T) => boolean,
): number[] {
  return list.flatMap((each, index) =>
    list.some((other, before) => before < index && meets(other, each, sameDay)) ? [index] : [],
  )
}

function meets<T extends Interval>(a: T, b: T, sameDay: (a: T, b: T) => boolean): boolean {
  return a.from < b.to && b.from < a.to && sameDay(a, b)
}

function validTogether(a: WeekInterval, b: WeekInterval): boolean {
  return startsBy(a.validFrom, b.validTo) && startsBy(b.validFrom, a.validTo)
}

function startsBy(from: string | null, to: string | null): boolean {
  return from === null || to === null || from <= to
}
