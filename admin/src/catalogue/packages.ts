import type { ServicePackage } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { bodyOf } from '../form/body.ts'
import { optionsOf, pageOf, pick, sortOf, type Ask, type Noun } from './noun.ts'

export const servicePackages: Noun<ServicePackage> = {
  id: 'packages',
  name: 'packages',
  add: 'addPackage',
  none: 'noPackages',
  schema: operations.servicePackages.create.body,
  nameOf: ({ name }) => name,
  columns: (ask) => [
    { id: 'name', name: ask.say('name'), sort: 'name', cell: ({ name }) => name },
    {
      id: 'service',
      name: ask.say('service'),
      cell: ({ service_id }) => serviceName(ask, service_id),
      isExtra: true,
    },
    { id: 'visits', name: ask.say('visits'), align: 'end', cell: ({ visits }) => visits },
    {
      id: 'valid',
      name: ask.say('validDays'),
      align: 'end',
      cell: ({ valid_days }) => valid_days ?? ask.say('endless'),
      isExtra: true,
    },
    {
      id: 'price',
      name: ask.say('price'),
      align: 'end',
      cell: ({ price }) => ask.panel.words.money(price),
    },
  ],
  fields: ({ say, known }) => [
    { name: 'name', label: say('name'), hint: say('packageNameHint') },
    {
      name: 'service_id',
      label: say('service'),
      as: 'select',
      options: optionsOf(known.services),
    },
    { name: 'visits', label: say('visits'), isHalf: true },
    { name: 'price', label: say('priceOfAll'), as: 'money', isHalf: true },
    { name: 'valid_days', label: say('validDays'), hint: say('validDaysHint') },
    {
      name: 'translations',
      label: say('translations'),
      as: 'translations',
      of: [{ name: 'name', label: say('name') }],
    },
  ],
  begin: (_ask, item) =>
    item
      ? {
          ...pick(item, ['name', 'service_id', 'visits', 'valid_days', 'translations']),
          price: item.price.amount,
        }
      : {},
  list: (api, listed) =>
    api.servicePackages.list({ ...pageOf(listed), ...sortOf(listed, ['name', '-name']) }),
  get: (api, id) => api.servicePackages.get(id),
  save({ ask: { panel }, item, values, changes }) {
    if (!item) return panel.api.servicePackages.create(bodyOf('servicePackages.create', values))
    const body = bodyOf('servicePackages.update', changes)
    return panel.api.servicePackages.update(item.id, body, { ifMatch: item.version })
  },
  archive: (api, { id, version }) => api.servicePackages.archive(id, { ifMatch: version }),
  restore: (api, { id, version }) => api.servicePackages.restore(id, { ifMatch: version }),
}

function serviceName({ known }: Ask, id: number): string {
  return known.services.find((each) => each.id === id)?.name ?? ''
}
