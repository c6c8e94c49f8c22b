import type {
  Appointment,
  ClientDiscount,
  ClientPackage,
  ConsentRecord,
  ConsentText,
  Me,
  Money,
  NotificationPreferences,
  WalletTransaction,
} from '@zapis/sdk'
import { UnderWay } from '../element/under-way.ts'
import type { Tell } from '../texts/account-texts.ts'
import type { AccountKey } from '../texts/texts.ts'
import type { Known } from './known.ts'
import type { Moving } from './move.ts'
import type { Paged } from './paged.ts'
import type { Draft } from './profile.ts'

/** The four sides of the account. */
export const tabs = ['visits', 'money', 'packages', 'profile'] as const
export type Tab = (typeof tabs)[number]

/** The tabs, or what is done with one thing. */
export type View =
  | { name: 'tabs' }
  | { name: 'move' | 'cancel' | 'pay'; visit: Appointment }
  | { name: 'topUp' }
  | { name: 'erase' }

/** Everything that belongs to whoever is signed in. */
const nobody = {
  me: null,
  known: null,
  balance: null,
  coming: null,
  cancelled: [],
  past: null,
  lines: null,
  packages: null,
  discounts: null,
  consents: null,
  consentTexts: [],
  preferences: null,
  draft: null,
  moving: null,
  view: { name: 'tabs' },
  failure: null,
} as const

/** The personal cabinet in an element: what the server has said, what is looked at, and what is under way. */
export class Account extends UnderWay {
  tab: Tab = 'visits'
  view: View = nobody.view
  /** Why nobody is signed in, when somebody was. */
  farewell: 'signedOut' | 'sessionEnded' | 'erased' | null = null
  /** What was just done. */
  told: string | null = null

  me: Me | null = null
  known: Known | null = null
  balance: Money | null = null
  coming: readonly Appointment[] | null = null
  /** Cancelled before their time came. */
  cancelled: readonly Appointment[] = []
  past: Paged<Appointment> | null = null
  lines: Paged<WalletTransaction> | null = null
  /** Every visit that was seen, for lines that name one. */
  visits = new Map<number, Appointment>()
  packages: readonly ClientPackage[] | null = null
  discounts: readonly ClientDiscount[] | null = null
  consents: readonly ConsentRecord[] | null = null
  consentTexts: readonly ConsentText[] = []
  preferences: NotificationPreferences | null = null

  moving: Moving | null = null
  /** What is typed: a sum, a word, the profile. */
  sum = ''
  word = ''
  draft: Draft | null = null
  /** What is wrong with which field. */
  wrong: Readonly<Record<string, string>> = {}
  #contact = ''

  set(changes: Partial<Account>): void {
    this.put(changes)
  }

  /** Another view; its heading gets the focus, since the visitor has asked for it. */
  go(view: View): void {
    this.set({ view, failure: null, told: null, wrong: {}, sum: '', word: '' })
    this.focus('h2')
  }

  /** Back to the tabs with what was done. */
  done(key: AccountKey, values?: Parameters<Tell>[1]): void {
    this.set({ view: nobody.view, failure: null, wrong: {}, told: this.tell(key, values) })
    this.focus('.told')
  }

  /** Whoever was signed in, is not: nothing of theirs stays on the screen. */
  leave(): void {
    this.#contact = this.me?.phone ?? this.me?.email ?? ''
    this.set({ ...nobody, tab: 'visits', told: null, wrong: {}, visits: new Map() })
    this.askAnew('')
  }

  /** They did not want to: the same person will sign in again. */
  expire(): void {
    if (this.farewell) return
    this.set({ farewell: 'sessionEnded' })
    this.askAnew(this.#contact)
  }

  protected override sentAway(): boolean {
    if (this.connection.isSignedIn()) return false
    this.expire()
    return true
  }
}
