import { createTexts } from '../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const settingsTexts = createTexts<keyof typeof ru>({ ru, en })
export type SettingsKey = keyof typeof ru
