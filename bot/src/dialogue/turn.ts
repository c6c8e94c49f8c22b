import type { Hold } from '@zapis/sdk'
import type { Say } from '../texts/say.ts'
import type { Clinic } from './clinic.ts'
import type { Choice, Person, Reply } from './reply.ts'
import { encode, type Address, type Step } from './step.ts'

/** What is remembered of a person between two messages. All of it may be lost: then it is asked for or done again. */
export interface Memory {
  organizationId: number | null
  held: Held | null
  /** What they were about to do when they were asked who they are. */
  pending: Address | null
}

/** Their hold, and what it can be asked for again by. */
export interface Held {
  hold: Hold
  organizationId: number
  nonce: number
  asked: number
}

/** One message of a person at one clinic, and all that the answer may depend on. */
export interface Turn {
  clinic: Clinic
  /** More than one: the person may go over to another. */
  clinics: readonly Clinic[]
  person: Person
  say: Say
  now: Date
  memory: Memory
  /** The same for the same message, however often it is delivered: makes an effect happen once. */
  key(purpose: string): string
  /** The same for the same person. */
  ownKey(purpose: string): string
}

export function button(turn: Turn, text: string, step: Step): Choice {
  return { text, data: encode({ organizationId: turn.clinic.id, step }) }
}

export function homeButton(turn: Turn): Choice {
  return button(turn, turn.say('home'), { screen: 'home' })
}

/** A screen that says something and leads home. */
export function note(turn: Turn, text: string, more: Choice[] = []): Reply {
  return { text, choices: [...more.map((choice) => [choice]), [homeButton(turn)]] }
}

/** So many in a row; Telegram cuts what does not fit. */
export function rows<T>(items: readonly T[], perRow: number): T[][] {
  const found: T[][] = []
  for (let at = 0; at < items.length; at += perRow) found.push(items.slice(at, at + perRow))
  return found
}

/** One page of many, and the arrows to its neighbours. */
export function paged<T>(
  turn: Turn,
  items: readonly T[],
  { page, size, at }: { page: number; size: number; at(page: number): Step },
): { shown: T[]; arrows: Choice[] } {
  const last = Math.max(0, Math.ceil(items.length / size) - 1)
  const here = Math.min(page, last)
  const arrows: Choice[] = []
  if (here > 0) arrows.push(button(turn, turn.say('previous'), at(here - 1)))
  if (here < last) arrows.push(button(turn, turn.say('next'), at(here + 1)))
  return { shown: items.slice(here * size, (here + 1) * size), arrows }
}

/** Rows without the empty ones. */
export function layout(...lines: (Choice[] | false | undefined)[]): Choice[][] {
  return lines.filter((line): line is Choice[] => Array.isArray(line) && line.length > 0)
}
