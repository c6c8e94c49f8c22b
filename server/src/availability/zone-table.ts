/** 2^19 minutes, 364 days: holds a few transitions at most. */
const WINDOW = 1 << 19
/** Windows that hold 2000-01-01 to 2100-12-31 with a margin of weeks; since 2000 every offset is whole minutes. */
const FIRST_WINDOW = 30
const LAST_WINDOW = 131
/** Between two samples is at most one transition: the shortest season since 2000 (Morocco, Egypt around Ramadan) is four weeks. */
const SAMPLE_MIN = 1 << 13

interface Window {
  /** Instants at which the offset changes, ascending. */
  changes: number[]
  /** One more than `changes`: the first holds from the start of the window. */
  offsets: number[]
}

export interface OffsetTable {
  offsetAt(epochMin: number): number
  /** An instant up to which the offset of `epochMin` lasts: the next change, or earlier, the end of the known window. */
  steadyUntil(epochMin: number): number
}

/** Offsets of a zone that Intl knows, asked of Intl once for each window (0.3 ms) and kept: a lookup is then 0.1 µs. */
export function offsetTable(name: string): OffsetTable {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  const windows: Window[] = []

  function windowAt(epochMin: number): Window {
    // A shift instead would wrap the far future into the known years.
    const index = Math.floor(epochMin / WINDOW)
    return windows[index - FIRST_WINDOW] ?? read(index)
  }

  function read(index: number): Window {
    if (!(index >= FIRST_WINDOW && index <= LAST_WINDOW)) {
      throw new RangeError('instants are known from 2000 to 2100')
    }
    const made = readWindow(index * WINDOW, (epochMin) => ask(format, epochMin))
    windows[index - FIRST_WINDOW] = made
    return made
  }

  return {
    offsetAt(epochMin) {
      const { changes, offsets } = windowAt(epochMin)
      return offsets[indexAt(changes, epochMin)] ?? 0
    },
    steadyUntil(epochMin) {
      const { changes } = windowAt(epochMin)
      const next = changes[indexAt(changes, epochMin)]
      return next ?? (Math.floor(epochMin / WINDOW) + 1) * WINDOW
    },
  }
}

function indexAt(changes: readonly number[], epochMin: number): number {
  let index = 0
  for (const change of changes) {
    if (change > epochMin) break
    index++
  }
  return index
}

function readWindow(start: number, offsetAt: (epochMin: number) => number): Window {
  let last = offsetAt(start)
  const changes: number[] = []
  const offsets = [last]
  const end = start + WINDOW
  for (let sample = start + SAMPLE_MIN; sample <= end; sample += SAMPLE_MIN) {
    const offset = offsetAt(Math.min(sample, end - 1))
    if (offset === last) continue
    changes.push(firstWith(offset, sample - SAMPLE_MIN, Math.min(sample, end - 1), offsetAt))
    offsets.push(offset)
    last = offset
  }
  return { changes, offsets }
}

/** `low` has another offset, `high` has it: halves the distance until they are neighbours. */
function firstWith(
  offset: number,
  low: number,
  high: number,
  offsetAt: (epochMin: number) => number,
): number {
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (offsetAt(middle) === offset) high = middle
    else low = middle
  }
  return high
}

/** 'GMT', 'GMT+03:00' or 'GMT-02:30' at the end of a date. */
function ask(format: Intl.DateTimeFormat, epochMin: number): number {
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(format.format(epochMin * 60_000))
  if (!match) throw new Error('Intl gave no offset of a zone')
  if (match[1] === undefined) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}
