import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Clinic } from '../../test/clinic.ts'
import type { TestServer } from '../../test/server.ts'

export interface VisitWanted {
  starts_at: string
  ends_at: string
  status?: string
  locationId?: number
  specialistId?: number
  workplaceId?: number
}

/** An appointment with its specialist's time, put into the database as it is: in the past too, and outside all hours. */
export async function addVisit(
  server: Pick<TestServer, 'databaseUrl'>,
  clinic: Clinic,
  wanted: VisitWanted,
): Promise<number> {
  const owner = new pg.Client({ connectionString: server.databaseUrl })
  await owner.connect()
  try {
    const { organizationId, serviceId } = clinic
    const { rows } = await owner.query<{ id: number }>(
      `with c as (
         insert into clients (organization_id, first_name) values ($1, 'Гость') returning id
       ), a as (
         insert into appointments (organization_id, location_id, service_id, specialist_id, workplace_id, client_id, starts_at,
           ends_at, status, pending_until, price, total, source, code)
         select $1, $2, $3, $4, $9, id, $5, $6, $7::text, case $7::text when 'pending' then $6::timestamptz end, 0, 0, 'api', $8
         from c returning id
       ), o as (
         insert into occupancies (organization_id, resource_kind, resource_id, appointment_id, during)
         select $1, 'specialist', $4, id, tstzrange($5, $6) from a
         where $7::text in ('pending', 'confirmed', 'arrived')
       )
       select id from a`,
      [
        organizationId,
        wanted.locationId ?? clinic.locationId,
        serviceId,
        wanted.specialistId ?? clinic.specialistIds[0],
        wanted.starts_at,
        wanted.ends_at,
        wanted.status ?? 'confirmed',
        randomBytes(18).toString('base64url'),
        wanted.workplaceId ?? null,
      ],
    )
    return rows[0]?.id ?? 0
  } finally {
    await owner.end()
  }
}
