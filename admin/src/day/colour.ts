import type { Appointment, Service } from '@zapis/sdk'

/** Of statuses: the same meaning in both themes, mixed into the ground by the calendar. */
const byStatus: Record<Appointment['status'], string> = {
  pending: '#c98a1b',
  confirmed: '#3f7fb5',
  arrived: '#2c8a63',
  completed: '#7d8a84',
  cancelled: '#9a8f8a',
  no_show: '#b5533f',
  expired: '#9a8f8a',
}

const GOLDEN = 137.508

/** The service’s own colour, or one that its id gives: neighbours in the catalogue are far apart on the wheel. */
export function colourOf(
  { status, service_id }: Pick<Appointment, 'status' | 'service_id'>,
  service: Service | undefined,
  by: 'service' | 'status',
): string {
  if (by === 'status') return byStatus[status]
  return service?.color || `oklch(0.62 0.11 ${Math.round((service_id * GOLDEN) % 360)})`
}
