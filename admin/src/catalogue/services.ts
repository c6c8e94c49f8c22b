import type { Service } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing } from 'lit'
import { bodyOf } from '../form/body.ts'
import type { FieldGiven, FieldPlan } from '../form/field-plan.ts'
import { policyField } from '../form/policy-fields.ts'
import { offersOf, type Offer } from './offer-list.ts'
import { fullName, optionsOf, pageOf, pick, sortOf, type Ask, type Noun } from './noun.ts'
import './offer-list.ts'

const members = [
  'name',
  'category',
  'description',
  'preparation',
  'duration_min',
  'buffer_before_min',
  'buffer_after_min',
  'resizable',
  'capacity',
  'color',
  'photo_url',
  'online_bookable',
  'position',
  'specialists',
  'workplace_ids',
  'policies',
  'translations',
]

export const services: Noun<Service> = {
  id: 'services',
  name: 'services',
  add: 'addService',
  none: 'noServices',
  schema: operations.services.create.body,
  nameOf: ({ name }) => name,
  columns: ({ say, panel: { words } }) => [
    {
      id: 'name',
      name: say('name'),
      sort: 'name',
      text: ({ name }) => name,
      cell: ({ name, color }) =>
        html`<svg width="18" height="10" viewBox="0 0 18 10" aria-hidden="true">
            <circle cx="5" cy="5" r="5" fill=${color} /></svg
          >${name}`,
    },
    { id: 'category', name: say('category'), cell: ({ category }) => category, isExtra: true },
    {
      id: 'duration',
      name: say('duration'),
      align: 'end',
      cell: ({ duration_min }) => words.minutes(duration_min),
    },
    { id: 'price', name: say('price'), align: 'end', cell: ({ price }) => words.money(price) },
    {
      id: 'who',
      name: say('whoDoes'),
      align: 'end',
      cell: ({ specialist_ids }) => specialist_ids.length,
      isExtra: true,
    },
    {
      id: 'online',
      name: say('online'),
      text: ({ online_bookable }) => (online_bookable ? say('yes') : say('no')),
      cell: ({ online_bookable }) => (online_bookable ? say('yes') : say('no')),
      isExtra: true,
    },
  ],
  fields: (ask) => [...what(ask), ...time(ask), ...whoAndWhere(ask), ...rest(ask)],
  begin: (_ask, item) =>
    item
      ? { ...pick(item, members), price: item.price.amount }
      : {
          online_bookable: true,
          color: '#4f7cac',
          capacity: 1,
          specialists: [],
          workplace_ids: [],
        },
  filter: {
    name: 'category',
    options: ({ known }) => categoriesOf(known.services).map((name) => ({ value: name, name })),
  },
  list: (api, listed) =>
    api.services.list({
      ...pageOf(listed),
      ...sortOf(listed, ['position', 'name', '-name']),
      ...(listed.filter ? { category: listed.filter } : {}),
    }),
  get: (api, id) => api.services.get(id),
  save({ ask: { panel }, item, values, changes }) {
    if (!item) return panel.api.services.create(bodyOf('services.create', values))
    const body = bodyOf('services.update', changes)
    return panel.api.services.update(item.id, body, { ifMatch: item.version })
  },
  archive: (api, { id, version }) => api.services.archive(id, { ifMatch: version }),
  restore: (api, { id, version }) => api.services.restore(id, { ifMatch: version }),
}

function categoriesOf(all: readonly Service[]): string[] {
  return [...new Set(all.map(({ category }) => category))].filter(Boolean)
}

function what({ say, known }: Ask): FieldPlan[] {
  return [
    { name: 'name', label: say('name') },
    {
      name: 'category',
      label: say('category'),
      hint: say('categoryHint'),
      as: 'text',
      options: categoriesOf(known.services).map((name) => ({ value: name, name })),
    },
    { name: 'description', label: say('description'), as: 'long' },
    { name: 'price', label: say('price'), as: 'money', isHalf: true },
    { name: 'color', label: say('color'), as: 'colour', isHalf: true },
  ]
}

function time({ say }: Ask): FieldPlan[] {
  return [
    {
      name: 'duration_min',
      label: say('duration'),
      as: 'minutes',
      isHalf: true,
      heading: say('timeAndSeats'),
    },
    { name: 'capacity', label: say('capacity'), hint: say('capacityHint'), isHalf: true },
    { name: 'buffer_before_min', label: say('bufferBefore'), as: 'minutes', isHalf: true },
    { name: 'buffer_after_min', label: say('bufferAfter'), as: 'minutes', isHalf: true },
    { name: 'resizable', label: say('resizable'), hint: say('resizableHint') },
  ]
}

function whoAndWhere({ say, known, panel }: Ask): FieldPlan[] {
  const nameOfLocation = (id: number) => panel.locations.find((each) => each.id === id)?.name
  const rooms = known.workplaces.map(({ id, name, location_id }) => ({
    id,
    name: panel.locations.length > 1 ? `${name}, ${nameOfLocation(location_id) ?? ''}` : name,
  }))
  return [
    {
      name: 'specialists',
      label: say('whoDoes'),
      heading: say('whoAndWhere'),
      hint: say('ownPriceHint'),
      as: 'own',
      control: (given) => who(given, known),
    },
    {
      name: 'workplace_ids',
      label: say('workplaces'),
      hint: say('workplacesHint'),
      options: optionsOf(rooms),
    },
  ]
}

function who({ value, change }: FieldGiven, { specialists }: Ask['known']): unknown {
  if (specialists.length === 0) return nothing
  const options = specialists.map((each) => ({ id: each.id, name: fullName(each) }))
  const changed = ({ detail }: CustomEvent<Offer[]>) =>
    change(
      detail.map(({ id, price, duration_min }) => ({ specialist_id: id, price, duration_min })),
    )
  return html`<offer-list
    .options=${options}
    .value=${offersOf(value, 'specialist_id')}
    @changed=${changed}
  ></offer-list>`
}

function rest({ say, panel }: Ask): FieldPlan[] {
  return [
    { name: 'online_bookable', label: say('onlineBookable'), heading: say('onSite') },
    { name: 'photo_url', label: say('photo'), hint: say('photoHint') },
    { name: 'preparation', label: say('preparation'), hint: say('preparationHint'), as: 'long' },
    { name: 'position', label: say('position'), hint: say('positionHint') },
    {
      name: 'translations',
      label: say('translations'),
      as: 'translations',
      of: [
        { name: 'name', label: say('name') },
        { name: 'category', label: say('category') },
        { name: 'description', label: say('description'), as: 'long' },
        { name: 'preparation', label: say('preparation'), as: 'long' },
      ],
    },
    policyField({ label: say('ownRules'), inherited: panel.organization.policies }),
  ]
}
