import type { Interval } from './configuration.ts'

/**
 * Half-open [from, to) algebra. "Normal" means sorted, disjoint, none empty, none touching; what is
 * returned is normal, and what is taken must be, except by `normalize`. Inputs are never changed.
 */
export function normalize(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((each) => each.from < each.to).sort((a, b) => a.from - b.from)
  const result: Interval[] = []
  for (const each of sorted) push(result, each.from, each.to)
  return result
}

/** Appends to a normal list; needs `from` not below the start of its last interval. */
export function push(list: Interval[], from: number, to: number): void {
  if (from >= to) return
  const last = list.at(-1)
  if (last === undefined || from > last.to) list.push({ from, to })
  else if (to > last.to) last.to = to
}

export function union(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = a[i]
    const right = b[j]
    if (left !== undefined && (right === undefined || left.from <= right.from)) {
      push(result, left.from, left.to)
      i++
    } else if (right !== undefined) {
      push(result, right.from, right.to)
      j++
    }
  }
  return result
}

export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  let i = 0
  let j = 0
  for (;;) {
    const left = a[i]
    const right = b[j]
    if (left === undefined || right === undefined) return result
    push(result, Math.max(left.from, right.from), Math.min(left.to, right.to))
    if (left.to < right.to) i++
    else j++
  }
}

export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  let j = 0
  for (const { from, to } of a) {
    let rest = from
    for (let hole = b[j]; hole !== undefined && hole.from < to; hole = b[j]) {
      push(result, rest, hole.from)
      rest = Math.max(rest, hole.to)
      // A hole that ends later may also cut the next interval of `a`.
      if (hole.to > to) break
      j++
    }
    push(result, rest, to)
  }
  return result
}

/** Whether one interval of a normal list holds all of [from, to); an empty range is held by whatever holds its start. */
export function covers(list: readonly Interval[], from: number, to: number): boolean {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const each = list[middle]
    if (each !== undefined && each.from <= from) low = middle + 1
    else high = middle
  }
  const found = list[low - 1]
  return found !== undefined && from < found.to && to <= found.to
}
