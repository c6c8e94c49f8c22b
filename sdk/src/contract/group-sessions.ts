import { listQuery } from './appointment-list.ts'
import { createdAt, flag, id, instant, integer, paging, pagingOptional } from './common.ts'
import { staff, type Operation } from './operation.ts'
import { described, nullable, object, page, type Schema } from './schema.ts'

const groupSession = object(
  'GroupSession',
  'What visits of a group service share: a specialist, a room and a time. It begins with its first visit and goes with its last.',
  {
    id,
    location_id: described(id, 'The branch.'),
    service_id: described(id, 'The service.'),
    specialist_id: described(id, 'The specialist.'),
    workplace_id: nullable(described(id, 'The room; null when the service needs none.')),
    starts_at: instant,
    ends_at: described(instant, 'The end.', '2027-01-11T11:00:00+03:00'),
    capacity: integer('Its seats: as many as the service had when it began.', 1, 200, 8),
    seats_taken: integer('Visits in it; GET /appointments?session_id= lists them.', 1, 200, 3),
    overbooked: flag('Begun by override at a taken time.'),
    created_at: createdAt,
  },
)

const { from, to } = listQuery.properties

const listGroupSessionQuery = object(
  'ListGroupSessionQuery',
  'Which sessions.',
  {
    from: from ?? ({} satisfies Schema),
    to: to ?? ({} satisfies Schema),
    location_id: described(id, 'In this branch.'),
    service_id: described(id, 'Of this service.'),
    specialist_id: described(id, 'With this specialist.'),
    ...paging,
  },
  ['from', 'to', 'location_id', 'service_id', 'specialist_id', ...pagingOptional],
)

export const groupSessionOperations = {
  groupSessions: {
    list: {
      method: 'GET',
      path: '/group-sessions',
      summary: 'List group sessions, by their start.',
      who: [...staff, 'secret'],
      scope: 'appointments:read',
      query: listGroupSessionQuery,
      status: 200,
      reply: page(groupSession),
      errors: [],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
