import { statement, type Tx } from '../db/transaction.ts'

export const codeLifeSeconds = 600
const ATTEMPTS = 5

export interface RecentCodes {
  in_day: number
  /** Until one more may be sent by the rule of the minute, and by the rule of the day. */
  minute_seconds: number
  day_seconds: number
}

const takeTurn = statement(
  'sign_in_codes_turn',
  `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
)
const recent = statement(
  'sign_in_codes_recent',
  `select count(*)::integer as in_day,
     coalesce(ceil(60 - extract(epoch from now() - max(created_at))), 0)::integer as minute_seconds,
     coalesce(ceil(86400 - extract(epoch from now() - min(created_at))), 0)::integer as day_seconds
   from sign_in_codes
   where organization_id = $1 and destination_hash = $2 and created_at > now() - interval '1 day'`,
)

/** Requests for one destination take turns until the end of the transaction, so the count holds for the insert. */
export async function recentCodes(tx: Tx, destinationHash: string): Promise<RecentCodes> {
  await tx.query(takeTurn, [`${tx.organizationId} ${destinationHash}`])
  return tx.one<RecentCodes>(recent, [tx.organizationId, destinationHash])
}

const insert = statement(
  'sign_in_codes_insert',
  `insert into sign_in_codes (organization_id, destination_hash, code_hash, expires_at)
   values ($1, $2, $3, now() + make_interval(secs => $4))`,
)

export async function insertCode(tx: Tx, destinationHash: string, codeHash: string): Promise<void> {
  await tx.query(insert, [tx.organizationId, destinationHash, codeHash, codeLifeSeconds])
}

const attempt = statement(
  'sign_in_codes_attempt',
  `update sign_in_codes set attempts = attempts + 1
   where organization_id = $1 and attempts < ${ATTEMPTS} and consumed_at is null and expires_at > now()
     and id = (select id from sign_in_codes where organization_id = $1 and destination_hash = $2
       order by created_at desc, id desc limit 1)
   returning id, code_hash`,
)

/**
 * Counts one comparison with the newest code and answers what to compare with; undefined when it is dead. The caller
 * commits before comparing: two hundred guesses at once reach the code five times.
 */
export function countAttempt(
  tx: Tx,
  destinationHash: string,
): Promise<{ id: number; code_hash: string } | undefined> {
  return tx.maybe(attempt, [tx.organizationId, destinationHash])
}

const consume = statement(
  'sign_in_codes_consume',
  `update sign_in_codes set consumed_at = now()
   where organization_id = $1 and id = $2 and consumed_at is null returning id`,
)

/** False when somebody else was first. */
export async function consumeCode(tx: Tx, id: number): Promise<boolean> {
  return (await tx.query(consume, [tx.organizationId, id])).length > 0
}
