import type { Tx } from '../db/transaction.ts'
import type { Calendar } from './calendar.ts'
import { ends } from './clock.ts'
import { insertKeyed, insertRows, type IdOf } from './rows.ts'
import { categories, type ServiceKey, type ServiceText } from './service-text.ts'
import { consentTexts } from './texts-consents.ts'
import {
  locations,
  workplaces,
  type LocationKey,
  type WeekText,
  type WorkplaceKey,
} from './texts-places.ts'
import { packages, services } from './texts-services.ts'
import { specialists, type SpecialistKey } from './texts-specialists.ts'

export interface CatalogueIds {
  location: IdOf<LocationKey>
  workplace: IdOf<WorkplaceKey>
  service: IdOf<ServiceKey>
  specialist: IdOf<SpecialistKey>
  /** By the service of its visits. */
  package: IdOf<ServiceKey>
}

export async function insertCatalogue(tx: Tx, calendar: Calendar): Promise<CatalogueIds> {
  const key = <Key>(text: { key: Key }) => text.key
  const location = await insertKeyed(tx, 'locations', locations, { key, row: ({ row }) => row })
  const workplace = await insertKeyed(tx, 'workplaces', workplaces, {
    key,
    row: ({ name, kind, en, location: of }) => ({
      location_id: location(of),
      name,
      kind,
      translations: { en: { name: en } },
    }),
  })
  const service = await insertKeyed(tx, 'services', services, { key, row: serviceRow })
  const specialist = await insertKeyed(tx, 'specialists', specialists, {
    key,
    row: ({ row }) => row,
  })
  const ids: CatalogueIds = {
    location,
    workplace,
    service,
    specialist,
    package: await insertPackages(tx, service),
  }
  await insertRelations(tx, ids)
  await insertWeeks(tx, ids)
  await insertCalendar(tx, ids, calendar)
  await insertRows(tx, 'consent_texts', consentTexts)
  return ids
}

function serviceRow(text: ServiceText): object {
  const { name, category, description, preparation, en } = text
  return {
    name,
    category,
    description,
    preparation,
    duration_min: text.minutes,
    buffer_before_min: text.buffers[0],
    buffer_after_min: text.buffers[1],
    resizable: text.capacity === undefined,
    price: text.price,
    capacity: text.capacity ?? 1,
    color: text.color,
    online_bookable: text.bookable,
    position: services.indexOf(text) + 1,
    translations: { en: { ...en, category: categories[category] } },
  }
}

function insertPackages(tx: Tx, service: IdOf<ServiceKey>): Promise<IdOf<ServiceKey>> {
  return insertKeyed(tx, 'service_packages', packages, {
    key: (text) => text.service,
    row: ({ name, en, service: of, visits, price, validDays }) => ({
      name,
      service_id: service(of),
      visits,
      price,
      valid_days: validDays,
      translations: { en },
    }),
  })
}

async function insertRelations(tx: Tx, ids: CatalogueIds): Promise<void> {
  const rooms = services.flatMap((each) =>
    each.workplaces.map((key) => ({
      service_id: ids.service(each.key),
      workplace_id: ids.workplace(key),
    })),
  )
  await insertRows(tx, 'workplace_services', rooms)
  const performers = services.flatMap((each) =>
    each.specialists.map(({ key, price, minutes }) => ({
      service_id: ids.service(each.key),
      specialist_id: ids.specialist(key),
      price: price ?? null,
      duration_min: minutes ?? null,
    })),
  )
  await insertRows(tx, 'service_specialists', performers)
}

async function insertWeeks(tx: Tx, ids: CatalogueIds): Promise<void> {
  const open = locations.flatMap(({ key, week }) =>
    week.flatMap(daysAndHours).map(({ day, from, to }) => ({
      location_id: ids.location(key),
      day_of_week: day,
      opens: from,
      closes: to,
    })),
  )
  await insertRows(tx, 'location_schedules', open)
  const work = specialists.flatMap(({ key, weeks }) =>
    weeks.flatMap((week) =>
      daysAndHours(week).map(({ day, from, to }) => ({
        specialist_id: ids.specialist(key),
        location_id: ids.location(week.location),
        day_of_week: day,
        starts: from,
        ends: to,
      })),
    ),
  )
  await insertRows(tx, 'specialist_schedules', work)
}

function daysAndHours({ days, hours }: WeekText) {
  return days.flatMap((day) =>
    hours.map((each) => {
      const [from, to] = ends(each)
      return { day, from, to }
    }),
  )
}

async function insertCalendar(tx: Tx, ids: CatalogueIds, calendar: Calendar): Promise<void> {
  const holidays = calendar.holidays.map(({ location, date, name, hours }) => {
    const [opens, closes] = hours === null ? [null, null] : ends(hours)
    return { location_id: location && ids.location(location), date, name, opens, closes }
  })
  await insertRows(tx, 'holidays', holidays)
  const exceptions = calendar.exceptions.map((each) => {
    const [starts, to] = each.hours === null ? [null, null] : ends(each.hours)
    return {
      specialist_id: ids.specialist(each.specialist),
      location_id: each.location && ids.location(each.location),
      date: each.date,
      kind: each.kind,
      starts,
      ends: to,
      reason: each.reason,
    }
  })
  await insertRows(tx, 'schedule_exceptions', exceptions)
}
