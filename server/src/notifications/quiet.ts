/** When nobody is woken: no I/O, no clock. */
import { addDays } from '../availability/dates.ts'
import { zone } from '../availability/zone.ts'

/** Minutes of the local day, from the first to just before the last; the same twice: never. */
export interface Quiet {
  from: number
  to: number
}

const MINUTE_MS = 60_000
/** A reminder that comes less than this before the visit finds the client on the way. */
const LEAST_NOTICE_MIN = 60

/** The quiet hours around an instant, as instants; null when it is not quiet then. */
export function quietAround(
  at: Date,
  { from, to }: Quiet,
  timeZone: string,
): { from: Date; to: Date } | null {
  if (from === to) return null
  const { localOf } = zone(timeZone)
  const { date, minute } = localOf(Math.floor(at.getTime() / MINUTE_MS))
  if (from < to)
    return minute >= from && minute < to ? span([date, from], [date, to], timeZone) : null
  if (minute >= from) return span([date, from], [addDays(date, 1), to], timeZone)
  return minute < to ? span([addDays(date, -1), from], [date, to], timeZone) : null
}

type LocalTime = [date: string, minute: number]

function span(from: LocalTime, to: LocalTime, timeZone: string): { from: Date; to: Date } {
  return { from: instantOf(from, timeZone), to: instantOf(to, timeZone) }
}

/** The first of two; of a local time that is left out, that much after the beginning of the date. */
function instantOf([date, minute]: LocalTime, timeZone: string): Date {
  const { instantsOf, startOfDay } = zone(timeZone)
  return new Date((instantsOf(date, minute)[0] ?? startOfDay(date) + minute) * MINUTE_MS)
}

/**
 * When a reminder is sent that would come at `wanted`. If that is quiet: at the end of the quiet hours, when an hour is left
 * then until the visit; else a minute before they begin, the evening before.
 */
export function reminderTime(
  wanted: Date,
  startsAt: Date,
  { quiet, timeZone }: { quiet: Quiet; timeZone: string },
): Date {
  const around = quietAround(wanted, quiet, timeZone)
  if (around === null) return wanted
  const latest = startsAt.getTime() - LEAST_NOTICE_MIN * MINUTE_MS
  if (around.to.getTime() <= latest) return around.to
  return new Date(around.from.getTime() - MINUTE_MS)
}

/** When a message that may wait is sent: at the end of the quiet hours. */
export function afterQuiet(wanted: Date, quiet: Quiet, timeZone: string): Date {
  return quietAround(wanted, quiet, timeZone)?.to ?? wanted
}

/** 'HH:MM' or 'HH:MM:SS'. */
export function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
