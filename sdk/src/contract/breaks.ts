import {
  dateRange,
  id,
  idParams,
  instant,
  localDate,
  localTime,
  paging,
  pagingOptional,
  text,
  updatedAt,
  version,
} from './common.ts'
import { desk, staff, type Operation } from './operation.ts'
import { described, object, page } from './schema.ts'

const breakFields = {
  specialist_id: described(id, 'Whose break.'),
  date: localDate,
  start_time: described(localTime, 'From.', '13:00'),
  end_time: described(localTime, 'To.', '14:00'),
  reason: text('Why; staff only.', 500, 'Обед'),
}

const breakDraft = object(
  'BreakDraft',
  'A break to add. It takes time like a visit: overlapping a visit is refused.',
  {
    ...breakFields,
    location_id: described(
      id,
      'In the time zone of this branch; needed when the specialist works in several zones.',
    ),
  },
  ['reason', 'location_id'],
)

export const breakItem = object('Break', 'Time that a specialist is not to be booked.', {
  id,
  ...breakFields,
  starts_at: instant,
  ends_at: described(instant, 'The end.', '2027-01-11T11:00:00+03:00'),
  version,
  updated_at: updatedAt,
})

const catalogueRead = { scope: 'catalogue:read' } as const

export const breakOperations = {
  breaks: {
    list: {
      method: 'GET',
      path: '/breaks',
      summary: 'List breaks, by date.',
      who: [...staff, 'secret'],
      ...catalogueRead,
      query: object(
        'ListBreakQuery',
        'Which breaks.',
        { specialist_id: described(id, 'Of this specialist.'), ...dateRange, ...paging },
        ['specialist_id', 'from', 'to', ...pagingOptional],
      ),
      status: 200,
      reply: page(breakItem),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/breaks/:id',
      summary: 'Get one of the breaks.',
      who: [...staff, 'secret'],
      ...catalogueRead,
      params: idParams,
      status: 200,
      reply: breakItem,
      errors: ['not_found'],
    },
    create: {
      method: 'POST',
      path: '/breaks',
      summary: 'Add a break.',
      who: [...desk, 'specialist', 'secret'],
      scope: 'catalogue:write',
      body: breakDraft,
      status: 201,
      reply: breakItem,
      errors: ['not_found', 'unknown_reference', 'slot_unavailable', 'invalid_data'],
    },
    remove: {
      method: 'DELETE',
      path: '/breaks/:id',
      summary: 'Remove a break.',
      who: [...desk, 'specialist', 'secret'],
      scope: 'catalogue:write',
      params: idParams,
      status: 204,
      reply: null,
      errors: ['not_found', 'version_conflict'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
