import type { Calendar } from '@event-calendar/core'

/** What is shown, by its id, as text. */
export type Shown = ReadonlyMap<string, string>

/** The calendar, as far as it is needed here. */
interface Shows {
  setOption(name: 'events', events: Calendar.EventInput[]): unknown
  addEvent(event: Calendar.EventInput): unknown
  updateEvent(event: Calendar.EventInput): unknown
  removeEventById(id: string): unknown
}

/** More than these are given to the calendar as a whole. */
const FEW = 20

export function shownOf(events: readonly Calendar.EventInput[], tag: string): Shown {
  return new Map(events.map((each) => [String(each.id), JSON.stringify([each, tag])]))
}

/** Of hundreds of visits one has changed: the others are not made anew, which takes longer than a drag may. */
export function showChanges(
  calendar: Shows,
  events: Calendar.EventInput[],
  before: Shown,
  after: Shown,
): void {
  const idOf = ({ id }: Calendar.EventInput) => String(id)
  const changed = events.filter((each) => before.get(idOf(each)) !== after.get(idOf(each)))
  const gone = [...before.keys()].filter((id) => !after.has(id))
  if (changed.length + gone.length > FEW) {
    calendar.setOption('events', events)
    return
  }
  for (const id of gone) calendar.removeEventById(id)
  for (const each of changed)
    if (before.has(idOf(each))) calendar.updateEvent(each)
    else calendar.addEvent(each)
}
