import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { testDatabase } from '../server/src/test/database.ts'

type Values = (string | number | boolean | null | string[])[]
export type Query = <Row>(text: string, values?: Values) => Promise<Row[]>

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)

/** Two organizations in a database of their own, for the tests of this folder. */
export interface Clinics {
  a: Clinic
  b: Clinic
  /** The superuser's connection: row-level security does not bind it. */
  owner: Query
  /** One transaction of the server's role; without an organization, no tenant is set. */
  as<T>(organizationId: number | null, work: (query: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface Clinic {
  id: number
  location: number
  workplace: number
  service: number
  specialist: number
  package: number
  client: number
}

export async function clinics(): Promise<Clinics> {
  const database = await testDatabase()
  const ownerPool = new pg.Pool({ connectionString: database.url, types, max: 4 })
  const appPool = new pg.Pool({
    connectionString: database.url,
    types,
    max: 20,
    options: '-c role=zapis_app',
  })
  // Dropping the database may overtake a connection that is saying goodbye.
  for (const pool of [ownerPool, appPool]) pool.on('error', () => undefined)
  const owner = queryOf(ownerPool)
  const as = async <T>(organizationId: number | null, work: (query: Query) => Promise<T>) => {
    const client = await appPool.connect()
    try {
      await client.query('begin')
      if (organizationId !== null) {
        await client.query(`select set_config('app.organization_id', '${organizationId}', true)`)
      }
      const result = await work(queryOf(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  const a = await found(as, 'a')
  const b = await found(as, 'b')
  return {
    a,
    b,
    owner,
    as,
    async close() {
      await ownerPool.end()
      await appPool.end()
      await database.drop()
    },
  }
}

function queryOf(connection: pg.Pool | pg.PoolClient): Query {
  return async <Row>(text: string, values: Values = []) =>
    (await connection.query(text, values)).rows as Row[]
}

async function found(as: Clinics['as'], slug: string): Promise<Clinic> {
  return as(null, async (query) => {
    const id = await only(
      query,
      `select create_organization('${slug}', 'Clinic', 'RUB', 'ru', 'Europe/Moscow') as id`,
    )
    const insert = (table: string, row: Record<string, string | number>) =>
      only(query, ...insertion(table, { organization_id: id, ...row }))
    const location = await insert('locations', { name: 'Main', time_zone: 'Europe/Moscow' })
    const service = await insert('services', { name: 'Massage', duration_min: 60, price: 250000 })
    return {
      id,
      location,
      service,
      workplace: await insert('workplaces', { location_id: location, name: 'Room 1' }),
      specialist: await insert('specialists', { first_name: 'Anna' }),
      package: await insert('service_packages', {
        name: '5 for 4',
        service_id: service,
        visits: 5,
        price: 1000000,
      }),
      client: await insert('clients', { first_name: 'Boris' }),
    }
  })
}

export function insertion(
  table: string,
  row: Record<string, Values[number]>,
): [text: string, values: Values] {
  const names = Object.keys(row)
  const places = names.map((_, index) => `$${index + 1}`)
  const returning = table === 'client_wallets' ? 'client_id as id' : 'id'
  return [
    `insert into ${table} (${names.join()}) values (${places.join()}) returning ${returning}`,
    Object.values(row),
  ]
}

async function only(query: Query, text: string, values: Values = []): Promise<number> {
  const [row] = await query<{ id: number }>(text, values)
  if (!row) throw new Error(`no row: ${text}`)
  return row.id
}

export async function insert(
  query: Query,
  table: string,
  row: Record<string, Values[number]>,
): Promise<number> {
  return only(query, ...insertion(table, row))
}

/** An appointment of the clinic's one of everything. */
export function appointment(clinic: Clinic, more: Record<string, string | number | null> = {}) {
  return {
    organization_id: clinic.id,
    location_id: clinic.location,
    service_id: clinic.service,
    specialist_id: clinic.specialist,
    client_id: clinic.client,
    starts_at: '2027-01-11T10:00:00Z',
    ends_at: '2027-01-11T11:00:00Z',
    status: 'confirmed',
    price: 250000,
    total: 250000,
    source: 'api',
    code: randomBytes(18).toString('base64url'),
    ...more,
  }
}

/** The name of the constraint (else the code of the error) that refused; 'done' when nothing did. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    return error.constraint ?? String(error.code)
  }
}
