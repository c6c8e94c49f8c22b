import type { OperationTypes } from '@zapis/sdk/contract'
import { byId } from '../db/keyset.ts'
import { statement } from '../db/transaction.ts'
import { replaceServicesOfWorkplace } from './links.ts'
import { kept, type Kept, type Noun } from './noun.ts'
import { referencesOf } from './references.ts'
import { servicesOfWorkplaces } from './relations.ts'
import { text, textKey } from './viewer.ts'

type Workplace = OperationTypes['workplaces.get']['reply']
type Draft = OperationTypes['workplaces.create']['body']
type Query = OperationTypes['workplaces.list']['query']

interface Row extends Kept {
  location_id: number
  name: string
  kind: Workplace['kind']
  translations: Workplace['translations']
}

const visited = statement(
  'workplace_visited',
  'select from appointments where organization_id = $1 and workplace_id = $2 limit 1',
)

export const workplaces: Noun<Row, Draft, Query, Workplace> = {
  kind: 'workplace',
  table: 'workplaces',
  columns: ['location_id', 'name', 'kind', 'translations'],
  // Its appointments name it together with its branch; a room that moved is another room.
  async frozen(tx, { id, location_id: here }, { location_id }) {
    if (location_id === undefined || location_id === here) return []
    const visit = await tx.maybe(visited, [tx.organizationId, id])
    return visit === undefined ? [] : [{ pointer: '/location_id', code: 'not_allowed' }]
  },
  references: ({ location_id, service_ids }) => [
    ...referencesOf('locations', '/location_id', location_id),
    ...referencesOf('services', '/service_ids', service_ids),
  ],
  async link(tx, id, { service_ids }) {
    if (service_ids !== undefined) await replaceServicesOfWorkplace(tx, id, service_ids)
  },
  parent: { table: 'locations', column: 'location_id' },
  sorts: (viewer) => ({ id: [byId], name: [textKey('name', viewer), byId] }),
  filter(_tx, query, { location_id }) {
    if (location_id !== undefined) query.where({ location_id })
  },
  async items(tx, rows, viewer) {
    const ids = rows.map(({ id }) => id)
    const services = await servicesOfWorkplaces(tx, ids, viewer.ours)
    return rows.map((row) => ({
      id: row.id,
      location_id: row.location_id,
      name: text(row, 'name', viewer),
      kind: row.kind,
      service_ids: services(row.id),
      translations: row.translations,
      ...kept(row),
    }))
  },
}
