/** A whole number from 0 up to but not including the limit. */
export type Random = (limit: number) => number

/** xorshift32 (G. Marsaglia, 2003). */
export function createRandom(seed: number): Random {
  let state = seed | 1
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}
