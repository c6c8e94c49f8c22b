import { id, instant, integer, localDate, money, text, timeZone } from './common.ts'
import { everyone, type Operation } from './operation.ts'
import { array, described, object } from './schema.ts'

export const explainReasons = [
  'closed',
  'holiday',
  'specialist_off',
  'specialist_not_at_location',
  'break',
  'appointment',
  'hold',
  'full',
  'workplace_busy',
  'no_workplace',
  'too_soon',
  'too_far',
  'not_offered',
] as const

const when = {
  starts_at: instant,
  ends_at: described(
    instant,
    'End, for the first of `specialist_ids`.',
    '2027-01-11T11:00:00+03:00',
  ),
  specialist_ids: array(id, 'Who is free, in ascending order.', { max: 1000 }),
  seats_left: integer(
    'Of a group service only: free seats of the session that has most of them, one that would begin with this booking included.',
    1,
    200,
    3,
  ),
}

export const alternative = object('Alternative', 'A free time near one that is not.', when, [
  'seats_left',
])

const slot = object(
  'Slot',
  'A time that can be booked now.',
  {
    ...when,
    price: described(money, 'The lowest price among them, after the caller’s personal discount.'),
  },
  ['seats_left'],
)

const refusal = object('SlotRefusal', 'A time that is not offered, and why.', {
  starts_at: instant,
  reasons: array(
    object('SlotRefusalReason', 'Why not, for one specialist or for all.', {
      specialist_id: {
        description: 'The specialist; null = whoever.',
        type: ['integer', 'null'],
        examples: [1],
      },
      reason: {
        description: 'What stands against it.',
        type: 'string',
        enum: explainReasons,
        examples: ['appointment'],
      },
    }),
    'All that stands against it.',
    { max: 2000 },
  ),
})

const day = object(
  'Day',
  'One local date.',
  {
    date: localDate,
    slots: array(slot, 'Times in ascending order.', { max: 2000 }),
    refused: array(refusal, 'With explain=1: grid times not offered.', { max: 2000 }),
  },
  ['refused'],
)

export const availability = object('Availability', 'Times that can be booked.', {
  time_zone: timeZone,
  days: array(day, 'Every date asked for, also the empty ones.', { max: 62 }),
})

const availabilityQuery = object(
  'AvailabilityQuery',
  'What to look for.',
  {
    location_id: described(id, 'The branch.'),
    service_id: described(id, 'The service.'),
    specialist_id: described(id, 'Only this specialist; left out = any.'),
    from: described(localDate, 'First date.'),
    to: described(localDate, 'Last date; at most 62 days.', '2027-01-17'),
    appointment_id: described(
      id,
      'A visit to be moved: its own time counts as free (the visit must be one’s own).',
    ),
    duration_min: integer(
      'How long the visit to be moved is to be, minutes (desk); left out = as long as it is.',
      1,
      1440,
      90,
    ),
    explain: {
      description: '1 = say why each other time is not offered (staff).',
      type: 'integer',
      enum: [0, 1],
      default: 0,
      examples: [0],
    },
  },
  ['specialist_id', 'appointment_id', 'duration_min', 'explain'],
)

export const nearestTimes = object('NearestTimes', 'The next free times of a branch, by service.', {
  location_id: described(id, 'The branch.'),
  time_zone: timeZone,
  data: array(
    object('NearestOfService', 'The next free times of one service.', {
      service_id: described(id, 'The service.'),
      slots: array(slot, 'At most three, the soonest first; none within 31 days: empty.', {
        max: 3,
      }),
    }),
    'Every service that can be booked online here, in ascending order of id.',
    { max: 1000 },
  ),
})

const nearestQuery = object(
  'NearestQuery',
  'Where to look.',
  {
    location_id: described(id, 'The branch.'),
    service_id: described(id, 'Only this service.'),
    specialist_id: described(id, 'Only this specialist.'),
  },
  ['service_id', 'specialist_id'],
)

export const bookingHoldHeader = text(
  'Token of the caller’s own hold: its time is shown as free.',
  2000,
  'hold_eyJpIjo3fQ.c2ln',
)

export const availabilityOperations = {
  availability: {
    search: {
      method: 'GET',
      path: '/availability',
      summary: 'Find times that can be booked.',
      who: everyone,
      scope: 'catalogue:read',
      query: availabilityQuery,
      status: 200,
      reply: availability,
      errors: ['not_found', 'forbidden'],
    },
    nearest: {
      method: 'GET',
      path: '/availability/nearest',
      summary: 'The next free times of every service of a branch, for a first screen.',
      who: everyone,
      scope: 'catalogue:read',
      query: nearestQuery,
      status: 200,
      reply: nearestTimes,
      errors: ['not_found'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
