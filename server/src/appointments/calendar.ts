import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { AppointmentRow } from './rows.ts'

export interface CalendarFacts {
  row: AppointmentRow
  organization: string
  service: string
  specialist: string
  place: string
  manageUrl: string
  publicHost: string
}

/** RFC 5545, instants in UTC; the same UID with a growing SEQUENCE moves the entry, CANCELLED takes it away. */
export function calendarFile({
  row,
  organization,
  service,
  specialist,
  place,
  manageUrl,
  publicHost,
}: CalendarFacts): string {
  const isOff = row.status === 'cancelled' || row.status === 'expired'
  const calendar = ical({
    prodId: { company: 'Zapis', product: 'Zapis', language: 'EN' },
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `appointment-${row.id}@${publicHost}`,
    sequence: row.ics_sequence,
    stamp: row.updated_at,
    created: row.created_at,
    lastModified: row.updated_at,
    start: row.starts_at,
    end: row.ends_at,
    summary: `${service} — ${organization}`,
    description: `${specialist}\n${manageUrl}`,
    location: place,
    url: manageUrl,
    status: isOff
      ? ICalEventStatus.CANCELLED
      : row.status === 'pending'
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
