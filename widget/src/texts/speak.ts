import { bookingLanguages } from './booking-languages.ts'
import { createFormats, type Formats } from './formats.ts'
import { createSay, type Values } from './say.ts'
import type { Key, Texts } from './texts.ts'

/** A visitor's language: lines, dates and money as it writes them. */
export interface Speak extends Formats {
  /** The language that the lines are in: `ru`. */
  language: string
  /** Its region too, as far as it is known: `en-GB`. Dates and money go by it. */
  tag: string
  /** Set when it is written from right to left, whatever the page is. */
  direction: 'rtl' | undefined
  say(key: Key, values?: Values): string
  /** `90` is an hour and a half: 1 ч 30 мин. */
  length(minutes: number): string
}

const made = new Map<string, Promise<Speak>>()

/** Loads a language once for a page; one that nobody has translated is replaced by the nearest, or English. */
export function speakIn(wanted: string): Promise<Speak> {
  const tag = canonical(wanted)
  let speak = made.get(tag)
  if (!speak) {
    speak = load(tag)
    made.set(tag, speak)
    // A failed download may be tried again.
    speak.catch(() => made.delete(tag))
  }
  return speak
}

async function load(tag: string): Promise<Speak> {
  const language = tag.split('-')[0] ?? ''
  const known = language in bookingLanguages
  const texts = await (bookingLanguages[language] ?? bookingLanguages.en)?.()
  if (!texts) throw new Error('no language')
  return createSpeak(known ? tag : 'en', texts)
}

/** The same over texts that are there already. */
export function createSpeak(tag: string, texts: Texts): Speak {
  const say = createSay<Key>(tag, texts)

  return {
    language: tag.split('-')[0] ?? '',
    tag,
    direction: /^(ar|fa|he|ur|yi)\b/.test(tag) ? 'rtl' : undefined,
    say,
    ...createFormats(tag),
    length(minutes) {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      // Up to an hour and a half people think in minutes.
      if (minutes < 100 && rest) return say('minutes', { count: minutes })
      return [hours && say('hours', { count: hours }), rest && say('minutes', { count: rest })]
        .filter(Boolean)
        .join(' ')
    },
  }
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
