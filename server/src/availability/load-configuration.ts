import { LRUCache } from 'lru-cache'
import type { Database } from '../db/database.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import type {
  Configuration,
  Holiday,
  Interval,
  LocationConfig,
  Policy,
  ScheduleException,
  ServiceConfig,
  SpecialistConfig,
  WeekInterval,
} from './configuration.ts'

const MINUTES_A_DAY = 1440

/** Clock times as minutes of the day, so that nobody here reads '24:00'. */
const minutes = (column: string) => `(extract(epoch from ${column}) / 60)::integer`

const week = (table: string, from: string, to: string, extra = '') =>
  `select jsonb_agg(jsonb_build_array(day_of_week, ${minutes(from)}, ${minutes(to)}, valid_from, valid_to${extra}) order by day_of_week, ${from}) from ${table}`

/** The whole catalogue of one organization in one answer. Past dates of holidays and exceptions decide nothing any more. */
const select = statement(
  'configuration',
  `select o.catalogue_version, o.currency, o.policies,
    (select jsonb_agg(jsonb_build_object('id', l.id, 'timeZone', l.time_zone, 'slotStepMin', l.slot_step_min, 'archived', l.archived_at is not null,
       'policy', l.policies || jsonb_strip_nulls(jsonb_build_object('lead_time_min', l.lead_time_min, 'horizon_days', l.horizon_days, 'cancel_before_min', l.cancel_before_min)),
       'week', (${week('location_schedules', 'opens', 'closes')} s where s.organization_id = $1 and s.location_id = l.id),
       'workplaceIds', (select jsonb_agg(w.id order by w.id) from workplaces w
         where w.organization_id = $1 and w.location_id = l.id and w.archived_at is null)))
     from locations l where l.organization_id = $1) as locations,
    (select jsonb_agg(jsonb_build_object('id', s.id, 'archived', s.archived_at is not null, 'onlineBookable', s.online_bookable, 'durationMin', s.duration_min,
       'bufferBeforeMin', s.buffer_before_min, 'bufferAfterMin', s.buffer_after_min, 'price', s.price, 'capacity', s.capacity, 'policy', s.policies,
       -- Archived ones too: a service whose only room is archived still needs a room.
       'workplaceIds', (select jsonb_agg(ws.workplace_id order by ws.workplace_id) from workplace_services ws
         where ws.organization_id = $1 and ws.service_id = s.id),
       'specialists', (select jsonb_agg(jsonb_build_array(ss.specialist_id, ss.price, ss.duration_min) order by ss.specialist_id) from service_specialists ss
         where ss.organization_id = $1 and ss.service_id = s.id)))
     from services s where s.organization_id = $1) as services,
    (select jsonb_agg(jsonb_build_object('id', p.id, 'archived', p.archived_at is not null,
       'week', (${week('specialist_schedules', 'starts', 'ends', ', location_id')} w where w.organization_id = $1 and w.specialist_id = p.id),
       'exceptions', (select jsonb_agg(jsonb_build_array(e.date, e.kind, e.location_id, ${minutes('e.starts')}, ${minutes('e.ends')}) order by e.date, e.starts)
          from schedule_exceptions e where e.organization_id = $1 and e.specialist_id = p.id and e.date >= current_date - 2)))
     from specialists p where p.organization_id = $1) as specialists,
    (select jsonb_agg(jsonb_build_array(h.location_id, h.date, ${minutes('h.opens')}, ${minutes('h.closes')})) from holidays h
     where h.organization_id = $1 and h.date >= current_date - 2) as holidays
   from organizations o where o.id = $1`,
)

type WeekRow = [
  day: number,
  from: number,
  to: number,
  validFrom: string | null,
  validTo: string | null,
]
interface Row {
  catalogue_version: number
  currency: string
  policies: Policy
  locations:
    | (Omit<LocationConfig, 'week' | 'workplaceIds'> & {
        week: WeekRow[] | null
        workplaceIds: number[] | null
      })[]
    | null
  services:
    | (Omit<ServiceConfig, 'workplaceIds' | 'specialists'> & {
        workplaceIds: number[] | null
        specialists: [number, number | null, number | null][] | null
      })[]
    | null
  specialists:
    | {
        id: number
        archived: boolean
        week: [...WeekRow, number][] | null
        exceptions: [string, 'off' | 'shift', number | null, number | null, number | null][] | null
      }[]
    | null
  holidays: [number | null, string, number | null, number | null][] | null
}

/** As this transaction sees it, with its own changes. */
export async function readConfiguration(
  tx: Tx,
  organizationId: number,
): Promise<Configuration | null> {
  const row = await tx.maybe<Row>(select, [organizationId])
  return row ? toConfiguration(organizationId, row) : null
}

export interface Configurations {
  /** Of at least this version; without one, as it was last seen by this process. */
  get(organizationId: number, atLeast?: number): Promise<Configuration | null>
}

const MOST_ORGANIZATIONS = 2000

/** Kept in the process by version: `occupied` tells with every answer which version holds, so a stale one is never used to decide. */
export function createConfigurations(db: Database): Configurations {
  const kept = new LRUCache<number, Configuration>({ max: MOST_ORGANIZATIONS })
  const loading = new Map<number, Promise<Configuration | null>>()
  async function load(organizationId: number): Promise<Configuration | null> {
    const configuration = await transaction(db, organizationId, (tx) =>
      readConfiguration(tx, organizationId),
    )
    if (configuration) kept.set(organizationId, configuration)
    return configuration
  }
  return {
    async get(organizationId, atLeast = 0) {
      const known = kept.get(organizationId)
      if (known && known.version >= atLeast) return known
      // One load for many waiters; one that began before `atLeast` was written may answer less, and is asked again.
      const shared = loading.get(organizationId)
      const first = await shared
      if (first && first.version >= atLeast) return first
      const own =
        loading.get(organizationId) ??
        load(organizationId).finally(() => loading.delete(organizationId))
      loading.set(organizationId, own)
      return own
    },
  }
}

function toConfiguration(organizationId: number, row: Row): Configuration {
  const byId = <T extends { id: number }>(list: T[]) => new Map(list.map((each) => [each.id, each]))
  return {
    organizationId,
    version: row.catalogue_version,
    currency: row.currency,
    policy: row.policies,
    locations: byId(
      (row.locations ?? []).map((each) => ({
        ...each,
        week: (each.week ?? []).map(toWeek),
        workplaceIds: each.workplaceIds ?? [],
      })),
    ),
    services: byId((row.services ?? []).map(toService)),
    specialists: byId((row.specialists ?? []).map(toSpecialist)),
    holidays: (row.holidays ?? []).map(([locationId, date, opens, closes]): Holiday => ({
      locationId,
      date,
      open: opens === null || closes === null ? null : { from: opens, to: closes },
    })),
  }
}

function toWeek([day, from, to, validFrom, validTo]: WeekRow | [...WeekRow, number]): WeekInterval {
  return { day, from, to, validFrom, validTo }
}

function toService(row: NonNullable<Row['services']>[number]): ServiceConfig {
  const specialists = (row.specialists ?? []).map(
    ([id, price, durationMin]) =>
      [id, { price: price ?? row.price, durationMin: durationMin ?? row.durationMin }] as const,
  )
  return { ...row, workplaceIds: row.workplaceIds ?? [], specialists: new Map(specialists) }
}

function toSpecialist(row: NonNullable<Row['specialists']>[number]): SpecialistConfig {
  return {
    id: row.id,
    archived: row.archived,
    week: (row.week ?? []).map((each) => ({ ...toWeek(each), locationId: each[5] })),
    exceptions: (row.exceptions ?? []).map(
      ([date, kind, locationId, from, to]): ScheduleException => ({
        date,
        kind,
        locationId,
        ...wholeDay(from, to),
      }),
    ),
  }
}

function wholeDay(from: number | null, to: number | null): Interval {
  return { from: from ?? 0, to: to ?? MINUTES_A_DAY }
}
