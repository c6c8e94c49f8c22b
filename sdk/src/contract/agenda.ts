import { appointment } from './appointment.ts'
import { breakItem } from './breaks.ts'
import { id, instant, localDate, text, timeZone } from './common.ts'
import { staff, type Operation } from './operation.ts'
import { array, described, nullable, object } from './schema.ts'

const span = {
  starts_at: described(instant, 'From.', '2027-01-11T09:00:00+03:00'),
  ends_at: described(instant, 'To.', '2027-01-11T18:00:00+03:00'),
}

export const agenda = object('Agenda', 'What a branch’s day is made of.', {
  time_zone: timeZone,
  open: array(
    object('OpenSpan', 'When the branch is open.', span),
    'Opening hours, with holidays.',
    {
      max: 500,
    },
  ),
  working: array(
    object('WorkingSpan', 'When a specialist works there.', {
      specialist_id: described(id, 'Who.'),
      ...span,
    }),
    'Working hours, with exceptions, inside the opening hours.',
    { max: 50_000 },
  ),
  breaks: array(breakItem, 'Breaks of the specialists who work there.', { max: 50_000 }),
  visits: array(appointment, 'Visits that begin or are under way then, in any status, by start.', {
    max: 50_000,
  }),
  clients: array(
    object('AgendaClient', 'Who comes, as the day shows them.', {
      id,
      first_name: text('Given name.', 100, 'Анна'),
      last_name: text('Family name.', 100, 'Петрова'),
      phone: nullable(text('Phone, E.164.', 32, '+79161234567')),
    }),
    'The clients of these visits.',
    { max: 50_000 },
  ),
})

const query = object(
  'AgendaQuery',
  'Which days of which branch.',
  {
    location_id: described(id, 'The branch.'),
    from: described(localDate, 'First date, of the branch.'),
    to: described(localDate, 'Last date; at most 62 days.', '2027-01-17'),
    specialist_id: described(id, 'Only this specialist.'),
  },
  ['specialist_id'],
)

export const agendaOperations = {
  agenda: {
    get: {
      method: 'GET',
      path: '/agenda',
      summary:
        'Days of a branch in one call: hours, breaks, visits and their clients. A specialist sees their own.',
      who: [...staff, 'secret'],
      scope: 'appointments:read',
      query,
      status: 200,
      reply: agenda,
      errors: ['not_found'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
