import { noonOf } from '../texts/calendar.ts'
import type { Speak } from '../texts/speak.ts'

/** Friday 27 November: a date as it is read aloud. */
export function longDay({ date }: Speak, day: string): string {
  return date(noonOf(day), 'UTC', { weekday: 'long', day: 'numeric', month: 'long' })
}
