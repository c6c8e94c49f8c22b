import type { Agenda } from '@zapis/sdk'
import { html } from 'lit'
import { addDays, firstWeekday } from '../../../widget/src/texts/calendar.ts'
import type { Panel } from '../panel/panel.ts'
import type { Catalogue } from './catalogue.ts'
import type { DroppedVisit, PickedTime } from './day-calendar.ts'
import type { DayView } from './day-view.ts'
import { columnsOf, hoursOf, shadesOf, type By } from './shown-day.ts'
import { shownVisits } from './shown-visits.ts'
import { dayTexts } from './texts/texts.ts'
import { offsetName } from './zone.ts'

export interface ShownGiven {
  panel: Panel
  view: DayView
  /** First date shown. */
  from: string
  agenda: Agenda | undefined
  catalogue: Catalogue | undefined
  /** The calendar’s library is loaded. */
  isCalendarHere: boolean
  /** Visits that are being cancelled. */
  leaving: ReadonlySet<number>
  ask(time: PickedTime, by: By): void
  open(id: number): void
  drop(dropped: DroppedVisit, by: By): void
}

/** The day as a calendar, and as a list for phones and paper. */
export function dayShown(given: ShownGiven): unknown {
  const { panel, view, agenda, catalogue, isCalendarHere, open } = given
  const say = dayTexts(panel.language)
  if (!agenda || !catalogue || !isCalendarHere)
    return html`<i class="bone whole" role="img" aria-label=${say('calendar')}></i>`
  const isWeek = view.view === 'week'
  const by = isWeek || panel.me.role === 'specialist' ? 'specialists' : view.by
  const locationId = panel.location?.id ?? 0
  const all = columnsOf(agenda, catalogue, { by, locationId, noRoom: say('noRoom') })
  const columns = isWeek && view.specialist ? all.filter(({ id }) => id === view.specialist) : all
  if (columns.length === 0)
    return html`<div class="empty">
      <p>${say(agenda.open.length === 0 ? 'closed' : 'nobody')}</p>
    </div>`
  const visits = shownVisits(agenda, catalogue, { panel, view, by, hidden: given.leaving }).filter(
    ({ columnId }) => columns.some(({ id }) => id === columnId),
  )
  const dates = (isWeek ? [0, 1, 2, 3, 4, 5, 6] : [0]).map((day): [string, string] => [
    addDays(given.from, day),
    addDays(given.from, day + 1),
  ])
  // In a week of everybody the columns are days: what is closed for one is not for all.
  const isShaded = !isWeek || columns.length === 1
  const opened = ({ detail }: CustomEvent<number>) => open(detail)
  return html`<day-list
      class="narrow"
      .visits=${visits}
      .columns=${columns}
      @visit-picked=${opened}
    ></day-list>
    <day-calendar
      class="wide"
      .view=${view.view}
      .date=${view.date}
      .columns=${columns}
      .visits=${visits}
      .shades=${isShaded ? shadesOf(agenda, columns, { by, dates, breakText: say('breakOf') }) : []}
      .hours=${hoursOf(agenda)}
      .offset=${offsetName(given.from, agenda.time_zone)}
      .tag=${panel.words.tag}
      .firstDay=${firstWeekday(panel.words.tag)}
      .isEditable=${panel.may('appointments.reschedule')}
      .label=${say('calendar')}
      @time-picked=${({ detail }: CustomEvent<PickedTime>) => given.ask(detail, by)}
      @visit-picked=${opened}
      @visit-dropped=${({ detail }: CustomEvent<DroppedVisit>) => given.drop(detail, by)}
    ></day-calendar>`
}
