import type { Location } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { bodyOf } from '../form/body.ts'
import { policyField } from '../form/policy-fields.ts'
import { zoneOptions } from '../words/zones.ts'
import { pageOf, pick, sortOf, type Noun } from './noun.ts'

const members = [
  'name',
  'city',
  'address',
  'phone',
  'time_zone',
  'slot_step_min',
  'policies',
  'translations',
]

export const locations: Noun<Location> = {
  id: 'locations',
  name: 'locations',
  add: 'addLocation',
  none: 'noLocations',
  schema: operations.locations.create.body,
  nameOf: ({ name }) => name,
  columns: ({ say }) => [
    { id: 'name', name: say('name'), sort: 'name', cell: ({ name }) => name },
    {
      id: 'address',
      name: say('address'),
      cell: ({ city, address }) => [city, address].filter(Boolean).join(', '),
    },
    { id: 'phone', name: say('phone'), cell: ({ phone }) => phone ?? '', isExtra: true },
    { id: 'zone', name: say('timeZone'), cell: ({ time_zone }) => time_zone, isExtra: true },
    {
      id: 'rooms',
      name: say('rooms'),
      align: 'end',
      cell: ({ workplace_ids }) => workplace_ids.length,
      isExtra: true,
    },
  ],
  fields: ({ say, panel }) => [
    { name: 'name', label: say('name') },
    { name: 'city', label: say('city'), isHalf: true },
    { name: 'phone', label: say('phone'), isHalf: true },
    { name: 'address', label: say('address'), as: 'text' },
    {
      name: 'time_zone',
      label: say('timeZone'),
      as: 'select',
      options: zoneOptions(panel.words),
      isHalf: true,
    },
    { name: 'slot_step_min', label: say('slotStep'), as: 'minutes', isHalf: true },
    {
      name: 'translations',
      label: say('translations'),
      as: 'translations',
      of: [
        { name: 'name', label: say('name') },
        { name: 'city', label: say('city') },
        { name: 'address', label: say('address') },
      ],
    },
    policyField({ label: say('ownRules'), inherited: panel.organization.policies }),
  ],
  begin: ({ panel }, item) =>
    item
      ? pick(item, members)
      : { time_zone: panel.location?.time_zone ?? panel.organization.time_zone, slot_step_min: 15 },
  list: (api, listed) =>
    api.locations.list({ ...pageOf(listed), ...sortOf(listed, ['name', '-name']) }),
  get: (api, id) => api.locations.get(id),
  async save({ ask: { panel }, item, values, changes }) {
    const saved = item
      ? await panel.api.locations.update(item.id, bodyOf('locations.update', changes), {
          ifMatch: item.version,
        })
      : await panel.api.locations.create(bodyOf('locations.create', values))
    await panel.reload()
    return saved
  },
  archive: (api, { id, version }) => api.locations.archive(id, { ifMatch: version }),
  restore: (api, { id, version }) => api.locations.restore(id, { ifMatch: version }),
  links: ({ id }) => [{ name: 'openingHours', path: `schedule/locations/${id}` }],
}
