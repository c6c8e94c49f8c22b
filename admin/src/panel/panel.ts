import { createContext } from '@lit/context'
import type { BookingClient, Location, OperationId, Organization, Staff } from '@zapis/sdk'
import type { Language } from '../words/texts.ts'
import type { Words } from '../words/words.ts'
import type { Live } from './live.ts'
import type { Preferences, Theme } from './preferences.ts'
import type { Route } from './router.ts'

/** A word in passing, with the way back while there is one. */
export interface Toast {
  text: string
  tone?: 'good' | 'bad'
  /** Takes back what was done. */
  undo?: () => unknown
}

export interface Question {
  title: string
  text?: string
  /** What the button says: the deed itself. */
  action: string
  tone?: 'danger'
}

/** What every page and part of the panel may use. A new one is given when anything in it changes. */
export interface Panel {
  /** The API as the one who is signed in. Calls wait for the network, and for a new sign-in when the session ends. */
  readonly api: BookingClient
  readonly me: Staff
  readonly organization: Organization
  /** Those in use, by name. */
  readonly locations: readonly Location[]
  /** The branch that is worked in; null before there is any. */
  readonly location: Location | null
  readonly language: Language
  readonly words: Words
  readonly theme: Theme
  readonly route: Route
  readonly live: Live
  /** Whether the role may make this call: hide what it may not. The server decides anyway. */
  may(operation: OperationId): boolean
  /** To a place of the panel, `clients/7`. */
  go(path: string, options?: { replace?: boolean }): Promise<void>
  choose(changes: Pick<Preferences, 'language' | 'theme' | 'location'>): void
  toast(toast: Toast): void
  /** Shows why something did not work. */
  refused(error: unknown): void
  confirm(question: Question): Promise<boolean>
  /** Asks before the place is left while `isChanged` says so. Returns how to let go. */
  guard(isChanged: () => boolean): () => void
  /** Reads the organization and its branches anew, after they were changed. */
  reload(): Promise<void>
  signOut(everywhere?: boolean): Promise<void>
}

export const panelContext = createContext<Panel | undefined>(Symbol('panel'))
