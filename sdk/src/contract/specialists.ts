import { email, id, localDate, phone, text, translations, url } from './common.ts'
import { archivedFilter, catalogue, crud, idList, kept, sort } from './crud.ts'
import type { Operation } from './operation.ts'
import { described, nullable, object } from './schema.ts'

const specialistDraftFields = {
  first_name: text('Given name.', 100, 'Анна', 1),
  last_name: text('Family name.', 100, 'Иванова'),
  iname: text('Patronymic.', 100, 'Сергеевна'),
  title: text('What they are.', 200, 'Массажист'),
  bio: text('About them.', 5000, 'Стаж 10 лет'),
  photo_url: nullable(described(url, 'Photo.')),
  translations: translations('Specialist', {
    first_name: text('Given name.', 100, 'Anna'),
    last_name: text('Family name.', 100, 'Ivanova'),
    iname: text('Patronymic.', 100, 'Sergeevna'),
    title: text('What they are.', 200, 'Massage therapist'),
    bio: text('About them.', 5000, 'Ten years of practice'),
  }),
}

const specialistPrivateFields = {
  phone: nullable(described(phone, 'Phone; staff only.')),
  email: nullable(described(email, 'E-mail; staff only.')),
  birth_date: nullable(described(localDate, 'Birthday; staff only.', '1985-04-12')),
}

const specialistDraft = object(
  'SpecialistDraft',
  'A specialist to add.',
  { ...specialistDraftFields, ...specialistPrivateFields },
  [
    'last_name',
    'iname',
    'title',
    'bio',
    'photo_url',
    'translations',
    'phone',
    'email',
    'birth_date',
  ],
)

export const specialist = object(
  'Specialist',
  'Who gives the services.',
  {
    id,
    ...specialistDraftFields,
    service_ids: idList('What they do.'),
    location_ids: idList('Where they work by their schedule.'),
    ...specialistPrivateFields,
    ...kept,
  },
  Object.keys(specialistPrivateFields),
)

export const specialistOperations = {
  specialists: crud({
    one: 'a specialist',
    many: 'specialists',
    archiving: 'they leave the public catalogue and stay in history',
    path: '/specialists',
    item: specialist,
    draft: specialistDraft,
    ...catalogue,
    filters: {
      location_id: described(id, 'Who work in this branch.'),
      service_id: described(id, 'Who do this service.'),
      ...archivedFilter,
      ...sort('id', 'last_name'),
    },
  }),
} as const satisfies Record<string, Record<string, Operation>>
