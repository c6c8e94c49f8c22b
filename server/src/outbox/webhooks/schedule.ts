const MINUTE = 60
const HOUR = 3600

/** Seconds until the next try, after the first, the second, …: about three days in all, as Standard Webhooks advises. */
const pauses = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
/** Up to a fifth longer: what failed together does not come back together. */
const JITTER = 0.2

/** null: that was the last. */
export function pauseAfter(attempts: number, chance: number): number | null {
  const pause = pauses[attempts - 1]
  return pause === undefined ? null : Math.round(pause * (1 + JITTER * chance))
}
