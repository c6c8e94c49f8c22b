import { addDays } from '../../../widget/src/texts/calendar.ts'
import type { Exception } from './subject.ts'

export interface Wanted {
  kind: 'off' | 'shift'
  from: string
  to: string
  /** null = the whole day. */
  starts: string | null
  ends: string | null
  place: number | null
  reason: string
}

/** Exceptions with a wanted one on each of its dates; what was there of its kind gives way where they meet. */
export function withWanted(exceptions: readonly Exception[], wanted: Wanted): Exception[] {
  const added: Exception[] = []
  for (let date = wanted.from; date <= wanted.to; date = addDays(date, 1))
    added.push({
      date,
      kind: wanted.kind,
      location_id: wanted.kind === 'shift' ? wanted.place : null,
      starts: wanted.starts,
      ends: wanted.ends,
      reason: wanted.reason,
    })
  const kept = exceptions.filter((each) => !added.some((other) => meet(each, other)))
  return inOrder([...kept, ...added])
}

/** Exceptions without those of some dates. */
export function without(
  exceptions: readonly Exception[],
  { from, to }: { from: string; to: string },
): Exception[] {
  return exceptions.filter(({ date }) => date < from || to < date)
}

function meet(a: Exception, b: Exception): boolean {
  if (a.date !== b.date || a.kind !== b.kind) return false
  // Times of a day are compared as they are written, HH:MM.
  const [start, end] = [a.starts ?? '00:00', a.ends ?? '24:00']
  return start < (b.ends ?? '24:00') && (b.starts ?? '00:00') < end
}

function inOrder(exceptions: readonly Exception[]): Exception[] {
  const key = ({ date, starts }: Exception) => `${date} ${starts ?? ''}`
  return exceptions.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
