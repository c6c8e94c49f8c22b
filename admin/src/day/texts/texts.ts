import { createTexts } from '../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const dayTexts = createTexts<keyof typeof ru>({ ru, en })
export type DayKey = keyof typeof ru
