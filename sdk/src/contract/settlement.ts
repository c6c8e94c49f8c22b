import { appliedDiscount, guest, holdToken, manualDiscount, paymentMethods } from './appointment.ts'
import { choice, id, instant, integer, money, sum, text } from './common.ts'
import { everyone, type Operation } from './operation.ts'
import { array, described, nullable, object } from './schema.ts'

const quoteWish = object(
  'QuoteWish',
  'A visit that is not held: what `POST /appointments` would make.',
  {
    location_id: described(id, 'The branch.'),
    service_id: described(id, 'The service.'),
    specialist_id: described(
      id,
      'The specialist, free or not; left out = whoever is free and would be chosen.',
    ),
    starts_at: described(instant, 'The start; any minute.'),
  },
  ['specialist_id'],
)

export const quoteRequest = object(
  'QuoteRequest',
  'For whom and with what: of a hold, or of a wish.',
  {
    hold: described(holdToken, 'The hold; this or `wish`.'),
    wish: described(quoteWish, 'Without a hold, at the desk (staff, secret keys).'),
    client: described(guest, 'Who comes; left out by a signed-in client.'),
    promo: text('Promo code.', 50, 'SPRING'),
    discount: described(manualDiscount, 'A discount by staff.'),
  },
  ['hold', 'wish', 'client', 'promo', 'discount'],
)

export const quote = object('Quote', 'What confirming would cost; it is what will be charged.', {
  price: described(money, 'Price without discounts.'),
  discount: described(money, 'All discounts together.'),
  total: described(money, 'To pay.'),
  discounts: array(appliedDiscount, 'Each discount, in the order they count.', { max: 10 }),
  prepayment: described(money, 'What must be paid before it is certain; 0 = nothing.'),
  methods: array(
    choice('A way to pay.', paymentMethods),
    'Ways to pay that are open to this caller; with a promo code or a discount by staff a package is none.',
    { max: 4 },
  ),
  balance: nullable(
    described(
      money,
      'The balance of the client who is signed in, or whom the desk has named; a specialist is not told.',
    ),
  ),
  package_visits_left: nullable(
    integer('Visits left in the package that would be used.', 0, 1000, 4),
  ),
})

export const quoteOperation = {
  method: 'POST',
  path: '/appointments/quote',
  summary: 'What confirming a hold would cost, with each discount; at the desk without a hold too.',
  who: everyone,
  scope: 'appointments:write',
  body: quoteRequest,
  status: 200,
  reply: quote,
  errors: [
    'unknown_reference',
    'slot_unavailable',
    'service_not_offered',
    'time_not_bookable',
    'client_blocked',
    'not_found',
    'forbidden',
    'hold_expired',
    'promo_not_valid',
    'reason_required',
    'contact_required',
  ],
} as const satisfies Operation

export const settleRequest = object(
  'SettleRequest',
  'Pays what is still to pay of a visit.',
  {
    method: choice('How; on_site is for staff.', ['on_site', 'wallet', 'package'], 'wallet'),
    amount: described(sum, 'How much; left out = all that is left.'),
  },
  ['amount'],
)

export const visitRefund = object(
  'VisitRefund',
  'Gives money of a visit back, to where it came from or to the balance.',
  {
    amount: described(sum, 'How much; left out = all that was paid.'),
    to: choice('Where to.', ['source', 'wallet']),
    reason: text('Why.', 500, 'Жалоба', 1),
  },
  ['amount', 'to'],
)
