import type { Agenda, AgendaClient, Appointment } from '@zapis/sdk'
import type { Panel } from '../panel/panel.ts'
import type { Language } from '../words/texts.ts'
import { nameOf, type Catalogue } from './catalogue.ts'
import { colourOf } from './colour.ts'
import type { DayView } from './day-view.ts'
import { mayResize } from './may-resize.ts'
import { columnOf, isOver, type By } from './shown-day.ts'
import { dayTexts } from './texts/texts.ts'
import type { ShownVisit } from './visit-content.ts'
import { wallOf } from './zone.ts'

const movable: readonly Appointment['status'][] = ['pending', 'confirmed']

export interface ShownGiven {
  panel: Panel
  view: DayView
  by: By
  hidden: ReadonlySet<number>
}

/** The visits as the calendar and the list show them. */
export function shownVisits(
  agenda: Agenda,
  catalogue: Catalogue,
  { panel, view, by, hidden }: ShownGiven,
): ShownVisit[] {
  const say = dayTexts(panel.language)
  const clients = new Map(agenda.clients.map((client) => [client.id, client]))
  const mayMove = panel.may('appointments.reschedule')
  return agenda.visits
    .filter((visit) => (view.isAll || !isOver(visit)) && !hidden.has(visit.id))
    .map((visit) => {
      const service = catalogue.services.get(visit.service_id)
      return {
        id: visit.id,
        columnId: columnOf(visit, by),
        from: wallOf(visit.starts_at, agenda.time_zone),
        to: wallOf(visit.ends_at, agenda.time_zone),
        name: clientName(clients.get(visit.client_id ?? 0), panel.language),
        service: service?.name ?? '',
        beside: besideOf(visit, catalogue, by),
        status: visit.status,
        statusText: say(visit.status),
        colour: colourOf(visit, service, view.colour),
        isMovable: mayMove && movable.includes(visit.status),
        isResizable: mayResize(panel, service) && movable.includes(visit.status),
        isPaid: visit.total.amount > 0 && visit.paid.amount >= visit.total.amount,
        hasNote: visit.note !== '',
      }
    })
}

function besideOf(visit: Appointment, { specialists, workplaces }: Catalogue, by: By): string {
  if (by === 'specialists') return workplaces.get(visit.workplace_id ?? 0)?.name ?? ''
  const specialist = specialists.get(visit.specialist_id)
  return specialist ? nameOf(specialist) : ''
}

/** Somebody whose data was erased is still somebody who came. */
function clientName(client: AgendaClient | undefined, language: Language): string {
  const say = dayTexts(language)
  if (!client) return say('erased')
  return nameOf(client) || client.phone || say('guest')
}

export function whoOf(
  agenda: Agenda | undefined,
  { client_id }: Appointment,
  language: Language,
): string {
  return clientName(
    agenda?.clients.find(({ id }) => id === client_id),
    language,
  )
}
