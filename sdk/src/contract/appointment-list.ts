import { statuses } from './appointment.ts'
import { choice, flag, id, localDate, paging, pagingOptional } from './common.ts'
import { described, object } from './schema.ts'

export const listQuery = object(
  'ListAppointmentQuery',
  'Which visits.',
  {
    from: {
      ...localDate,
      format: 'date-or-instant',
      maxLength: 40,
      description: 'Starting at or after: an instant, or a date in the organization’s zone.',
    },
    to: {
      ...localDate,
      format: 'date-or-instant',
      maxLength: 40,
      description: 'Starting before: an instant, or through the end of a date.',
      examples: ['2027-01-17'],
    },
    location_id: described(id, 'In this branch.'),
    specialist_id: described(id, 'With this specialist.'),
    client_id: described(id, 'Of this client.'),
    session_id: described(id, 'With a seat in this group session.'),
    status: choice('In this status.', statuses, 'confirmed'),
    unpaid: flag(
      'Only those with something left to pay: neither cancelled nor expired, and the client came or is to come.',
      true,
    ),
    sort: choice('Order.', ['starts_at', '-starts_at', 'id', '-id']),
    ...paging,
  },
  [
    'from',
    'to',
    'location_id',
    'specialist_id',
    'client_id',
    'session_id',
    'status',
    'unpaid',
    'sort',
    ...pagingOptional,
  ],
)
