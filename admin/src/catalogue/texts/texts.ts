import { createTexts } from '../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const catalogueTexts = createTexts<keyof typeof ru>({ ru, en })
export type CatalogueKey = keyof typeof ru
