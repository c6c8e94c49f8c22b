/**
 * What a button carries: where the dialogue goes and all that has been chosen so far, in at most 64 bytes. There is no
 * other state that matters, so a restart loses nobody. Nothing here is trusted: the server decides whose a visit is.
 */

/** Grows when an old button would be misread. */
const VERSION = '1'
const LONGEST = 64

/** Names of what a button may carry, each a whole number. */
export interface Values {
  location: number
  service: number
  /** ANYONE: whoever is free; 0: not asked yet. */
  specialist: number
  /** A local date, in days since 1970. */
  day: number
  /** Minutes of the day that are wished for, half-open; 0 and 0: all of it. */
  from: number
  to: number
  /** An instant, in minutes since 1970. */
  minute: number
  method: number
  /** Minor units that the person has seen. */
  total: number
  page: number
  id: number
  /** Tells one press on a time from the next, and how it was asked for: of these the hold is found again. */
  nonce: number
  asked: number
  /** What is set, and to what: places in lists of this program. */
  setting: number
  value: number
}

export const ANYONE = -1

/** Each screen with its short name and what it needs to know. */
const shapes = {
  home: ['h'],
  clinics: ['o'],
  help: ['?'],
  book: ['b', 'location', 'service', 'specialist', 'day', 'from', 'to', 'page'],
  hold: ['t', 'location', 'service', 'specialist', 'minute', 'nonce'],
  agree: ['g', 'location', 'service', 'specialist', 'minute', 'nonce'],
  confirm: [
    'c',
    'location',
    'service',
    'specialist',
    'minute',
    'method',
    'total',
    'nonce',
    'asked',
  ],
  release: ['x'],
  repeat: ['r', 'id'],
  visits: ['v', 'page'],
  visit: ['i', 'id'],
  coming: ['y', 'id'],
  calendar: ['f', 'id'],
  move: ['m', 'id', 'day', 'page'],
  moveTo: ['n', 'id', 'minute'],
  moved: ['d', 'id', 'minute'],
  cancel: ['q', 'id'],
  cancelled: ['z', 'id'],
  balance: ['w'],
  packages: ['p', 'page'],
  package: ['k', 'id'],
  buy: ['u', 'id', 'method', 'total'],
  settings: ['s'],
  set: ['e', 'setting', 'value'],
  quiet: ['j'],
  setQuiet: ['l', 'value'],
} as const satisfies Record<string, readonly [string, ...(keyof Values)[]]>

export type Screen = keyof typeof shapes

export interface Step extends Partial<Values> {
  screen: Screen
}

export interface Address {
  /** 0: of no clinic. */
  organizationId: number
  step: Step
}

const screens = new Map<string, [Screen, readonly (keyof Values)[]]>()
for (const [screen, [letter, ...names]] of entriesOf()) screens.set(letter, [screen, names])

export function encode({ organizationId, step }: Address): string {
  const [letter, ...names] = shapeOf(step.screen)
  const values = names.map((name) => (step[name] ?? 0).toString(36))
  const data = [VERSION, organizationId.toString(36), letter, ...values].join(':')
  if (data.length > LONGEST) throw new Error(`a button carries at most ${LONGEST} bytes: ${data}`)
  return data
}

/** null: it is old, mutilated or made by somebody else. */
export function decode(data: string): Address | null {
  if (data.length > LONGEST) return null
  const [version, organization, letter, ...texts] = data.split(':')
  const [screen, names] = screens.get(letter ?? '') ?? []
  if (version !== VERSION || screen === undefined || names?.length !== texts.length) return null
  const organizationId = numberOf(organization ?? '')
  if (organizationId === null || organizationId < 0) return null
  const step: Step = { screen }
  for (const [index, name] of names.entries()) {
    const value = numberOf(texts[index] ?? '')
    const least = name === 'specialist' ? ANYONE : 0
    if (value === null || value < least) return null
    step[name] = value
  }
  return { organizationId, step }
}

function numberOf(text: string): number | null {
  if (!/^(0|-?[1-9a-z][0-9a-z]{0,9})$/.test(text)) return null
  const value = Number.parseInt(text, 36)
  return Number.isSafeInteger(value) ? value : null
}

function shapeOf(screen: Screen): readonly [string, ...(keyof Values)[]] {
  return shapes[screen]
}

function entriesOf(): [Screen, readonly [string, ...(keyof Values)[]]][] {
  // Object.entries forgets which names there are.
  return (Object.keys(shapes) as Screen[]).map((screen) => [screen, shapes[screen]])
}
