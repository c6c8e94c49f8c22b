import type { Shortcut } from '../panel/shortcuts.ts'
import type { Language } from '../words/texts.ts'
import type { ToolsGiven } from './day-tools.ts'
import { dayTexts } from './texts/texts.ts'

/** What the day answers to on the keyboard. */
export function dayKeys(
  language: Language,
  { book, go, step }: Pick<ToolsGiven, 'book' | 'go' | 'step'>,
): Shortcut[] {
  const say = dayTexts(language)
  return [
    { key: 'n', text: say('keyNew'), run: book },
    { key: 't', text: say('keyToday'), run: () => go({ date: undefined }) },
    { key: 'd', text: say('keyDay'), run: () => go({ view: 'day' }) },
    { key: 'w', text: say('keyWeek'), run: () => go({ view: 'week' }) },
    { key: 'j', text: say('keyLater'), run: () => step(1) },
    { key: 'k', text: say('keyEarlier'), run: () => step(-1) },
  ]
}
