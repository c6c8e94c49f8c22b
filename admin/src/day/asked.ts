import type { Panel } from '../panel/panel.ts'
import type { DayView } from './day-view.ts'
import type { By } from './shown-day.ts'

/** What was pressed in the calendar. */
export interface Asked {
  wall: string
  specialistId: number | null
  workplaceId: number | null
  /** Who is to come, where that is known already. */
  clientId: number | null
}

/** What a press asks for; the button that books presses no time and no column. */
export function askedOf(
  { me }: Panel,
  { date, specialist, client }: DayView,
  { wall, columnId, by }: { wall: string | null; columnId: number | null; by: By },
): Asked {
  const own = me.role === 'specialist' ? me.specialist_id : null
  return {
    wall: wall ?? `${date}T10:00`,
    specialistId: own ?? (by === 'specialists' ? (columnId ?? specialist) : null),
    workplaceId: by === 'rooms' ? columnId || null : null,
    clientId: client,
  }
}
