import type { Preferences } from '../panel/preferences.ts'
import type { Language } from '../words/texts.ts'

/** The page around: its language, and light or dark where it is not the system’s choice. */
export function dress({ theme = 'auto' }: Preferences, language: Language): void {
  const root = document.documentElement
  root.lang = language
  if (theme === 'auto') delete root.dataset.theme
  else root.dataset.theme = theme
}
