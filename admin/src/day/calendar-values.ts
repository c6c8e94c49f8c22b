import type { Calendar } from '@event-calendar/core'

/** Whose block it happened in. */
export function visitOf(event: Event): string | undefined {
  for (const each of event.composedPath())
    if (each instanceof HTMLElement && each.dataset['visit'] !== undefined)
      return each.dataset['visit']
  return undefined
}

/** The library gives walls as dates of the browser’s own zone, whatever that is. */
export function wallIn(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The library counts from Sunday, 0. */
export function firstDayOf(day: number): Calendar.dayOfWeek {
  const days = [0, 1, 2, 3, 4, 5, 6] as const
  return days[day % 7] ?? 1
}

/** An option’s name as the library’s type has it. */
export function nameOf(name: string): keyof Calendar.Options {
  const names = ['slotMinTime', 'slotMaxTime', 'timeZone', 'locale', 'editable', 'date'] as const
  return names.find((each) => each === name) ?? 'view'
}
