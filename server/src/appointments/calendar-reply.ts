import type { App } from '../app-context.ts'
import type { Config } from '../config.ts'
import { RawReply } from '../http/handler.ts'
import { calendarFile } from './calendar.ts'
import type { NamedAppointment } from './reads.ts'

/** The calendar file of a visit, with the names in the language that it was read in. */
export function calendarOf(config: Pick<Config, 'publicUrl'>, row: NamedAppointment): string {
  return calendarFile({
    row,
    organization: row.organization_name,
    service: row.service_name,
    specialist: row.specialist_name,
    place: [row.location_name, row.location_city, row.location_address]
      .filter((part) => part !== '')
      .join(', '),
    manageUrl: `${config.publicUrl}/manage/${row.code}`,
    publicHost: new URL(config.publicUrl).hostname,
  })
}

export function calendarReply(app: App, row: NamedAppointment): RawReply {
  return new RawReply(calendarOf(app.config, row), {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="appointment.ics"',
  })
}
