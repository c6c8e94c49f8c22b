import {
  choice,
  createdAt,
  flag,
  id,
  instant,
  integer,
  money,
  text,
  updatedAt,
  version,
} from './common.ts'
import { described, nullable, object } from './schema.ts'

export const clientPackage = object('ClientPackage', 'A package that a client has bought.', {
  id,
  client_id: described(id, 'Whose.'),
  package_id: described(id, 'What was bought.'),
  service_id: described(id, 'The service of its visits.'),
  name: text('Name of the package.', 200, '5 массажей по цене 4'),
  visits_total: integer('Visits bought.', 1, 1000, 5),
  visits_left: integer('Visits left.', 0, 1000, 4),
  expires_at: nullable(described(instant, 'Until when; null = without end.', null)),
  price_paid: described(money, 'What it cost.'),
  paid_by: choice('How it was paid.', ['on_site', 'wallet', 'card']),
  usable: flag('Visits are left and it has not expired.', true),
  cancelled_at: nullable(described(instant, 'When it was taken back.', null)),
  version,
  created_at: createdAt,
  updated_at: updatedAt,
})

export const packagePurchase = object(
  'PackagePurchase',
  'A package to buy. By card: through /payments with purpose package.',
  {
    package_id: described(id, 'Which package.'),
    payment: object('PackagePayment', 'How it is paid.', {
      method: choice(
        'How; clients pay from their balance, on_site is for staff.',
        ['on_site', 'wallet', 'card'],
        'wallet',
      ),
    }),
  },
)

export const packageRefund = object(
  'PackageRefund',
  'Takes a package back; what its unused visits cost is given back.',
  {
    reason: text('Why.', 500, 'Переезд', 1),
    to: choice('Where the money goes.', ['wallet', 'source', 'none']),
  },
  ['to'],
)
