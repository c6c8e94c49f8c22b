import type {
  Configuration,
  ScheduleException,
  ServiceConfig,
  SpecialistConfig,
} from '../availability/configuration.ts'
import type { Calendar } from './calendar.ts'
import { interval } from './clock.ts'
import type { CatalogueIds } from './insert-catalogue.ts'
import type { ServiceText } from './service-text.ts'
import { locations, organization, policies, workplaces, type WeekText } from './texts-places.ts'
import { services } from './texts-services.ts'
import { specialists, type SpecialistText } from './texts-specialists.ts'

/** The demo's catalogue as availability knows one, past dates too: the history has to lie within the hours. */
export function configurationOf(
  organizationId: number,
  ids: CatalogueIds,
  calendar: Calendar,
): Configuration {
  return {
    organizationId,
    version: 1,
    currency: organization.currency,
    policy: policies,
    locations: byId(
      locations.map(({ key, row, week }) => ({
        id: ids.location(key),
        timeZone: row.time_zone,
        slotStepMin: row.slot_step_min,
        archived: false,
        policy: {},
        week: week.flatMap(weekOf),
        workplaceIds: workplaces
          .filter(({ location }) => location === key)
          .map((room) => ids.workplace(room.key)),
      })),
    ),
    services: byId(services.map((text) => serviceOf(text, ids))),
    specialists: byId(specialists.map((text) => specialistOf(text, ids, calendar))),
    holidays: calendar.holidays.map(({ location, date, hours }) => ({
      locationId: location && ids.location(location),
      date,
      open: hours === null ? null : interval(hours),
    })),
  }
}

function byId<T extends { id: number }>(list: T[]): Map<number, T> {
  return new Map(list.map((each) => [each.id, each]))
}

function weekOf({ days, hours }: WeekText) {
  return days.flatMap((day) =>
    hours.map((each) => ({ ...interval(each), day, validFrom: null, validTo: null })),
  )
}

function serviceOf(text: ServiceText, ids: CatalogueIds): ServiceConfig {
  return {
    id: ids.service(text.key),
    archived: false,
    onlineBookable: text.bookable,
    durationMin: text.minutes,
    bufferBeforeMin: text.buffers[0],
    bufferAfterMin: text.buffers[1],
    price: text.price,
    capacity: text.capacity ?? 1,
    policy: {},
    workplaceIds: text.workplaces.map(ids.workplace),
    specialists: new Map(
      text.specialists.map(({ key, price = text.price, minutes = text.minutes }) => [
        ids.specialist(key),
        { price, durationMin: minutes },
      ]),
    ),
  }
}

function specialistOf(
  { key, weeks }: SpecialistText,
  ids: CatalogueIds,
  calendar: Calendar,
): SpecialistConfig {
  return {
    id: ids.specialist(key),
    archived: false,
    week: weeks.flatMap((week) =>
      weekOf(week).map((each) => ({ ...each, locationId: ids.location(week.location) })),
    ),
    exceptions: calendar.exceptions
      .filter(({ specialist }) => specialist === key)
      .map(({ date, kind, location, hours }): ScheduleException => ({
        date,
        kind,
        locationId: location && ids.location(location),
        ...interval(hours ?? '00:00-24:00'),
      })),
  }
}
