import type { PromoCode } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { bodyOf } from '../form/body.ts'
import { optionsOf, pageOf, pick, sortOf, type Ask, type Noun } from './noun.ts'

const members = [
  'code',
  'discount_percent',
  'discount_amount',
  'service_id',
  'valid_from',
  'valid_to',
  'uses_limit',
  'uses_per_client',
  'first_visit_only',
]

export const promoCodes: Noun<PromoCode> = {
  id: 'promo-codes',
  name: 'promoCodes',
  add: 'addPromoCode',
  none: 'noPromoCodes',
  schema: operations.promoCodes.create.body,
  nameOf: ({ code }) => code,
  columns: (ask) => [
    { id: 'code', name: ask.say('code'), sort: 'code', cell: ({ code }) => code },
    {
      id: 'discount',
      name: ask.say('discount'),
      align: 'end',
      cell: (item) => discountOf(ask, item),
    },
    {
      id: 'service',
      name: ask.say('service'),
      isExtra: true,
      cell: ({ service_id }) =>
        ask.known.services.find(({ id }) => id === service_id)?.name ?? ask.say('anyService'),
    },
    { id: 'valid', name: ask.say('valid'), isExtra: true, cell: (item) => validOf(ask, item) },
    {
      id: 'uses',
      name: ask.say('uses'),
      align: 'end',
      cell: ({ uses, uses_limit }) =>
        uses_limit == null ? String(uses) : `${uses} / ${uses_limit}`,
    },
  ],
  fields: ({ say, known }) => [
    { name: 'code', label: say('code'), hint: say('codeHint') },
    {
      name: 'discount_percent',
      label: say('discountPercent'),
      hint: say('percentOrAmount'),
      isHalf: true,
    },
    { name: 'discount_amount', label: say('discountAmount'), as: 'money', isHalf: true },
    {
      name: 'service_id',
      label: say('service'),
      hint: say('anyServiceHint'),
      as: 'select',
      options: optionsOf(known.services),
    },
    { name: 'valid_from', label: say('validFrom'), isHalf: true },
    { name: 'valid_to', label: say('validTo'), isHalf: true },
    { name: 'uses_limit', label: say('usesLimit'), isHalf: true },
    { name: 'uses_per_client', label: say('usesPerClient'), isHalf: true },
    { name: 'first_visit_only', label: say('firstVisitOnly') },
  ],
  begin: (_ask, item) => pick(item, members),
  list: (api, listed) =>
    api.promoCodes.list({ ...pageOf(listed), ...sortOf(listed, ['code', '-code']) }),
  get: (api, id) => api.promoCodes.get(id),
  save({ ask: { panel }, item, values, changes }) {
    if (!item) return panel.api.promoCodes.create(bodyOf('promoCodes.create', values))
    const body = bodyOf('promoCodes.update', changes)
    return panel.api.promoCodes.update(item.id, body, { ifMatch: item.version })
  },
  archive: (api, { id, version }) => api.promoCodes.archive(id, { ifMatch: version }),
  restore: (api, { id, version }) => api.promoCodes.restore(id, { ifMatch: version }),
}

function discountOf({ panel }: Ask, { discount_percent, discount_amount }: PromoCode): string {
  const { words, organization } = panel
  if (discount_percent != null) return words.percent(discount_percent / 100)
  return words.sum(discount_amount ?? 0, organization.currency)
}

function validOf({ say, panel }: Ask, { valid_from, valid_to }: PromoCode): string {
  const { day } = panel.words
  if (valid_from && valid_to) return `${day(valid_from)} – ${day(valid_to)}`
  if (valid_from) return say('since', { date: day(valid_from) })
  return valid_to ? say('until', { date: day(valid_to) }) : say('always')
}
