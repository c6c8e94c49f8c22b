import { amount, flag, id, integer, money, text, translations, url } from './common.ts'
import { archivedFilter, catalogue, crud, idList, kept, sort } from './crud.ts'
import type { Operation } from './operation.ts'
import { policy } from './policy.ts'
import { described, nullable, object, type Schema } from './schema.ts'

const serviceSpecialist = object(
  'ServiceSpecialist',
  'Who does a service, at which price and length.',
  {
    specialist_id: described(id, 'The specialist.'),
    price: nullable(described(amount, 'Their own price; null = the service’s.', null)),
    duration_min: nullable(
      integer('Their own length, minutes; null = the service’s.', 1, 1440, 60),
    ),
  },
  ['price', 'duration_min'],
)

const serviceDraftFields = {
  name: text('Name.', 200, 'Массаж 60 мин', 1),
  category: text('Category, a heading of the catalogue.', 200, 'Массаж'),
  description: text('What it is.', 5000, 'Классический массаж спины'),
  preparation: text('How to prepare; shown after booking.', 5000, 'Не ешьте за час до визита'),
  duration_min: integer('Length, minutes.', 1, 1440, 60),
  buffer_before_min: integer('Time kept free before, minutes.', 0, 240, 0),
  buffer_after_min: integer('Time kept free after, minutes.', 0, 240, 10),
  resizable: flag(
    'The desk may make a visit longer or shorter; its price stays as it was booked. A group session has one length for all.',
    false,
  ),
  price: described(amount, 'Price in minor units; of a group service, of one seat.'),
  capacity: integer(
    'Seats of one session; more than 1 = a group service, whose visits share a session. A change is for new sessions only.',
    1,
    200,
    1,
  ),
  color: {
    description: 'Colour in calendars, #rrggbb.',
    type: 'string',
    pattern: '^#[0-9a-fA-F]{6}$',
    examples: ['#4f7cac'],
  } satisfies Schema,
  photo_url: nullable(described(url, 'Photo.')),
  online_bookable: flag('Clients may book it themselves.', true),
  position: integer('Order in the catalogue.', 0, 100000, 1),
  specialists: {
    description: 'Who does it.',
    type: 'array',
    items: serviceSpecialist,
    maxItems: 500,
    examples: [[{ specialist_id: 1 }]],
  } satisfies Schema,
  workplace_ids: idList('Which rooms can host it; none at all = it needs no room.'),
  policies: described(policy, 'Rules of this service over the branch’s.', {}),
  translations: translations('Service', {
    name: text('Name.', 200, 'Massage, 60 min'),
    category: text('Category.', 200, 'Massage'),
    description: text('Description.', 5000, 'A classic back massage'),
    preparation: text('Preparation.', 5000, 'Do not eat for an hour before'),
  }),
}

const serviceDraft = object('ServiceDraft', 'A service to add.', serviceDraftFields, [
  'category',
  'description',
  'preparation',
  'buffer_before_min',
  'buffer_after_min',
  'resizable',
  'capacity',
  'color',
  'photo_url',
  'online_bookable',
  'position',
  'specialists',
  'workplace_ids',
  'policies',
  'translations',
])

export const service = object('Service', 'A service.', {
  id,
  ...serviceDraftFields,
  price: described(money, 'Price; a specialist’s own may differ.'),
  specialist_ids: idList('Who does it.'),
  ...kept,
})

export const serviceOperations = {
  services: crud({
    one: 'a service',
    many: 'services',
    path: '/services',
    item: service,
    draft: serviceDraft,
    ...catalogue,
    filters: {
      location_id: described(id, 'That can be booked in this branch.'),
      specialist_id: described(id, 'That this specialist does.'),
      category: text('Of this category.', 200, 'Массаж'),
      ...archivedFilter,
      ...sort('position', 'name', 'id'),
    },
  }),
} as const satisfies Record<string, Record<string, Operation>>
