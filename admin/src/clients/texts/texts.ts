import { createTexts } from '../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const clientTexts = createTexts<keyof typeof ru>({ ru, en })
export type ClientKey = keyof typeof ru
