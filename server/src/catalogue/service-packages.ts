import type { OperationTypes } from '@zapis/sdk/contract'
import { byId } from '../db/keyset.ts'
import { kept, type Kept, type Noun } from './noun.ts'
import { referencesOf } from './references.ts'
import { text, textKey } from './viewer.ts'

type ServicePackage = OperationTypes['servicePackages.get']['reply']
type Draft = OperationTypes['servicePackages.create']['body']
type Query = OperationTypes['servicePackages.list']['query']

interface Row extends Kept {
  name: string
  service_id: number
  visits: number
  price: number
  valid_days: number | null
  translations: ServicePackage['translations']
}

export const servicePackages: Noun<Row, Draft, Query, ServicePackage> = {
  kind: 'service_package',
  table: 'service_packages',
  columns: ['name', 'service_id', 'visits', 'price', 'valid_days', 'translations'],
  references: ({ service_id }) => referencesOf('services', '/service_id', service_id),
  parent: { table: 'services', column: 'service_id' },
  sorts: (viewer) => ({ id: [byId], name: [textKey('name', viewer), byId] }),
  filter(_tx, query, { service_id }) {
    if (service_id !== undefined) query.where({ service_id })
  },
  items: (_tx, rows, viewer) =>
    rows.map((row) => ({
      id: row.id,
      name: text(row, 'name', viewer),
      service_id: row.service_id,
      visits: row.visits,
      price: { amount: row.price, currency: viewer.currency },
      valid_days: row.valid_days,
      translations: row.translations,
      ...kept(row),
    })),
}
