import type { Language } from '../words/texts.ts'

export type Theme = 'auto' | 'light' | 'dark'

/** What somebody likes on this machine. */
export interface Preferences {
  theme?: Theme
  language?: Language
  /** The branch that is worked in. */
  location?: number
  /** Slug of the organization that was signed in to. */
  organization?: string
  email?: string
}

const KEY = 'zapis:panel'

export function readPreferences(): Preferences {
  try {
    // Written by us; an odd value is as good as none.
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

export function keepPreferences(changes: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...changes }))
  } catch {
    // A browser that keeps nothing asks again.
  }
}
