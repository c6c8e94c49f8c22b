import pg from 'pg'
import { bookAt, makeClinic, type Clinic } from '../../test/clinic.ts'
import { clientOf, type Person } from '../../test/people.ts'
import { startServer, type TestServer } from '../../test/server.ts'

export interface Paying {
  server: TestServer
  clinic: Clinic
  person: Person
  /** As the database's owner. */
  rows<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
  /** A visit of the person's own that is still to be paid. */
  visit(time: string): Promise<{ id: number; total: number }>
  /** Opens a payment's page as a browser would, without following it. */
  open(url: string | null, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

/** A clinic with one signed-in client, whose payments go where the environment says. */
export async function paying(environment: Record<string, string> = {}): Promise<Paying> {
  const server = await startServer(environment)
  const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
  owner.on('error', () => undefined)
  const clinic = await makeClinic(server)
  const draft = { first_name: 'Ирина', phone: '+79161230000', email: 'irina@client.test' }
  const person = await clientOf(server, clinic, draft)
  return {
    server,
    clinic,
    person,
    async rows<Row>(text: string, values: unknown[] = []) {
      return (await owner.query(text, values)).rows as Row[]
    },
    async visit(time) {
      const { id } = await bookAt(clinic, time, draft)
      return { id, total: 250_000 }
    },
    // The public address is not the one that the test listens on.
    open: (url, init = {}) =>
      fetch(`${server.url}${new URL(url ?? '').pathname}`, { redirect: 'manual', ...init }),
    async close() {
      await owner.end()
      await server.close()
    },
  }
}

/** A worker that is not being stopped. */
export const never = { aborted: false } as const
