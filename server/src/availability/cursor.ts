import type { Interval } from './configuration.ts'

/**
 * A place in a list sorted by `from`, whose intervals may overlap (an override at the desk). It only goes forward. The bounds are kept
 * beside it as small integers, so that the inner loop of a search, which asks it millions of times, reads no array.
 */
export interface Cursor<Item extends Interval> {
  list: readonly Item[]
  at: number
  /** Of the interval at the cursor; past the last one, both NEVER. */
  from: number
  to: number
}

/** The year 4011. */
const NEVER = 0x3f_ff_ff_ff

export function cursor<Item extends Interval>(list: readonly Item[]): Cursor<Item> {
  const first = list[0]
  return { list, at: 0, from: first?.from ?? NEVER, to: first?.to ?? NEVER }
}

/** To the first interval from here on that ends after the instant. */
export function advance(cursor: Cursor<Interval>, instant: number): void {
  const { list } = cursor
  let at = cursor.at
  let item = list[at]
  while (item !== undefined && item.to <= instant) item = list[++at]
  cursor.at = at
  cursor.from = item?.from ?? NEVER
  cursor.to = item?.to ?? NEVER
}

/** Needs a `from` not below the last one asked: then what was passed had ended by then, and what follows the interval at the cursor starts no earlier than it. */
export function overlaps(cursor: Cursor<Interval>, from: number, to: number): boolean {
  if (cursor.to <= from) advance(cursor, from)
  return cursor.from < to
}

export function current<Item extends Interval>(cursor: Cursor<Item>): Item | undefined {
  return cursor.list[cursor.at]
}
