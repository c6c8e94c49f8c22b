import {
  amount,
  choice,
  createdAt,
  email,
  flag,
  id,
  instant,
  integer,
  locale,
  money,
  phone,
  sum,
  text,
  updatedAt,
  version,
} from './common.ts'
import { consentKinds } from './consents.ts'
import { array, described, nullable, object } from './schema.ts'

export const statuses = [
  'pending',
  'confirmed',
  'arrived',
  'completed',
  'cancelled',
  'no_show',
  'expired',
] as const

export const sources = ['widget', 'site', 'telegram', 'admin', 'api'] as const

export const paymentMethods = ['on_site', 'wallet', 'package', 'card'] as const

export const holdToken = text(
  'Token of the hold: who bears it, may confirm or release it.',
  2000,
  'hold_eyJpIjo3fQ.c2ln',
  10,
)

export const bookRequest = object(
  'BookRequest',
  'What to hold.',
  {
    location_id: described(id, 'The branch.'),
    service_id: described(id, 'The service.'),
    specialist_id: described(
      id,
      'The specialist; left out = any free one, the least loaded first.',
    ),
    starts_at: described(instant, 'The start, from availability.'),
    hold: described(holdToken, 'One’s own hold to give up in the same step.'),
  },
  ['specialist_id', 'hold'],
)

export const hold = object(
  'Hold',
  'A time, or a seat in a group session, kept for its bearer until `expires_at`.',
  {
    hold: holdToken,
    expires_at: described(instant, 'Until when it is kept.'),
    location_id: described(id, 'The branch.'),
    service_id: described(id, 'The service.'),
    specialist_id: described(id, 'The specialist, chosen if none was named.'),
    workplace_id: nullable(described(id, 'The room; null when the service needs none.')),
    starts_at: instant,
    ends_at: described(instant, 'The end.', '2027-01-11T11:00:00+03:00'),
    price: described(money, 'What it costs, after the caller’s personal discount.'),
  },
)

export const guest = object(
  'Guest',
  'Who comes: an existing client (staff, secret keys) or contacts.',
  {
    id: described(id, 'An existing client; staff and secret keys only.'),
    first_name: text('Given name.', 100, 'Анна', 1),
    last_name: text('Family name.', 100, 'Петрова'),
    phone,
    email,
    locale,
  },
  ['id', 'first_name', 'last_name', 'phone', 'email', 'locale'],
)

const consent = object('ConsentGiven', 'A consent given with the booking; each is separate.', {
  kind: choice('What is consented to.', consentKinds),
  version: text('Version of the text that was shown.', 50, '1', 1),
})

export const manualDiscount = object(
  'ManualDiscount',
  'A discount by staff, with its reason: a percent or an amount.',
  {
    percent: {
      description: 'Percent off, at most two decimals; this or the amount.',
      type: 'number',
      minimum: 0.01,
      maximum: 100,
      examples: [15],
    },
    amount: described(sum, 'Minor units off; this or the percent.'),
    reason: text('Why.', 500, 'Извинение за ожидание', 1),
  },
  ['percent', 'amount'],
)

const toldBy = choice(
  'The bot in whose chat the client sees this done: there they are not told of it once more. Counts only from the client themself, whose message it is.',
  ['telegram', 'max'],
)

export const confirmRequest = object(
  'ConfirmRequest',
  'Makes the held time a visit.',
  {
    hold: holdToken,
    client: described(guest, 'Who comes; left out by a signed-in client.'),
    payment: object('PaymentChoice', 'How it is paid.', {
      method: choice('How.', paymentMethods),
    }),
    promo: text('Promo code; not with a package.', 50, 'SPRING'),
    note: text('For the clinic.', 2000, 'Впервые'),
    consents: array(consent, 'Consents given.', { max: 10 }),
    source: choice('Where it was booked.', sources),
    total: described(
      amount,
      'What the quote said; when another sum would be charged, nothing is booked. A package charges nothing.',
    ),
    discount: described(manualDiscount, 'A discount by staff; not with a package.'),
    return_url: {
      description: 'Where a card payment comes back to.',
      type: 'string',
      format: 'http-url',
      maxLength: 2000,
      examples: ['https://clinic.example/thanks'],
    },
    told_by: toldBy,
  },
  [
    'client',
    'payment',
    'promo',
    'note',
    'consents',
    'source',
    'discount',
    'return_url',
    'total',
    'told_by',
  ],
)

export const appliedDiscount = object('AppliedDiscount', 'A discount inside the price.', {
  kind: choice('Whose it is.', ['client', 'promo', 'manual']),
  discount_percent: {
    description: 'Percent; null when it was an amount.',
    type: ['number', 'null'],
    examples: [10],
  },
  amount: described(money, 'What it took off.'),
  reason: text('Why.', 500, 'Постоянный клиент'),
})

export const appointment = object('Appointment', 'A visit.', {
  id,
  status: choice(
    'pending → confirmed → arrived → completed; exits cancelled, no_show, expired.',
    statuses,
    'confirmed',
  ),
  code: text(
    'Code of the manage link; who bears it, may see, move and cancel.',
    100,
    'kX3vT9qLm2WcR7yZ0bNf8A',
  ),
  location_id: described(id, 'The branch.'),
  service_id: described(id, 'The service.'),
  specialist_id: described(id, 'The specialist.'),
  workplace_id: nullable(described(id, 'The room.')),
  client_id: nullable(described(id, 'The client.')),
  session_id: nullable(
    described(
      id,
      'The group session it has a seat in, shared with other visits; null = it has its time to itself, or has been called off.',
      null,
    ),
  ),
  starts_at: instant,
  ends_at: described(instant, 'The end.', '2027-01-11T11:00:00+03:00'),
  price: described(money, 'Price frozen at booking.'),
  discount: described(money, 'All discounts together.'),
  total: described(money, 'To pay: price less discount.'),
  discounts: array(appliedDiscount, 'Each discount.', { max: 10 }),
  prepayment: described(money, 'What must be paid before it is certain; 0 = nothing.'),
  paid: described(
    money,
    'What has been paid and not given back: from the balance, by card, at the desk; a package’s visit counts as the whole.',
  ),
  client_package_id: nullable(described(id, 'The package it is paid from.', null)),
  payment_url: nullable(
    text('Where a pending card payment is paid.', 2000, 'https://pay.example/1'),
  ),
  paid_by: nullable(choice('How it is paid; null = not yet chosen.', paymentMethods)),
  source: choice('Where it was booked.', sources),
  note: text('From the client.', 2000, 'Впервые'),
  overbooked: flag('Made by override at a taken time.'),
  pending_until: nullable(described(instant, 'Until when a pending booking keeps its time.', null)),
  cancel_reason: nullable(text('Why it was cancelled.', 500, 'Заболел')),
  acknowledged_at: nullable(
    described(
      instant,
      'When the client said that they are coming; null = not said, or moved since.',
      null,
    ),
  ),
  version,
  created_at: createdAt,
  updated_at: updatedAt,
})

export const deskRequest = object(
  'DeskBooking',
  'A booking in one call, without a hold.',
  {
    location_id: described(id, 'The branch.'),
    service_id: described(id, 'The service.'),
    specialist_id: described(id, 'The specialist; left out = any free one.'),
    workplace_id: described(id, 'The room; left out = any free one.'),
    starts_at: described(instant, 'The start; any minute.'),
    client: guest,
    payment: confirmRequest.properties['payment'] ?? {},
    discount: described(manualDiscount, 'A discount by staff; not with a package.'),
    promo: text('Promo code; not with a package.', 50, 'SPRING'),
    note: text('Note.', 2000, 'Впервые'),
    force: flag(
      'Book although the time is taken or outside hours; needs `reason`, and is written to the audit log. A group session never gets more visits than it has seats.',
    ),
    reason: text('Why it is forced.', 500, 'По просьбе врача', 1),
    source: choice('Where it was booked.', sources, 'admin'),
  },
  [
    'specialist_id',
    'workplace_id',
    'payment',
    'promo',
    'discount',
    'note',
    'force',
    'reason',
    'source',
  ],
)

export const moveFields = {
  starts_at: described(instant, 'The new start.'),
  specialist_id: described(id, 'Another specialist; left out = the same.'),
}

const forceFields = {
  force: flag('Move although the time is taken or outside hours (staff); needs `reason`.'),
  reason: text('Why.', 500, 'По просьбе клиента', 1),
  workplace_id: described(id, 'The room (staff); left out = any free one.'),
  duration_min: integer(
    'How long it is to be, minutes (desk; where the service is `resizable`): it keeps this length when it is moved again, and its price. Left out = as long as it is.',
    1,
    1440,
    90,
  ),
}

export const moveRequest = object(
  'MoveRequest',
  'Where to.',
  { ...moveFields, ...forceFields, told_by: toldBy },
  ['specialist_id', 'force', 'reason', 'workplace_id', 'duration_min', 'told_by'],
)

export const cancelRequest = object(
  'CancelRequest',
  'Why, and what becomes of the money.',
  {
    reason: text('Why.', 500, 'Заболел'),
    refund: choice(
      'What is given back: by the policy (else), everything, nothing; against the policy the desk only, with a reason.',
      ['policy', 'full', 'none'],
    ),
    told_by: toldBy,
  },
  ['reason', 'refund', 'told_by'],
)
