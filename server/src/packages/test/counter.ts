import type { ClientPackage, WalletTransaction } from '@zapis/sdk/contract'
import pg from 'pg'
import { addDays } from '../../availability/dates.ts'
import { makeClinic, visitAt, type Clinic, type Sdk } from '../../test/clinic.ts'
import { clientOf, type Person } from '../../test/people.ts'
import { startServer, type TestServer } from '../../test/server.ts'

export interface Counter {
  server: TestServer
  clinic: Clinic
  admin: Sdk
  /** The superuser's: row-level security does not bind it. */
  sql<Row>(text: string, values?: (string | number | null)[]): Promise<Row[]>
  /** A package on sale, of 5 visits for 1000000; answers its id. */
  offer(more?: Partial<Parameters<Sdk['servicePackages']['create']>[0]>): Promise<number>
  /** A signed-in client with this much on the balance. */
  client(balance?: number): Promise<Person>
  /** Bought on site: 5 visits for 1000000, or as said. */
  bought(client: Person, more?: Parameters<Counter['offer']>[0]): Promise<ClientPackage>
  /** A time that nothing else takes. */
  free(): ReturnType<typeof visitAt> & { specialist_id: number }
  /** The client books it, paid by a package. */
  book(client: Person): Promise<{ id: number; client_package_id: number | null }>
  packageOf(client: Person, id: number): Promise<ClientPackage>
  balance(client: Person): Promise<number>
  /** Newest first. */
  lines(client: Person): Promise<WalletTransaction[]>
  close(): Promise<void>
}

const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']
const specialists = 4

export async function openCounter(): Promise<Counter> {
  const server = await startServer()
  const clinic = await makeClinic(server, { specialists, workplaces: 0 })
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
  const { admin } = clinic
  let places = 0
  const offer: Counter['offer'] = async (more = {}) => {
    const draft = { name: '5 по цене 4', service_id: clinic.serviceId, visits: 5 }
    return (await admin.servicePackages.create({ ...draft, price: 1_000_000, ...more })).id
  }
  const free: Counter['free'] = () => {
    const place = places++
    const row = Math.floor(place / specialists)
    const day = addDays(clinic.day, Math.floor(row / times.length))
    return {
      ...visitAt(clinic, times[row % times.length] ?? '', day),
      specialist_id: clinic.specialistIds[place % specialists] ?? 0,
    }
  }
  return {
    server,
    clinic,
    admin,
    sql: async <Row>(text: string, values: (string | number | null)[] = []) =>
      (await pool.query(text, values)).rows as Row[],
    offer,
    async client(balance = 0) {
      const person = await clientOf(server, clinic)
      if (balance > 0)
        await admin.clients.addTransaction(person.id, { type: 'deposit', amount: balance })
      return person
    },
    async bought({ id }, more) {
      const draft = { package_id: await offer(more), payment: { method: 'on_site' as const } }
      return admin.clients.sellPackage(id, draft)
    },
    free,
    async book({ sdk }) {
      const { hold } = await sdk.appointments.book(free())
      return sdk.appointments.confirm({ hold, payment: { method: 'package' } })
    },
    async packageOf(client, id) {
      const found = await admin.clients.packages(client.id, { limit: 100 }).toArray()
      const one = found.find((each) => each.id === id)
      if (one === undefined) throw new Error('the client has no such package')
      return one
    },
    balance: async ({ id }) => (await admin.clients.wallet(id)).balance.amount,
    lines: ({ id }) => admin.clients.transactions(id, { limit: 100 }).toArray(),
    async close() {
      await pool.end()
      await server.close()
    },
  }
}
