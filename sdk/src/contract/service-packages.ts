import { amount, id, integer, money, text, translations } from './common.ts'
import { archivedFilter, catalogue, crud, kept, sort } from './crud.ts'
import type { Operation } from './operation.ts'
import { described, nullable, object } from './schema.ts'

const packageDraftFields = {
  name: text('Name.', 200, '5 массажей по цене 4', 1),
  service_id: described(id, 'The service of its visits.'),
  visits: integer('How many visits.', 1, 1000, 5),
  price: described(amount, 'Price of the whole, minor units.', 1000000),
  valid_days: nullable(
    integer('How long it is valid after the purchase, days; null = without end.', 1, 3650, 180),
  ),
  translations: translations('ServicePackage', {
    name: text('Name.', 200, '5 massages for the price of 4'),
  }),
}

const servicePackageDraft = object('ServicePackageDraft', 'A package to add.', packageDraftFields, [
  'valid_days',
  'translations',
])

const servicePackage = object('ServicePackage', 'A package of visits that clients can buy.', {
  id,
  ...packageDraftFields,
  price: described(money, 'Price of the whole.'),
  ...kept,
})

export const servicePackageOperations = {
  servicePackages: crud({
    one: 'a package',
    many: 'packages',
    path: '/service-packages',
    item: servicePackage,
    draft: servicePackageDraft,
    ...catalogue,
    filters: {
      service_id: described(id, 'Of this service.'),
      ...archivedFilter,
      ...sort('id', 'name'),
    },
  }),
} as const satisfies Record<string, Record<string, Operation>>
