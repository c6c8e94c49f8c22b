import type { Agenda, Appointment } from '@zapis/sdk'
import { nameOf, type Catalogue } from './catalogue.ts'
import { minuteOf, wallOf } from './zone.ts'

export type By = 'specialists' | 'rooms'

/** A column of the calendar. */
export interface ColumnOf {
  /** `7`; `0` gathers visits without a room. */
  id: number
  name: string
}

/** A stretch of time in a column that nobody can be booked in, or a break. */
export interface Shade {
  columnId: number
  from: string
  to: string
  kind: 'closed' | 'break'
  text: string
}

/** What is not a visit any more, and so takes no time. */
export const isOver = ({ status }: Pick<Appointment, 'status'>) =>
  status === 'cancelled' || status === 'expired'

export function columnOf({ specialist_id, workplace_id }: Appointment, by: By): number {
  return by === 'specialists' ? specialist_id : (workplace_id ?? 0)
}

/** Who works or has visits on these days, or the rooms of the branch; the same order every day. */
export function columnsOf(
  agenda: Agenda,
  { specialists, workplaces }: Catalogue,
  { by, locationId, noRoom }: { by: By; locationId: number; noRoom: string },
): ColumnOf[] {
  if (by === 'specialists') {
    const those = new Set([
      ...agenda.working.map(({ specialist_id }) => specialist_id),
      ...agenda.visits.filter((visit) => !isOver(visit)).map(({ specialist_id }) => specialist_id),
    ])
    return [...those]
      .flatMap((id) => specialists.get(id) ?? [])
      .map((specialist) => ({ id: specialist.id, name: nameOf(specialist) }))
      .sort((a, b) => a.name.localeCompare(b.name))
  }
  const rooms = [...workplaces.values()]
    .filter(({ location_id, archived_at }) => location_id === locationId && archived_at === null)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  const isRoomless = agenda.visits.some((visit) => !isOver(visit) && visit.workplace_id === null)
  return isRoomless ? [...rooms, { id: 0, name: noRoom }] : rooms
}

interface Span {
  from: string
  to: string
}

/** What is left of a day between the spans, walls of one date; `date` + 24:00 is the next midnight. */
export function gapsOf(date: string, nextDate: string, spans: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let from = `${date}T00:00`
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (span.from > from) gaps.push({ from, to: span.from })
    if (span.to > from) from = span.to
  }
  const end = `${nextDate}T00:00`
  if (from < end) gaps.push({ from, to: end })
  return gaps
}

/** When a column’s time is not to be booked: closed, not working, a break. */
export function shadesOf(
  agenda: Agenda,
  columns: readonly ColumnOf[],
  { by, dates, breakText }: { by: By; dates: readonly [string, string][]; breakText: string },
): Shade[] {
  const zone = agenda.time_zone
  const span = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }) => ({
    from: wallOf(starts_at, zone),
    to: wallOf(ends_at, zone),
  })
  return columns.flatMap(({ id }) => {
    const hours =
      by === 'rooms'
        ? agenda.open
        : agenda.working.filter(({ specialist_id }) => specialist_id === id)
    const spans = hours.map(span)
    const closed = dates.flatMap(([date, next]) =>
      gapsOf(date, next, within(spans, date, next)).map((gap) => ({
        columnId: id,
        ...gap,
        kind: 'closed' as const,
        text: '',
      })),
    )
    const breaks =
      by === 'rooms' ? [] : agenda.breaks.filter(({ specialist_id }) => specialist_id === id)
    return [
      ...closed,
      ...breaks.map((each) => ({
        columnId: id,
        ...span(each),
        kind: 'break' as const,
        text: each.reason || breakText,
      })),
    ]
  })
}

function within(spans: readonly Span[], date: string, next: string): Span[] {
  const [first, last] = [`${date}T00:00`, `${next}T00:00`]
  return spans.flatMap(({ from, to }) => {
    const cut = { from: from < first ? first : from, to: to > last ? last : to }
    return cut.from < cut.to ? [cut] : []
  })
}

/** The hours to show, whole ones: all that is open and all visits; nine to six when there is nothing. */
export function hoursOf({ open, working, visits, time_zone }: Agenda): {
  from: number
  to: number
} {
  let from = Infinity
  let to = -Infinity
  const spans = [...open, ...working, ...visits.filter((visit) => !isOver(visit))]
  for (const { starts_at, ends_at } of spans) {
    const [start, end] = [wallOf(starts_at, time_zone), wallOf(ends_at, time_zone)]
    from = Math.min(from, minuteOf(start))
    // Until midnight, or over it.
    to = Math.max(to, end.slice(0, 10) === start.slice(0, 10) ? minuteOf(end) : 1440)
  }
  if (from > to) return { from: 540, to: 1080 }
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}
