import type { OperationTypes } from '@zapis/sdk/contract'
import { byId } from '../db/keyset.ts'
import { contactValues } from './contact.ts'
import { kept, type Kept, type Noun } from './noun.ts'
import {
  locationsOfSpecialists,
  servicesOfSpecialists,
  specialistsOfLocations,
  specialistsOfServices,
} from './relations.ts'
import { text, textKey } from './viewer.ts'

type Specialist = OperationTypes['specialists.get']['reply']
type Draft = OperationTypes['specialists.create']['body']
type Query = OperationTypes['specialists.list']['query']

interface Row extends Kept {
  first_name: string
  last_name: string | null
  iname: string | null
  title: string | null
  bio: string | null
  photo_url: string | null
  phone: string | null
  email: string | null
  birth_date: string | null
  translations: Specialist['translations']
}

export const specialists: Noun<Row, Draft, Query, Specialist> = {
  kind: 'specialist',
  table: 'specialists',
  columns: [
    'first_name',
    'last_name',
    'iname',
    'title',
    'bio',
    'photo_url',
    'birth_date',
    'translations',
  ],
  values: (tx, { phone, email }) => contactValues(tx, { phone, email }),
  sorts: (viewer) => ({ id: [byId], last_name: [textKey('last_name', viewer), byId] }),
  async filter(tx, query, { location_id, service_id }, { now }) {
    if (location_id !== undefined) {
      const there = await specialistsOfLocations(tx, [location_id], now)
      query.whereIn('id', there(location_id))
    }
    if (service_id !== undefined) {
      const performers = await specialistsOfServices(tx, [service_id])
      query.whereIn(
        'id',
        performers(service_id).map((each) => each.specialist_id),
      )
    }
  },
  async items(tx, rows, viewer) {
    const ids = rows.map(({ id }) => id)
    const services = await servicesOfSpecialists(tx, ids)
    const locations = await locationsOfSpecialists(tx, ids, viewer.now)
    return rows.map((row) => ({
      id: row.id,
      first_name: text(row, 'first_name', viewer),
      last_name: text(row, 'last_name', viewer),
      iname: text(row, 'iname', viewer),
      title: text(row, 'title', viewer),
      bio: text(row, 'bio', viewer),
      photo_url: row.photo_url,
      translations: row.translations,
      service_ids: services(row.id),
      location_ids: locations(row.id),
      ...(viewer.ours && { phone: row.phone, email: row.email, birth_date: row.birth_date }),
      ...kept(row),
    }))
  },
}
