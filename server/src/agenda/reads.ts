import type { Agenda } from '@zapis/sdk/contract'
import { columns, type AppointmentRow } from '../appointments/rows.ts'
import type { Interval } from '../availability/configuration.ts'
import type { Database } from '../db/database.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { breaks, type BreakRow } from '../schedules/break-rows.ts'

const version = statement(
  'agenda_catalogue_version',
  'select catalogue_version from organizations where id = $1',
)

/** Of the catalogue and the schedules: a desk sees the day as it was just changed. */
export function versionNow(db: Database, organizationId: number): Promise<number> {
  return transaction(db, organizationId, async (tx) => {
    const row = await tx.one<{ catalogue_version: number }>(version, [tx.organizationId])
    return row.catalogue_version
  })
}

/** No visit lasts longer; so that the index of starts finds those that are under way. */
const visits = statement(
  'agenda_visits',
  `select ${columns} from appointments a
   where a.organization_id = $1 and a.location_id = $2 and ($3::int is null or a.specialist_id = $3)
     and a.starts_at >= to_timestamp($4::bigint * 60) - interval '1 day' and a.starts_at < to_timestamp($5::bigint * 60)
     and a.ends_at > to_timestamp($4::bigint * 60)
   order by a.starts_at, a.id`,
)

export function visitsOf(
  tx: Tx,
  wanted: { locationId: number; specialistId: number | undefined; range: Interval },
): Promise<AppointmentRow[]> {
  const { locationId, specialistId, range } = wanted
  return tx.query<AppointmentRow>(visits, [
    tx.organizationId,
    locationId,
    specialistId ?? null,
    range.from,
    range.to,
  ])
}

export function breaksOf(
  tx: Tx,
  { specialistIds, range }: { specialistIds: number[]; range: Interval },
): Promise<BreakRow[]> {
  return tx.run<BreakRow>(
    breaks(tx)
      .whereIn('b.specialist_id', specialistIds)
      .where('o.starts_min', '<', range.to)
      .where('o.ends_min', '>', range.from)
      .orderBy(['o.starts_min', 'b.id']),
  )
}

const clients = statement(
  'agenda_clients',
  `select id, coalesce(first_name, '') as first_name, coalesce(last_name, '') as last_name, phone
   from clients where organization_id = $1 and id = any($2) order by id`,
)

export async function clientsOf(
  tx: Tx,
  visits: readonly AppointmentRow[],
): Promise<Agenda['clients']> {
  const ids = [...new Set(visits.map(({ client_id }) => client_id))]
  return tx.query(clients, [tx.organizationId, ids])
}
