import { dateIn } from '../../../widget/src/texts/calendar.ts'

const HOUR = 3_600_000

/** The instant that a date begins with in a zone: the first whole quarter of an hour that is of it. */
export function startOf(date: string, zone: string): string {
  // No zone is further than fifteen hours from Greenwich; they differ by quarters.
  const from = Date.parse(`${date}T00:00:00Z`) - 15 * HOUR
  for (let instant = from; instant <= from + 30 * HOUR; instant += HOUR / 4)
    if (dateIn(instant, zone) === date) return new Date(instant).toISOString()
  return new Date(from).toISOString()
}
