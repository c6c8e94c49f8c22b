import type { Workplace } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { bodyOf } from '../form/body.ts'
import { optionsOf, pageOf, pick, sortOf, type Ask, type Noun } from './noun.ts'

const kinds = ['room', 'chair', 'machine', 'other'] as const

export const workplaces: Noun<Workplace> = {
  id: 'workplaces',
  name: 'rooms',
  add: 'addRoom',
  none: 'noRooms',
  schema: operations.workplaces.create.body,
  nameOf: ({ name }) => name,
  columns: (ask) => [
    { id: 'name', name: ask.say('name'), sort: 'name', cell: ({ name }) => name },
    { id: 'kind', name: ask.say('kind'), cell: ({ kind }) => ask.say(`kind_${kind}`) },
    {
      id: 'location',
      name: ask.say('location'),
      cell: ({ location_id }) => locationName(ask, location_id),
      isExtra: true,
    },
    {
      id: 'services',
      name: ask.say('services'),
      align: 'end',
      cell: ({ service_ids }) => service_ids.length,
      isExtra: true,
    },
  ],
  fields: ({ say, panel, known }) => [
    { name: 'name', label: say('name') },
    {
      name: 'location_id',
      label: say('location'),
      as: 'select',
      options: optionsOf(panel.locations),
      isHalf: true,
    },
    {
      name: 'kind',
      label: say('kind'),
      options: kinds.map((kind) => ({ value: kind, name: say(`kind_${kind}`) })),
      isHalf: true,
    },
    {
      name: 'service_ids',
      label: say('roomServices'),
      hint: say('roomServicesHint'),
      options: optionsOf(known.services),
    },
    {
      name: 'translations',
      label: say('translations'),
      as: 'translations',
      of: [{ name: 'name', label: say('name') }],
    },
  ],
  begin: ({ panel }, item) =>
    item
      ? pick(item, ['name', 'location_id', 'kind', 'service_ids', 'translations'])
      : { location_id: panel.location?.id, kind: 'room' },
  filter: { name: 'location', options: ({ panel }) => optionsOf(panel.locations) },
  list: (api, listed) =>
    api.workplaces.list({
      ...pageOf(listed),
      ...sortOf(listed, ['name', '-name']),
      ...(listed.filter ? { location_id: Number(listed.filter) } : {}),
    }),
  get: (api, id) => api.workplaces.get(id),
  save({ ask: { panel }, item, values, changes }) {
    if (!item) return panel.api.workplaces.create(bodyOf('workplaces.create', values))
    const body = bodyOf('workplaces.update', changes)
    return panel.api.workplaces.update(item.id, body, { ifMatch: item.version })
  },
  archive: (api, { id, version }) => api.workplaces.archive(id, { ifMatch: version }),
  restore: (api, { id, version }) => api.workplaces.restore(id, { ifMatch: version }),
}

function locationName({ panel }: Ask, id: number): string {
  return panel.locations.find((each) => each.id === id)?.name ?? ''
}
