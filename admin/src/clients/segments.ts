import { addDays, dateIn } from '../../../widget/src/texts/calendar.ts'
import type { ClientFilter } from './client-filter.ts'
import type { ClientKey } from './texts/texts.ts'

/** After so many days without a visit somebody is asked how they are. */
const LONG_AGO = 90

/** Whom a clinic looks for most often. */
export function segmentsOf(timeZone: string): { key: ClientKey; filter: ClientFilter }[] {
  const today = dateIn(Date.now(), timeZone)
  return [
    { key: 'regulars', filter: { visits_from: 5 } },
    { key: 'longAgo', filter: { visits_from: 1, last_visit_to: addDays(today, -LONG_AGO) } },
    { key: 'birthdayNow', filter: { birth_month: Number(today.slice(5, 7)) } },
  ]
}
