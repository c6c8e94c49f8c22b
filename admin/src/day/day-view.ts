import type { Route } from '../panel/router.ts'
import type { By } from './shown-day.ts'

/** What of the day is looked at; all of it is in the address. */
export interface DayView {
  /** `YYYY-MM-DD`; undefined = today. */
  date: string | undefined
  view: 'day' | 'week'
  by: By
  colour: 'service' | 'status'
  /** Whose week. */
  specialist: number | null
  /** Also what was cancelled. */
  isAll: boolean
  /** Who is to be booked, by a press of a time. */
  client: number | null
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function readDayView(
  { rest, query }: Pick<Route, 'rest' | 'query'>,
  today: string,
): DayView {
  const [date = ''] = rest
  return {
    date: DATE.test(date) && !Number.isNaN(Date.parse(date)) ? date : today,
    view: query.get('view') === 'week' ? 'week' : 'day',
    by: query.get('by') === 'rooms' ? 'rooms' : 'specialists',
    colour: query.get('colour') === 'status' ? 'status' : 'service',
    specialist: Number(query.get('specialist')) || null,
    isAll: query.get('all') === '1',
    client: Number(query.get('client')) || null,
  }
}

/** The address of it, `day/2027-01-11?view=week`; what is usual is left out. */
export function dayView({ date, view, by, colour, specialist, isAll, client }: DayView): string {
  const query = new URLSearchParams()
  if (view === 'week') query.set('view', view)
  if (by === 'rooms') query.set('by', by)
  if (colour === 'status') query.set('colour', colour)
  if (specialist) query.set('specialist', String(specialist))
  if (isAll) query.set('all', '1')
  if (client) query.set('client', String(client))
  const search = query.toString()
  return `day${date === undefined ? '' : `/${date}`}${search && `?${search}`}`
}
