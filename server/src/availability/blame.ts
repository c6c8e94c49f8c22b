import type { Configuration, Interval } from './configuration.ts'
import { dateOf } from './dates.ts'
import { locationHours, specialistHours } from './hours.ts'
import { covers } from './intervals.ts'
import type { Bench, Seat } from './judge.ts'
import { placesOf } from './offering.ts'

/** Names for what `judge` calls outside the hours; it decides nothing. */
export interface Blame {
  /** Null when the location is open all the while. */
  closed(start: number, end: number): 'closed' | 'holiday' | null
  outside(
    seat: Seat,
    start: number,
  ): 'closed' | 'holiday' | 'specialist_off' | 'specialist_not_at_location'
}

export function blame(
  { walls }: Bench,
  { configuration, locationId }: { configuration: Configuration; locationId: number },
): Blame {
  const lastDay = walls.firstDay + walls.days.length - 1
  const dates = [dateOf(walls.firstDay), dateOf(lastDay)] as const
  // Another location may be in another zone, where the date may differ by one.
  const widely = [dateOf(walls.firstDay - 1), dateOf(lastDay + 1)] as const
  const open = locationHours(configuration, locationId, ...dates)
  const usual = locationHours(configuration, locationId, ...dates, { holidays: false })
  const present = remember((id) =>
    specialistHours(configuration, id, locationId, ...dates, { absences: false }),
  )
  const elsewhere = remember((id) =>
    [...placesOfId(id)]
      .filter((place) => place !== locationId)
      .flatMap((place) => specialistHours(configuration, id, place, ...widely)),
  )

  function placesOfId(id: number): ReadonlySet<number> {
    const specialist = configuration.specialists.get(id)
    return specialist === undefined ? new Set() : placesOf(specialist)
  }

  function closed(start: number, end: number): 'closed' | 'holiday' | null {
    if (covers(open, start, end)) return null
    return covers(usual, start, end) ? 'holiday' : 'closed'
  }

  return {
    closed,
    outside({ specialist: { id }, durationMin }, start) {
      const end = start + durationMin
      const shut = closed(start, end)
      if (shut !== null) return shut
      if (covers(present(id), start, end)) return 'specialist_off'
      if (!placesOfId(id).has(locationId)) return 'specialist_not_at_location'
      const there = elsewhere(id).some((each) => each.from < end && each.to > start)
      return there ? 'specialist_not_at_location' : 'specialist_off'
    },
  }
}

function remember(compute: (id: number) => Interval[]): (id: number) => Interval[] {
  const known = new Map<number, Interval[]>()
  return (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const made = compute(id)
    known.set(id, made)
    return made
  }
}
