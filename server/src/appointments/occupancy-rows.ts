import { statement, type Tx } from '../db/transaction.ts'

/** Nothing lasts over 48 hours, rounded outwards to minutes: hence 2881. */
const taken = statement(
  'occupancy_taken',
  `select not exists (select from appointments a where a.organization_id = $1 and a.hold_id = $2)
     and exists (select from occupancies q
       where q.organization_id = $1 and q.resource in ($3::integer, - $4::integer) and not q.overbooked
         and q.starts_min >= $5::integer - 2881 and q.starts_min < $6::integer and q.ends_min > $5::integer) as taken`,
)

interface Wanted {
  specialistId: number
  workplaceId: number | null
  busy: { from: number; to: number }
}

/** Whether another visit, or a break, has some of the time; asked without a lock, so that only a yes is to be relied on. */
export async function isTaken(
  tx: Tx,
  holdId: string,
  { specialistId, workplaceId, busy }: Wanted,
): Promise<boolean> {
  const row = await tx.one<{ taken: boolean }>(taken, [
    tx.organizationId,
    holdId,
    specialistId,
    workplaceId,
    busy.from,
    busy.to,
  ])
  return row.taken
}
