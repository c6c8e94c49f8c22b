import type { Line } from './line.ts'
import type { ru } from './ru.ts'

/** What a line is called. */
export type Key = keyof typeof ru

/** A language: every line. */
export type Texts = Readonly<Record<Key, Line>>
