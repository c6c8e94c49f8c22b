import type { createClient } from '@zapis/sdk'
import pg from 'pg'
import { openSession } from '../../identity/sessions.ts'
import { makeClinic, type Clinic } from '../../test/clinic.ts'
import { startServer, type TestServer } from '../../test/server.ts'

type Sdk = ReturnType<typeof createClient>
type Values = (string | number | boolean | null)[]

export interface Desk {
  server: TestServer
  clinic: Clinic
  /** The superuser's: row-level security does not bind it. */
  sql<Row>(text: string, values?: Values): Promise<Row[]>
  /** A signed-in client's access token, and the SDK with it. */
  tokenOf(id: number): Promise<string>
  asClient(id: number): Promise<Sdk>
  /** The SDK as a specialist of the staff. */
  asSpecialist(specialistId: number): Promise<Sdk>
  close(): Promise<void>
}

/** A clinic with two specialists, and the ways in that its clients and staff have. */
export async function openDesk(): Promise<Desk> {
  const server = await startServer()
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
  const sql = async <Row>(text: string, values: Values = []) =>
    (await pool.query(text, values)).rows as Row[]
  const { organizationId, slug } = clinic
  const password = 'a long password'
  const tokenOf = async (id: number) => {
    const [row] = await sql<{ session_version: number }>(
      `select session_version from clients where organization_id = $1 and id = $2`,
      [organizationId, id],
    )
    const standing = { session_version: row?.session_version ?? 0, role: null, specialist_id: null }
    const tokens = await openSession(server.app, { kind: 'client', organizationId, id }, standing)
    return tokens.access_token
  }
  return {
    server,
    clinic,
    sql,
    tokenOf,
    asClient: async (id) => server.as(await tokenOf(id)),
    async asSpecialist(specialistId) {
      const email = `specialist${specialistId}@clinic.test`
      const owner = server.as(clinic.owner)
      await owner.staff.create({ email, password, role: 'specialist', specialist_id: specialistId })
      const tokens = await server.as().auth.staff({ email, password, organization: slug })
      return server.as(tokens.access_token)
    },
    async close() {
      await pool.end()
      await server.close()
    },
  }
}

/** A visit that never went through booking: of any day, in any status. */
export async function visit(
  { sql, clinic }: Desk,
  clientId: number,
  more: { starts?: string; status?: string; specialistId?: number; note?: string } = {},
): Promise<number> {
  const { starts = '2026-01-12T10:00:00Z', status = 'completed', note = null } = more
  const [row] = await sql<{ id: number }>(
    `insert into appointments (organization_id, location_id, service_id, specialist_id, client_id, starts_at, ends_at,
       status, price, total, source, code, note)
     values ($1, $2, $3, $4, $5, $6::timestamptz, $6::timestamptz + interval '1 hour', $7, 250000, 250000, 'api',
       encode(sha256(random()::text::bytea), 'hex'), $8) returning id`,
    [
      clinic.organizationId,
      clinic.locationId,
      clinic.serviceId,
      more.specialistId ?? clinic.specialistIds[0] ?? 0,
      clientId,
      starts,
      status,
      note,
    ],
  )
  return row?.id ?? 0
}

/** A line of the ledger; answers its id. */
export async function post(
  { sql, clinic }: Desk,
  clientId: number,
  line: { type: string; amount: number; appointmentId?: number; refunds?: number },
): Promise<number> {
  const [row] = await sql<{ id: number }>(
    `insert into wallet_transactions (organization_id, client_id, type, amount, appointment_id, refunds, actor)
     values ($1, $2, $3, $4, $5, $6, 'test') returning id`,
    [
      clinic.organizationId,
      clientId,
      line.type,
      line.amount,
      line.appointmentId ?? null,
      line.refunds ?? null,
    ],
  )
  return row?.id ?? 0
}
