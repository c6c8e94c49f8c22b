import { choice, id, text, translations } from './common.ts'
import { archivedFilter, catalogue, crud, idList, kept, sort } from './crud.ts'
import type { Operation } from './operation.ts'
import { described, object } from './schema.ts'

const workplaceDraftFields = {
  location_id: described(id, 'Its branch.'),
  name: text('Name.', 200, 'Кабинет 1', 1),
  kind: choice('What it is.', ['room', 'chair', 'machine', 'other']),
  service_ids: idList('Services it can host.'),
  translations: translations('Workplace', { name: text('Name.', 200, 'Room 1') }),
}

const workplaceDraft = object(
  'WorkplaceDraft',
  'A room, chair or machine to add.',
  workplaceDraftFields,
  ['kind', 'service_ids', 'translations'],
)

export const workplace = object(
  'Workplace',
  'A room, chair or machine that one visit at a time takes.',
  { id, ...workplaceDraftFields, ...kept },
)

export const workplaceOperations = {
  workplaces: crud({
    one: 'a workplace',
    many: 'workplaces',
    path: '/workplaces',
    item: workplace,
    draft: workplaceDraft,
    ...catalogue,
    filters: {
      location_id: described(id, 'Of this branch.'),
      ...archivedFilter,
      ...sort('id', 'name'),
    },
  }),
} as const satisfies Record<string, Record<string, Operation>>
