import { createTexts } from '../../words/texts.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export const scheduleTexts = createTexts<keyof typeof ru>({ ru, en })
export type ScheduleKey = keyof typeof ru
