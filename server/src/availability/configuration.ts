/** What an organization's catalogue and schedules say; loaded as a whole, kept in the process under `version`. Dates are 'YYYY-MM-DD', minutes count from local midnight (1440 = its end). */
export interface Configuration {
  organizationId: number
  version: number
  currency: string
  policy: Policy
  locations: Map<number, LocationConfig>
  services: Map<number, ServiceConfig>
  specialists: Map<number, SpecialistConfig>
  /** location_id null = every location. */
  holidays: Holiday[]
}

export interface Policy {
  lead_time_min?: number | undefined
  horizon_days?: number | undefined
  cancel_before_min?: number | undefined
  reschedule_before_min?: number | undefined
  approval?: boolean | undefined
  pending_expires_min?: number | undefined
  prepayment?: Prepayment | undefined
  late_cancel?: 'refuse' | 'fee' | undefined
  late_cancel_fee_percent?: number | undefined
  no_show_fee_percent?: number | undefined
  refund_to?: 'wallet' | 'source' | undefined
}

/** What a client pays before the visit is certain. */
export interface Prepayment {
  kind: 'none' | 'fixed' | 'percent' | 'full'
  amount?: number | undefined
  percent?: number | undefined
  new_clients_only?: boolean | undefined
}

export interface Interval {
  from: number
  to: number
}

export interface WeekInterval extends Interval {
  /** 1 = Monday … 7 */
  day: number
  validFrom: string | null
  validTo: string | null
}

export interface LocationConfig {
  id: number
  timeZone: string
  slotStepMin: number
  archived: boolean
  policy: Policy
  week: WeekInterval[]
  workplaceIds: number[]
}

export interface ServiceConfig {
  id: number
  archived: boolean
  onlineBookable: boolean
  durationMin: number
  bufferBeforeMin: number
  bufferAfterMin: number
  price: number
  /** Seats of a session; more than one = a group service. */
  capacity: number
  policy: Policy
  /** Workplaces that can host it, in every location; empty = it needs none. */
  workplaceIds: number[]
  /** Who does it, with their own price and duration. */
  specialists: Map<number, { price: number; durationMin: number }>
}

export interface SpecialistConfig {
  id: number
  archived: boolean
  week: (WeekInterval & { locationId: number })[]
  exceptions: ScheduleException[]
}

export interface ScheduleException {
  date: string
  /** off with from=0,to=1440 = the whole day */
  kind: 'off' | 'shift'
  locationId: number | null
  from: number
  to: number
}

export interface Holiday {
  locationId: number | null
  date: string
  /** null = closed; else the short day's hours */
  open: Interval | null
}
