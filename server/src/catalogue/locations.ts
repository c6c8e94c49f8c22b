import type { OperationTypes } from '@zapis/sdk/contract'
import { byId } from '../db/keyset.ts'
import { contactValues } from './contact.ts'
import { kept, type Kept, type Noun } from './noun.ts'
import { servicesOfLocations, specialistsOfLocations, workplacesOfLocations } from './relations.ts'
import { text, textKey } from './viewer.ts'

type Location = OperationTypes['locations.get']['reply']
type Draft = OperationTypes['locations.create']['body']
type Query = OperationTypes['locations.list']['query']

interface Row extends Kept {
  name: string
  city: string | null
  address: string | null
  phone: string | null
  time_zone: string
  slot_step_min: number
  lead_time_min: number | null
  horizon_days: number | null
  cancel_before_min: number | null
  policies: Location['policies']
  translations: Location['translations']
}

export const locations: Noun<Row, Draft, Query, Location> = {
  kind: 'location',
  table: 'locations',
  columns: ['name', 'city', 'address', 'time_zone', 'slot_step_min', 'translations'],
  async values(tx, { phone, policies }) {
    return {
      ...(await contactValues(tx, { phone })),
      ...(policies === undefined ? {} : policyColumns(policies)),
    }
  },
  sorts: (viewer) => ({ id: [byId], name: [textKey('name', viewer), byId] }),
  async items(tx, rows, viewer) {
    const ids = rows.map(({ id }) => id)
    const workplaces = await workplacesOfLocations(tx, ids)
    const specialists = await specialistsOfLocations(tx, ids, viewer.now)
    const services = await servicesOfLocations(tx, ids, viewer.now)
    return rows.map((row) => ({
      id: row.id,
      name: text(row, 'name', viewer),
      city: text(row, 'city', viewer),
      address: text(row, 'address', viewer),
      phone: row.phone,
      time_zone: row.time_zone,
      slot_step_min: row.slot_step_min,
      policies: policiesOf(row),
      translations: row.translations,
      workplace_ids: workplaces(row.id),
      specialist_ids: specialists(row.id),
      service_ids: services(row.id),
      ...kept(row),
    }))
  },
}

/** Three of a location's rules have columns of their own. */
function policyColumns({
  lead_time_min,
  horizon_days,
  cancel_before_min,
  ...policies
}: Location['policies']) {
  return {
    lead_time_min: lead_time_min ?? null,
    horizon_days: horizon_days ?? null,
    cancel_before_min: cancel_before_min ?? null,
    policies,
  }
}

function policiesOf(row: Row): Location['policies'] {
  const { lead_time_min, horizon_days, cancel_before_min } = row
  return {
    ...row.policies,
    ...(lead_time_min === null ? {} : { lead_time_min }),
    ...(horizon_days === null ? {} : { horizon_days }),
    ...(cancel_before_min === null ? {} : { cancel_before_min }),
  }
}
