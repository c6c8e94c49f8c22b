import type { account, booking } from './languages/ru.ts'
import type { Line } from './line.ts'

/** What a line is called. */
export type Key = keyof typeof booking

/** A language of the booking: every line. */
export type Texts = Readonly<Record<Key, Line>>

/** What a line of the account, the packages and signing in is called. */
export type AccountKey = keyof typeof account

/** A language of the account: every line. */
export type AccountTexts = Readonly<Record<AccountKey, Line>>
