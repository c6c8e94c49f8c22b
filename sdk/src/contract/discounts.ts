import { createdAt, id, localDate, text, version } from './common.ts'
import { described, nullable, object } from './schema.ts'

const percent = {
  description: 'Percent off, above 0, at most 100.',
  type: 'number',
  minimum: 0.01,
  maximum: 100,
  examples: [10],
}

const discountFields = {
  service_id: nullable(described(id, 'For this service; null = for all.', null)),
  discount_percent: percent,
  valid_from: nullable(described(localDate, 'First day (of the visit).', null)),
  valid_to: nullable(described(localDate, 'Last day (of the visit).', null)),
  reason: text('Why.', 500, 'Постоянный клиент'),
}

export const discount = object(
  'ClientDiscount',
  'A personal discount. Of several that fit, the best counts.',
  { id, client_id: described(id, 'Whose.'), ...discountFields, version, created_at: createdAt },
)

export const discountDraft = object(
  'ClientDiscountDraft',
  'A personal discount to give.',
  discountFields,
  ['service_id', 'valid_from', 'valid_to', 'reason'],
)

export const discountParams = object('ClientDiscountParams', 'Which discount.', {
  id,
  discount_id: described(id, 'The discount.'),
})
