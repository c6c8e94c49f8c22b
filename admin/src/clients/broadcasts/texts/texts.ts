import { createTexts } from '../../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const broadcastTexts = createTexts<keyof typeof ru>({ ru, en })
