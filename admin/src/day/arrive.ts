import type { Appointment } from '@zapis/sdk'
import type { Panel } from '../panel/panel.ts'
import { withQuery } from '../panel/query.ts'
import { zoneOf } from '../panel/zone-of.ts'
import { wallOf } from './zone.ts'

/** Around a visit that a link has opened lies its own day, in its branch. */
export function arriveAt(panel: Panel, visit: Appointment): void {
  const { choose, go, locations, location, route } = panel
  const isElsewhere = visit.location_id !== location?.id
  if (isElsewhere && locations.some(({ id }) => id === visit.location_id))
    choose({ location: visit.location_id })
  const date = wallOf(visit.starts_at, zoneOf(panel, visit)).slice(0, 10)
  void go(withQuery({ ...route, rest: [date] }, {}), { replace: true })
}
