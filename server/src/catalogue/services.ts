import type { OperationTypes } from '@zapis/sdk/contract'
import { byId, key } from '../db/keyset.ts'
import type { Tx } from '../db/transaction.ts'
import type { FieldFault } from '../fault.ts'
import { replaceSpecialistsOfService, replaceWorkplacesOfService } from './links.ts'
import { kept, type Kept, type Noun } from './noun.ts'
import { referencesOf } from './references.ts'
import {
  servicesOfLocations,
  servicesOfSpecialists,
  specialistsOfServices,
  workplacesOfServices,
} from './relations.ts'
import { text, textKey, type Viewer } from './viewer.ts'

type Service = OperationTypes['services.get']['reply']
type Draft = OperationTypes['services.create']['body']
type Query = OperationTypes['services.list']['query']

interface Row extends Kept {
  name: string
  category: string | null
  description: string | null
  preparation: string | null
  duration_min: number
  buffer_before_min: number
  buffer_after_min: number
  resizable: boolean
  price: number
  capacity: number
  color: string | null
  photo_url: string | null
  online_bookable: boolean
  position: number
  policies: Service['policies']
  translations: Service['translations']
}

/** Of a service that was given none. */
const COLOR = '#4f7cac'

export const services: Noun<Row, Draft, Query, Service> = {
  kind: 'service',
  table: 'services',
  columns: [
    'name',
    'category',
    'description',
    'preparation',
    'duration_min',
    'buffer_before_min',
    'buffer_after_min',
    'resizable',
    'price',
    'capacity',
    'color',
    'photo_url',
    'online_bookable',
    'position',
    'policies',
    'translations',
  ],
  faults: ({ specialists = [] }) => twice(specialists.map((each) => each.specialist_id)),
  references: ({ specialists, workplace_ids }) => [
    ...(specialists ?? []).flatMap(({ specialist_id }, index) =>
      referencesOf('specialists', `/specialists/${index}/specialist_id`, specialist_id),
    ),
    ...referencesOf('workplaces', '/workplace_ids', workplace_ids),
  ],
  async link(tx, id, { specialists, workplace_ids }) {
    if (specialists !== undefined) await replaceSpecialistsOfService(tx, id, specialists)
    if (workplace_ids !== undefined) await replaceWorkplacesOfService(tx, id, workplace_ids)
  },
  sorts: (viewer) => ({
    position: [key('position', 'integer'), byId],
    name: [textKey('name', viewer), byId],
    id: [byId],
  }),
  async filter(tx, query, { location_id, specialist_id, category }, viewer) {
    if (location_id !== undefined) {
      const offered = await servicesOfLocations(tx, [location_id], viewer.now)
      query.whereIn('id', offered(location_id))
    }
    if (specialist_id !== undefined) {
      const done = await servicesOfSpecialists(tx, [specialist_id])
      query.whereIn('id', done(specialist_id))
    }
    if (category !== undefined) {
      query.whereRaw(`${textKey('category', viewer).sql} = ?`, [category])
    }
  },
  items,
}

async function items(tx: Tx, rows: readonly Row[], viewer: Viewer): Promise<Service[]> {
  const ids = rows.map(({ id }) => id)
  const performers = await specialistsOfServices(tx, ids)
  const workplaces = await workplacesOfServices(tx, ids, viewer.ours)
  return rows.map((row) => {
    const all = performers(row.id)
    const active = all.filter(({ archived }) => !archived)
    return {
      id: row.id,
      name: text(row, 'name', viewer),
      category: text(row, 'category', viewer),
      description: text(row, 'description', viewer),
      preparation: text(row, 'preparation', viewer),
      duration_min: row.duration_min,
      buffer_before_min: row.buffer_before_min,
      buffer_after_min: row.buffer_after_min,
      resizable: row.resizable,
      price: { amount: row.price, currency: viewer.currency },
      capacity: row.capacity,
      color: row.color ?? COLOR,
      photo_url: row.photo_url,
      online_bookable: row.online_bookable,
      position: row.position,
      specialists: (viewer.ours ? all : active).map(({ specialist_id, price, duration_min }) => ({
        specialist_id,
        price,
        duration_min,
      })),
      workplace_ids: workplaces(row.id),
      policies: row.policies,
      translations: row.translations,
      specialist_ids: active.map((each) => each.specialist_id),
      ...kept(row),
    }
  })
}

function twice(ids: readonly number[]): FieldFault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ pointer: `/specialists/${index}/specialist_id`, code: 'not_allowed' }],
  )
}
