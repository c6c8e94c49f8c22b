import { appliedDiscount, guest, holdToken, manualDiscount, paymentMethods } from './appointment.ts'
import { choice, integer, money, sum, text } from './common.ts'
import { array, described, nullable, object } from './schema.ts'

export const quoteRequest = object(
  'QuoteRequest',
  'For whom and with what.',
  {
    hold: holdToken,
    client: described(guest, 'Who comes; left out by a signed-in client.'),
    promo: text('Promo code.', 50, 'SPRING'),
    discount: described(manualDiscount, 'A discount by staff.'),
  },
  ['client', 'promo', 'discount'],
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
  balance: nullable(described(money, 'The signed-in client’s balance.')),
  package_visits_left: nullable(
    integer('Visits left in the package that would be used.', 0, 1000, 4),
  ),
})

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
