import type { Interval } from '../availability/configuration.ts'
import type { Source, Status } from '../appointments/appointment.ts'
import type { Client } from './insert-people.ts'

/** A visit of the demo's history; times are minutes since the epoch. */
export interface Visit {
  locationId: number
  serviceId: number
  specialistId: number
  workplaceId: number | null
  /** Seats of its session; 1 = it has its time to itself. */
  capacity: number
  client: Client
  /** Of the branch. */
  date: string
  startMin: number
  endMin: number
  /** With the buffers. */
  busy: Interval
  price: number
  status: Status
  source: Source
  bookedMin: number
  /** When it was cancelled or expired. */
  endedMin: number | null
  pendingUntilMin: number | null
  cancelledBy: 'client' | 'staff' | null
  reason: string | null
  note: string | null
  code: string
}

/** Whether the visit takes its time from others. */
export function takesTime(status: Status): boolean {
  return status !== 'cancelled' && status !== 'expired'
}
