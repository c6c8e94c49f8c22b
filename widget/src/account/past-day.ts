import type { Speak } from '../texts/speak.ts'

/** 22 Nov; of another year 22.11.2025, so that it stays on its line. */
export function pastDay(speak: Speak, instant: string, zone: string): string {
  const yearOf = (at: string | number) => speak.date(at, zone, { year: 'numeric' })
  return speak.date(
    instant,
    zone,
    yearOf(instant) === yearOf(Date.now())
      ? { day: 'numeric', month: 'short' }
      : { day: '2-digit', month: '2-digit', year: 'numeric' },
  )
}
