import type { Appointment } from '@zapis/sdk'
import type { Panel } from './panel.ts'

/** Where a visit is, its clock is; of a branch that is not in use any more the organization’s. */
export function zoneOf(
  { locations, organization }: Pick<Panel, 'locations' | 'organization'>,
  { location_id }: Pick<Appointment, 'location_id'>,
): string {
  return locations.find(({ id }) => id === location_id)?.time_zone ?? organization.time_zone
}
