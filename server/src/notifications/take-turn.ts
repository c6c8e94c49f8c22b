import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Paces } from '../redis/pace.ts'
import type { Limits } from './channels/channel.ts'

/** Longer than all that one process has under way takes, much shorter than a lease. */
export const PATIENCE_MS = 5_000
const RECIPIENT_PATIENCE_MS = 2_000

/** Waits for the turn, a little. Answers 0 when it has come, else how many milliseconds later to ask again. */
export async function takeTurn(
  paces: Paces,
  { everyMs, recipientEveryMs }: Limits,
  { account, recipient }: { account: string; recipient: string },
  signal: AbortSignal,
): Promise<number> {
  if (recipientEveryMs !== null) {
    const own = `${account}:${createHash('sha256').update(recipient).digest('base64url').slice(0, 22)}`
    const turn = await paces.take(own, recipientEveryMs, RECIPIENT_PATIENCE_MS)
    if (!turn.isTaken) return turn.waitMs
    if (!(await waited(turn.waitMs, signal))) return 1
  }
  if (everyMs !== null) {
    const turn = await paces.take(account, everyMs, PATIENCE_MS)
    if (!turn.isTaken) return turn.waitMs
    if (!(await waited(turn.waitMs, signal))) return 1
  }
  return 0
}

async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms <= 0) return true
  await sleep(ms, undefined, { signal }).catch(() => undefined)
  return !signal.aborted
}
