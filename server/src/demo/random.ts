/** The same numbers at every start of the demo: what looks like chance there is none. */
export interface Random {
  /** From 0 up to but not including `limit`. */
  below(limit: number): number
  /** Both ends included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Undefined when nothing has any weight. */
  weighted<T>(list: readonly T[], weightOf: (each: T) => number): T | undefined
}

/** mulberry32 (T. Ettinger, public domain): 32 bits of state are plenty here. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      const [first, ...rest] = list
      if (first === undefined) throw new Error('nothing to pick from')
      return rest[below(list.length) - 1] ?? first
    },
    weighted(list, weightOf) {
      let rest = next() * list.reduce((sum, each) => sum + weightOf(each), 0)
      return list.find((each) => (rest -= weightOf(each)) < 0)
    },
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** In the form of a manage link's code. */
export function codeOf(random: Random): string {
  return Array.from({ length: 32 }, () => LETTERS.charAt(random.below(LETTERS.length))).join('')
}
