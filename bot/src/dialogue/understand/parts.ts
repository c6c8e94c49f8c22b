import { NUMBER, numberOf, whole, type Reading } from './words.ts'

/** Minutes of the day, half-open; 0 and 0: all of it. */
export interface Part {
  from: number
  to: number
}

const DAY = 1440
const HOUR = 60
const CLOCK = `(\\d{1,2})(?:[:.-](\\d{2}))?|(${NUMBER})`
const HALF = '(?: ?(утра|дня|вечера|ночи|am|pm|a\\.m|p\\.m))?'
const HOURS = '(?: ?(?:часов|часа|час|ч|o.?clock|hours?))?'
const TIME = `(?:${CLOCK})${HOURS}${HALF}`

type Rule = [RegExp, (found: RegExpExecArray) => Part | null]

const between: Rule[] = [
  [
    whole(`(?:с|от|между|from|between) ${TIME} (?:до|и|to|and|till|until) ${TIME}`),
    (found) => range(clock(found, 1), clock(found, 5)),
  ],
  [whole(`(\\d{1,2})-(\\d{1,2})${HOURS}`), ([, from, to]) => range(hour(from), hour(to))],
  [
    whole(`(?:после|позже|позднее|с|от|after|from|later than) ${TIME}`),
    (found) => since(clock(found, 1)),
  ],
  [
    whole(`(?:до|раньше|не позже|before|until|till|by) ${TIME}`),
    (found) => before(clock(found, 1)),
  ],
]

const words: Rule[] = [
  [
    whole(
      'после обеда|после полудня|во второй половине дня|(?:in the |this )?afternoon|after (?:lunch|noon)',
    ),
    () => ({ from: 12 * HOUR, to: 18 * HOUR }),
  ],
  [
    whole('до обеда|до полудня|в первой половине дня|before (?:lunch|noon)'),
    () => ({ from: 0, to: 12 * HOUR }),
  ],
  [
    whole('в обед|в полдень|в обеденн\\p{L}+(?: перерыв)?|at noon|noon|midday|at lunch|lunchtime'),
    () => ({ from: 12 * HOUR, to: 15 * HOUR }),
  ],
  [whole('после работы|after work'), () => ({ from: 18 * HOUR, to: DAY })],
  [
    whole('(?:рано |с |early )?(?:утром|утра|утро|с утра|in the morning|morning)'),
    () => ({ from: 0, to: 12 * HOUR }),
  ],
  [whole('днем'), () => ({ from: 12 * HOUR, to: 17 * HOUR })],
  [
    whole(
      '(?:поздно |late )?(?:вечером|вечер|вечерком|под вечер|in the evening|evening|at night|night)',
    ),
    () => ({ from: 17 * HOUR, to: DAY }),
  ],
]

const exact: Rule[] = [
  [
    whole(`(?:(?:в|во|на|к|at|around|about|около|часов в|часиков в|примерно в) )${TIME}`),
    (found) => near(clock(found, 1)),
  ],
  [
    whole(`(\\d{1,2})[:.](\\d{2})${HALF}`),
    ([, at, minutes, half]) => near(toMinute(at, minutes, half)),
  ],
  [
    whole(`(\\d{1,2})${HOURS} ?(утра|дня|вечера|am|pm|a\\.m|p\\.m)`),
    ([, at, half]) => near(toMinute(at, '0', half)),
  ],
]

/** The part of the day that is spoken of. `today`: «tonight» is a day as well. */
export function readPart(reading: Reading): Part {
  for (const [pattern, read] of [...between, ...exact, ...words]) {
    const found = pattern.exec(reading.rest)
    const part = found && read(found)
    if (part === null) continue
    reading.take(pattern)
    return part
  }
  return { from: 0, to: 0 }
}

/** A time is followed by four groups: hour, minutes, hour in words, half of the day. */
function clock(found: RegExpExecArray, at: number): number | null {
  const [hours, minutes, word, half] = found.slice(at, at + 4)
  const written = hours ?? (word === undefined ? undefined : String(numberOf(word)))
  return toMinute(written, minutes, half)
}

function toMinute(
  hours: string | undefined,
  minutes: string | undefined,
  half: string | undefined,
): number | null {
  const [at, past] = [Number(hours ?? Number.NaN), Number(minutes ?? 0)]
  if (!(at >= 0 && at <= 24 && past < 60)) return null
  return shifted(at, half, minutes !== undefined) * HOUR + past
}

/** Nobody is received at five in the morning: «в 5» is 17:00, but 05:00 is what is written. */
function shifted(at: number, half: string | undefined, isWritten: boolean): number {
  if (half !== undefined) {
    const isLate = /^(дня|вечера|p)/.test(half)
    if (isLate && at < 12) return at + 12
    return !isLate && at === 12 ? 0 : at
  }
  return at >= 1 && at <= 7 && !isWritten ? at + 12 : at
}

function hour(text: string | undefined): number | null {
  return toMinute(text, undefined, undefined)
}

function range(from: number | null, to: number | null): Part | null {
  return from !== null && to !== null && from < to ? { from, to: Math.min(to, DAY) } : null
}

function since(from: number | null): Part | null {
  return from !== null && from < DAY ? { from, to: DAY } : null
}

function before(to: number | null): Part | null {
  return to !== null && to > 0 ? { from: 0, to } : null
}

/** The hour that begins then: what is free at that time or soon after. */
function near(at: number | null): Part | null {
  return at !== null && at < DAY ? { from: at, to: Math.min(at + HOUR, DAY) } : null
}
