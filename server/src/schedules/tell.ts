import type { Tx } from '../db/transaction.ts'
import { append } from '../outbox/append.ts'

/** What was changed, and whose hours it touches; neither of them = those of all branches. */
interface Changed {
  kind: 'specialist' | 'location' | 'holiday' | 'break'
  id: number
  specialistId?: number
  locationId?: number | null
}

/** Whoever shows these hours looks again. */
export async function tellOfHours(tx: Tx, changed: Changed): Promise<void> {
  const { kind, id, specialistId = null, locationId = null } = changed
  const object = { specialist_id: specialistId, location_id: locationId }
  await append(tx, 'schedule.changed', { kind, id }, object)
}
