import type { Configuration, Interval } from '../availability/configuration.ts'
import { readConfiguration } from '../availability/load-configuration.ts'
import type { Tx } from '../db/transaction.ts'
import type { Asked } from './report.ts'

export interface Schedules {
  configuration: Configuration
  /** Of each specialist. */
  breaks: Map<number, Interval[]>
  /** The archived ones too. */
  workplaces: { id: number; location_id: number }[]
  /** Minutes since the epoch at which a specialist (s1), workplace (w1) or location (l1) was archived. */
  ends: Map<string, number>
}

const minutes = (column: string) => `(extract(epoch from ${column}) / 60)::integer`

const past = `select
    (select coalesce(jsonb_agg(jsonb_build_array(h.location_id, h.date, ${minutes('h.opens')}, ${minutes('h.closes')})), '[]')
     from holidays h where h.organization_id = $1 and h.date between $2::date and $3::date) as holidays,
    (select coalesce(jsonb_agg(jsonb_build_array(e.specialist_id, e.date, e.kind, e.location_id,
       coalesce(${minutes('e.starts')}, 0), coalesce(${minutes('e.ends')}, 1440)) order by e.date, e.starts), '[]')
     from schedule_exceptions e where e.organization_id = $1 and e.date between $2::date and $3::date) as exceptions,
    (select coalesce(jsonb_agg(jsonb_build_array(o.resource_id, o.starts_min, o.ends_min)), '[]')
     from breaks b join occupancies o on o.organization_id = b.organization_id and o.break_id = b.id
     where b.organization_id = $1 and b.date between $2::date - 1 and $3::date + 1 and o.resource_kind = 'specialist') as breaks,
    (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'location_id', w.location_id)), '[]')
     from workplaces w where w.organization_id = $1) as workplaces,
    (select coalesce(jsonb_object_agg(x.key, ceil(extract(epoch from x.archived_at) / 60)), '{}') from (
       select 's' || id as key, archived_at from specialists where organization_id = $1
       union all select 'w' || id, archived_at from workplaces where organization_id = $1
       union all select 'l' || id, archived_at from locations where organization_id = $1
     ) x where x.archived_at is not null) as ends`

interface Row {
  holidays: [locationId: number | null, date: string, opens: number | null, closes: number | null][]
  exceptions: [
    specialistId: number,
    date: string,
    kind: 'off' | 'shift',
    locationId: number | null,
    from: number,
    to: number,
  ][]
  breaks: [specialistId: number, from: number, to: number][]
  workplaces: Schedules['workplaces']
  ends: Record<string, number>
}

/** What the schedules say now, of the past too: availability loads no holiday and no absence that is over. */
export async function readSchedules(tx: Tx, asked: Asked): Promise<Schedules> {
  const configuration = await readConfiguration(tx, asked.organizationId)
  if (configuration === null) throw new Error('an organization without a configuration')
  const row = await tx.one<Row>(past, [asked.organizationId, asked.from, asked.to])
  return {
    configuration: withPast(configuration, row),
    breaks: intervalsOf(row.breaks),
    workplaces: row.workplaces,
    ends: new Map(Object.entries(row.ends)),
  }
}

function withPast(configuration: Configuration, { holidays, exceptions }: Row): Configuration {
  const ofSpecialists = groupBySpecialist(exceptions)
  return {
    ...configuration,
    holidays: holidays.map(([locationId, date, opens, closes]) => ({
      locationId,
      date,
      open: opens === null || closes === null ? null : { from: opens, to: closes },
    })),
    specialists: new Map(
      [...configuration.specialists].map(([id, specialist]) => [
        id,
        {
          ...specialist,
          exceptions: (ofSpecialists.get(id) ?? []).map(([, date, kind, locationId, from, to]) => ({
            date,
            kind,
            locationId,
            from,
            to,
          })),
        },
      ]),
    ),
  }
}

function intervalsOf(rows: Row['breaks']): Schedules['breaks'] {
  const found = new Map<number, Interval[]>()
  for (const [id, list] of groupBySpecialist(rows))
    found.set(
      id,
      list.map(([, from, to]) => ({ from, to })),
    )
  return found
}

function groupBySpecialist<Line extends readonly [number, ...unknown[]]>(
  lines: readonly Line[],
): Map<number, Line[]> {
  const found = new Map<number, Line[]>()
  for (const line of lines) {
    const known = found.get(line[0])
    if (known) known.push(line)
    else found.set(line[0], [line])
  }
  return found
}
