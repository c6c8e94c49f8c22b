import {
  dateRange,
  id,
  idParams,
  localDate,
  localTime,
  paging,
  pagingOptional,
  text,
  updatedAt,
  version,
} from './common.ts'
import { admins, everyone, type Operation } from './operation.ts'
import { outsideList } from './schedules.ts'
import { described, nullable, object, page } from './schema.ts'

const holidayFields = {
  location_id: nullable(described(id, 'The branch; null = every branch.', null)),
  date: localDate,
  name: text('Name.', 200, 'Новый год', 1),
  opens: nullable(described(localTime, 'Opens on this short day; null = closed.', null)),
  closes: nullable(described(localTime, 'Closes on this short day; null = closed.', null)),
}

const holidayDraft = object('HolidayDraft', 'A holiday or short day to add.', holidayFields, [
  'location_id',
  'opens',
  'closes',
])

export const holiday = object(
  'Holiday',
  'A holiday, or a short day with hours of its own.',
  { id, ...holidayFields, outside: outsideList, version, updated_at: updatedAt },
  ['outside'],
)

const holidayPlan = object(
  'HolidayPlan',
  'Days that are thought of as holidays or short days.',
  {
    location_id: holidayFields.location_id,
    from: described(localDate, 'First date.', '2027-01-01'),
    to: described(localDate, 'Last date; at most 366 days.', '2027-01-08'),
    opens: holidayFields.opens,
    closes: holidayFields.closes,
  },
  ['location_id', 'opens', 'closes'],
)

const catalogueRead = { scope: 'catalogue:read' } as const

const adminWrite = { who: [...admins, 'secret'], scope: 'catalogue:write' } as const

export const holidayOperations = {
  holidays: {
    list: {
      method: 'GET',
      path: '/holidays',
      summary: 'List holidays and short days, by date.',
      who: everyone,
      ...catalogueRead,
      query: object(
        'ListHolidayQuery',
        'Which holidays.',
        { location_id: described(id, 'That hold for this branch.'), ...dateRange, ...paging },
        ['location_id', 'from', 'to', ...pagingOptional],
      ),
      status: 200,
      reply: page(holiday),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/holidays/:id',
      summary: 'Get one of the holidays.',
      who: everyone,
      ...catalogueRead,
      params: idParams,
      status: 200,
      reply: holiday,
      errors: ['not_found'],
    },
    create: {
      method: 'POST',
      path: '/holidays',
      summary: 'Add a holiday; the answer names appointments outside the hours now.',
      ...adminWrite,
      body: holidayDraft,
      status: 201,
      reply: holiday,
      errors: ['unknown_reference', 'already_exists', 'invalid_data'],
    },
    preview: {
      method: 'POST',
      path: '/holidays/preview',
      summary:
        'Which appointments holidays would leave outside the hours that are inside now; nothing is changed.',
      ...adminWrite,
      body: holidayPlan,
      status: 200,
      reply: object('HolidayPreview', 'What holidays would do.', { outside: outsideList }),
      errors: ['unknown_reference', 'invalid_data'],
    },
    remove: {
      method: 'DELETE',
      path: '/holidays/:id',
      summary: 'Remove a holiday.',
      ...adminWrite,
      params: idParams,
      status: 204,
      reply: null,
      errors: ['not_found', 'version_conflict'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
