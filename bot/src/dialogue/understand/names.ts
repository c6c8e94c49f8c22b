/** Words against names of a catalogue: endings and a slip of the finger do not matter. No I/O, no clock. */
const ENOUGH = 0.7

export interface Named {
  id: number
  /** The name in words, as `plain` makes them. */
  words: string[]
}

/** Who fits best; several when they fit as well as each other. Nobody when no word is near enough. */
export function bestOf(asked: readonly string[], items: readonly Named[]): number[] {
  const scored = items.map(({ id, words }) => ({
    id,
    score: asked.reduce(
      (sum, word) => sum + Math.max(0, ...words.map((name) => near(word, name))),
      0,
    ),
  }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  if (best < ENOUGH) return []
  return scored.filter(({ score }) => score > best - 0.01).map(({ id }) => id)
}

/** 1: the same; 0.9: another ending; 0.75: misspelt; 0: another word. */
export function near(word: string, name: string): number {
  if (word === name) return 1
  const shortest = Math.min(word.length, name.length)
  if (shortest < 3) return 0
  const common = commonPrefix(word, name)
  const isInflected =
    common >= Math.max(3, shortest - 2) && Math.abs(word.length - name.length) <= 3
  if (isInflected && (shortest >= 5 || common >= shortest - 1)) return 0.9
  if (shortest < 4) return 0
  const slips = shortest >= 8 ? 2 : 1
  return distance(stem(word), stem(name)) <= slips ? 0.75 : 0
}

/** Without the ending, for comparing by distance: its letters would count as slips. */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/[аеиоуыьэюяйaeiousy]{1,2}$/u, '') : word
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** Letters to add, take away, change or swap with their neighbour. */
export function distance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}
