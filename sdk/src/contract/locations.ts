import { id, integer, phone, text, timeZone, translations } from './common.ts'
import { archivedFilter, catalogue, crud, idList, kept, sort } from './crud.ts'
import type { Operation } from './operation.ts'
import { policy } from './policy.ts'
import { described, nullable, object } from './schema.ts'

const locationDraftFields = {
  name: text('Name of the branch.', 200, 'Клиника на Арбате', 1),
  city: text('City.', 200, 'Москва'),
  address: text('Street address.', 500, 'ул. Арбат, 10'),
  phone: nullable(described(phone, 'Phone of the branch.', '+74951234567')),
  time_zone: timeZone,
  slot_step_min: integer('Grid of start times, minutes; divides a day.', 5, 240, 15),
  policies: described(policy, 'Rules of this branch over the organization’s.', {
    lead_time_min: 60,
  }),
  translations: translations('Location', {
    name: text('Name.', 200, 'Arbat clinic'),
    city: text('City.', 200, 'Moscow'),
    address: text('Address.', 500, '10 Arbat St'),
  }),
}

const locationDraft = object('LocationDraft', 'A branch to add.', locationDraftFields, [
  'city',
  'address',
  'phone',
  'slot_step_min',
  'policies',
  'translations',
])

export const location = object('Location', 'A branch.', {
  id,
  ...locationDraftFields,
  workplace_ids: idList('Its rooms in use.'),
  specialist_ids: idList('Who works there by their schedule.'),
  service_ids: idList('Services that somebody can be booked for there.'),
  ...kept,
})

export const locationOperations = {
  locations: crud({
    one: 'a branch',
    many: 'branches',
    path: '/locations',
    item: location,
    draft: locationDraft,
    ...catalogue,
    filters: { ...archivedFilter, ...sort('id', 'name') },
  }),
} as const satisfies Record<string, Record<string, Operation>>
