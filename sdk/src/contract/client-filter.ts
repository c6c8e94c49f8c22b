import { choice, flag, id, instant, integer, localDate, money, sum, text } from './common.ts'
import { described, nullable, object } from './schema.ts'

/** What a client has done, of visits that took place. */
export const clientFigures = object('ClientFigures', 'What a client has done so far.', {
  visits: integer('Visits that took place.', 0, 2147483647, 12),
  spent: described(money, 'Total of those visits.'),
  last_visit_at: nullable(described(instant, 'When the latest of them began.')),
  next_visit_at: nullable(described(instant, 'When the next one that is booked begins.', null)),
  balance: described(money, 'What is in their wallet.'),
})

/** By what clients are chosen: all that is named must hold. */
export const clientFilter = {
  tag: text('With this tag.', 50, 'vip'),
  visits_from: integer('At least so many visits took place.', 0, 100000, 3),
  visits_to: integer('At most so many.', 0, 100000, 10),
  spent_from: described(sum, 'At least so much was sold to them, minor units.'),
  spent_to: described(sum, 'At most so much.'),
  last_visit_from: described(localDate, 'Their latest visit was on this date or later.'),
  last_visit_to: described(localDate, 'It was on this date or earlier.', '2027-06-30'),
  service_id: described(id, 'Had a visit of this service.'),
  location_id: described(id, 'Had a visit in this branch.'),
  birth_month: integer('Born in this month.', 1, 12, 5),
  marketing: flag('Whether they agree to advertising.', true),
  blocked: flag('Whether they may not book online.'),
}

export const clientSorts = choice('Order; by visits, spent and last visit too.', [
  'id',
  '-id',
  'last_name',
  '-last_name',
  'created_at',
  '-created_at',
  'visits',
  '-visits',
  'spent',
  '-spent',
  'last_visit_at',
  '-last_visit_at',
])
