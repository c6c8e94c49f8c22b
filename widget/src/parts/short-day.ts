import { addDays, dateIn, noonOf } from '../texts/calendar.ts'
import type { Speak } from '../texts/speak.ts'

/** today, tomorrow, Fri 27 Nov: the day of an instant where it happens. */
export function shortDay(speak: Speak, instant: string, timeZone: string): string {
  const [date, today] = [dateIn(instant, timeZone), dateIn(Date.now(), timeZone)]
  if (date === today) return speak.say('today')
  if (date === addDays(today, 1)) return speak.say('tomorrow')
  const isNear = date < addDays(today, 7)
  return speak.date(noonOf(date), 'UTC', {
    weekday: 'short',
    day: 'numeric',
    ...(isNear ? {} : { month: 'short' }),
  })
}
