import { createTexts } from '../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const reportTexts = createTexts<keyof typeof ru>({ ru, en })
export type ReportKey = keyof typeof ru
