import { createTexts } from '../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const shellTexts = createTexts<keyof typeof ru>({ ru, en })
export type ShellKey = keyof typeof ru
