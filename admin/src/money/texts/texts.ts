import { createTexts } from '../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const moneyTexts = createTexts<keyof typeof ru>({ ru, en })
export type MoneyKey = keyof typeof ru
