import {
  archivedAt,
  choice,
  createdAt,
  flag,
  id,
  integer,
  localDate,
  maxAmount,
  updatedAt,
  version,
} from './common.ts'
import { archivedFilter, crud } from './crud.ts'
import { admins, desk } from './operation.ts'
import { described, nullable, object, type Schema } from './schema.ts'

const code: Schema = {
  description: 'What clients type; case does not matter.',
  type: 'string',
  pattern: '^[A-Za-zА-Яа-яЁё0-9_-]{2,50}$',
  examples: ['SPRING'],
}

const fields = {
  code,
  discount_percent: nullable({
    description: 'Percent off; or give an amount.',
    type: 'number',
    minimum: 0.01,
    maximum: 100,
    examples: [10],
  }),
  discount_amount: nullable(
    described(
      integer('Amount off, minor units; or give a percent.', 1, maxAmount, 50000),
      'Amount off, minor units; or give a percent.',
      null,
    ),
  ),
  service_id: nullable(described(id, 'For this service; null = for all.', null)),
  valid_from: nullable(described(localDate, 'First day (of booking).', null)),
  valid_to: nullable(described(localDate, 'Last day (of booking).', null)),
  uses_limit: nullable(integer('How many times in all; null = any number.', 1, 1_000_000, 100)),
  uses_per_client: nullable(
    integer('How many times by one client; null = any number.', 1, 1000, 1),
  ),
  first_visit_only: flag('Only for somebody’s first visit.'),
}

export const promoCode = object('PromoCode', 'A promo code.', {
  id,
  ...fields,
  uses: integer('Times used and not given back.', 0, 1_000_000, 0),
  version,
  archived_at: archivedAt,
  created_at: createdAt,
  updated_at: updatedAt,
})

const draft = object('PromoCodeDraft', 'A promo code to make.', fields, [
  'discount_percent',
  'discount_amount',
  'service_id',
  'valid_from',
  'valid_to',
  'uses_limit',
  'uses_per_client',
  'first_visit_only',
])

export const promoCodeOperations = {
  promoCodes: crud({
    one: 'a promo code',
    many: 'promo codes',
    path: '/promo-codes',
    item: promoCode,
    draft,
    readers: [...desk, 'secret'],
    writers: [...admins, 'secret'],
    read: 'money:read',
    write: 'money:write',
    filters: {
      ...archivedFilter,
      sort: choice('Order; a leading minus turns it round.', ['id', '-id', 'code', '-code']),
    },
  }),
}
