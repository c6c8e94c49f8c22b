import {
  choice,
  flag,
  id,
  idParams,
  instant,
  integer,
  localDate,
  localTime,
  text,
} from './common.ts'
import { admins, everyone, staff, type Operation } from './operation.ts'
import { array, described, nullable, object } from './schema.ts'

const dayOfWeek = integer('1 = Monday … 7 = Sunday.', 1, 7, 1)

const validity = {
  valid_from: nullable(described(localDate, 'First day of validity; null = always was.', null)),
  valid_to: nullable(described(localDate, 'Last day of validity; null = until changed.', null)),
}

const openInterval = object(
  'OpenInterval',
  'Hours of one weekday; a day may have several, none overlapping.',
  {
    day_of_week: dayOfWeek,
    opens: localTime,
    closes: described(localTime, 'End, HH:MM; 24:00 = midnight.', '20:00'),
    ...validity,
  },
  ['valid_from', 'valid_to'],
)

const workInterval = object(
  'WorkInterval',
  'Working hours of one weekday in one branch.',
  {
    location_id: described(id, 'The branch.'),
    day_of_week: dayOfWeek,
    starts: localTime,
    ends: described(localTime, 'End, HH:MM; 24:00 = midnight.', '18:00'),
    ...validity,
  },
  ['valid_from', 'valid_to'],
)

const exception = object(
  'ScheduleException',
  'A dated change of the week: a day (or hours) off, or an extra shift.',
  {
    date: localDate,
    kind: choice('off takes time away, shift adds it.', ['off', 'shift']),
    location_id: nullable(
      described(id, 'The branch; needed by a shift, null for a day off everywhere.'),
    ),
    starts: nullable(described(localTime, 'From; null = the whole day (off).')),
    ends: nullable(described(localTime, 'To; null = the whole day (off).', '18:00')),
    reason: text('Why; not shown to clients.', 500, 'Отпуск'),
  },
  ['location_id', 'starts', 'ends', 'reason'],
)

const outside = object(
  'OutsideAppointment',
  'A coming appointment that is outside the hours now.',
  {
    id,
    starts_at: instant,
    ends_at: described(instant, 'The end.', '2027-01-11T11:00:00+03:00'),
    specialist_id: described(id, 'Its specialist.'),
    location_id: described(id, 'Its branch.'),
  },
)

export const outsideList = array(
  outside,
  'Coming appointments that fall outside now. They stay as they are: move or cancel them.',
  { max: 10000 },
)

const dryRun = {
  dry_run: flag('Only tell what would be outside; nothing is changed.', true),
}

const locationWeek = object(
  'LocationWeek',
  'Opening hours, put as a whole.',
  { week: array(openInterval, 'All intervals.', { max: 500 }), ...dryRun },
  ['dry_run'],
)

const specialistWeek = object(
  'SpecialistWeek',
  'Working hours and exceptions, put as a whole. `exceptions` left out = unchanged.',
  {
    week: array(workInterval, 'All intervals.', { max: 500 }),
    exceptions: array(exception, 'All dated exceptions.', { max: 2000 }),
    ...dryRun,
  },
  ['exceptions', 'dry_run'],
)

export const locationSchedule = object(
  'LocationSchedule',
  'Opening hours of a branch.',
  { week: array(openInterval, 'All intervals.', { max: 500 }), outside: outsideList },
  ['outside'],
)

export const specialistSchedule = object(
  'SpecialistSchedule',
  'Working hours of a specialist.',
  {
    week: array(workInterval, 'All intervals.', { max: 500 }),
    exceptions: array(exception, 'All dated exceptions.', { max: 2000 }),
    outside: outsideList,
  },
  ['outside'],
)

const catalogueRead = { scope: 'catalogue:read' } as const

const adminWrite = { who: [...admins, 'secret'], scope: 'catalogue:write' } as const

/** A specialist may change their own. */
const ownWrite = { who: [...admins, 'specialist', 'secret'], scope: 'catalogue:write' } as const

export const scheduleOperations = {
  locationSchedule: {
    get: {
      method: 'GET',
      path: '/locations/:id/schedule',
      summary: 'Opening hours of a branch.',
      who: everyone,
      ...catalogueRead,
      params: idParams,
      status: 200,
      reply: locationSchedule,
      errors: ['not_found'],
    },
    put: {
      method: 'PUT',
      path: '/locations/:id/schedule',
      summary: 'Replace the opening hours; the answer names appointments outside them now.',
      ...adminWrite,
      params: idParams,
      body: locationWeek,
      status: 200,
      reply: locationSchedule,
      errors: ['not_found', 'schedule_overlap', 'invalid_data'],
    },
  },
  specialistSchedule: {
    get: {
      method: 'GET',
      path: '/specialists/:id/schedule',
      summary: 'Working hours of a specialist.',
      who: [...staff, 'secret'],
      ...catalogueRead,
      params: idParams,
      status: 200,
      reply: specialistSchedule,
      errors: ['not_found'],
    },
    put: {
      method: 'PUT',
      path: '/specialists/:id/schedule',
      summary: 'Replace the working hours; the answer names appointments outside them now.',
      ...ownWrite,
      params: idParams,
      body: specialistWeek,
      status: 200,
      reply: specialistSchedule,
      errors: ['not_found', 'schedule_overlap', 'unknown_reference', 'invalid_data'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
