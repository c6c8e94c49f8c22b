/**
 * `DATABASE_URL=… data.ts [--organizations 1000] [--appointments 1000000] [--from 2027-09-28]`: the benchmarks' data in
 * a migrated database, as its superuser. One organization is a chain (10 locations in 9 zones, 200 specialists, 50
 * services); many are small clinics.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { planClinic, type Clinic, type NextId, type Period, type Shape } from './data/clinic.ts'
import { place } from './data/place.ts'
import { writeCatalogues } from './data/write-catalogues.ts'
import { writeBreakTimes, writeVisits, type Booked } from './data/write-visits.ts'

export interface BenchOptions {
  organizations?: number | undefined
  /** Of all organizations together. */
  appointments?: number | undefined
  /** First date; left out = the coming autumn, so that the clocks change in the middle and all of it can be booked. */
  from?: string | undefined
  days?: number | undefined
  /** Of each organization; left out = a chain alone, small clinics where they are many. */
  shape?: Shape | undefined
  /** Of the first organization, in slugs and keys; 1 has no number there. */
  numberedFrom?: number | undefined
}

export interface BenchData {
  organizations: number
  asked: number
  /** How many found a free time. */
  placed: number
  from: string
  days: number
  seconds: number
  /** The first organization's; the others' are `pk_bench_2`, `sk_bench_2` and so on. */
  publishableKey: 'pk_bench'
  secretKey: 'sk_bench'
  first: Clinic
}

const chain: Shape = { locations: 10, specialists: 20, workplaces: 20, services: 50, clients: 5000 }
const small: Shape = { locations: 1, specialists: 5, workplaces: 5, services: 8, clients: 40 }

/** Catalogues of so many organizations go into one round of statements. */
const ROUND = 50

export async function makeBenchData(url: string, options: BenchOptions = {}): Promise<BenchData> {
  const begun = performance.now()
  const { organizations = 1, appointments = 100_000, numberedFrom = 1 } = options
  const period = { from: options.from ?? comingAutumn(new Date()), days: options.days ?? 90 }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off; set work_mem = 65536')
    const ids = await numbering(client)
    const shape = options.shape ?? (organizations === 1 ? chain : small)
    let first: Clinic | undefined
    let placed = 0
    for (let index = 0; index < organizations; index += ROUND) {
      const count = Math.min(ROUND, organizations - index)
      const clinics = Array.from({ length: count }, (_, more) =>
        planned(numberedFrom - 1 + index + more, shape, period, ids.next),
      )
      first ??= clinics[0]
      const share = (of: number) => Math.floor((appointments * of) / organizations)
      const asked = share(index + count) - share(index)
      placed += await writeRound(client, { clinics, period, asked, next: ids.next })
    }
    await ids.finish()
    // Index-only scans need the visibility map; the planner, statistics.
    await client.query('vacuum (analyze)')
    if (first === undefined) throw new Error('no organization was asked for')
    const seconds = (performance.now() - begun) / 1000
    const keys = { publishableKey: 'pk_bench', secretKey: 'sk_bench' } as const
    return { organizations, asked: appointments, placed, ...period, seconds, ...keys, first }
  } finally {
    await client.end()
  }
}

function planned(index: number, shape: Shape, period: Period, next: NextId) {
  const clinic = planClinic(index, shape, period, next)
  const number = index === 0 ? '' : String(index + 1)
  return {
    ...clinic,
    slug: number === '' ? 'bench' : `bench-${number}`,
    suffix: number && `_${number}`,
  }
}

interface Round {
  clinics: (Clinic & { slug: string; suffix: string })[]
  period: Period
  asked: number
  next: NextId
}

async function writeRound(
  client: pg.Client,
  { clinics, period, asked, next }: Round,
): Promise<number> {
  await client.query('begin')
  await writeCatalogues(client, clinics)
  const booked: Booked[] = []
  for (const [index, clinic] of clinics.entries()) {
    const { organizationId } = clinic
    // Each clinic tries for an equal part of what is left.
    const part = Math.ceil((asked - booked.length) / (clinics.length - index))
    const { visits, breaks } = place(clinic, period, part)
    await writeBreakTimes(client, organizationId, breaks)
    for (const visit of visits) booked.push({ organizationId, visit })
  }
  // Three fifths of the time would go into looking up foreign keys that hold by construction; what else is checked, stays.
  await client.query('set local session_replication_role = replica')
  await writeVisits(client, booked, next)
  await client.query('commit')
  return booked.length
}

const numbered = [
  'organizations',
  'locations',
  'workplaces',
  'services',
  'specialists',
  'breaks',
  'clients',
  'appointments',
]

/** Ids are given out here, so that rows can name each other before they are written. Nobody else writes meanwhile. */
async function numbering(client: pg.Client) {
  const last = new Map<string, number>()
  for (const table of numbered) {
    const { rows } = await client.query<{ last: number }>(
      `select coalesce(max(id), 0) as last from ${table}`,
    )
    last.set(table, rows[0]?.last ?? 0)
  }
  return {
    next(table: string): number {
      const id = (last.get(table) ?? 0) + 1
      last.set(table, id)
      return id
    },
    async finish(): Promise<void> {
      for (const [table, id] of last) {
        if (id === 0) continue
        await client.query(`select setval(pg_get_serial_sequence($1, 'id'), $2)`, [table, id])
      }
    },
  }
}

/** The European, American and Australian changes all lie within 90 days of 28 September. */
function comingAutumn(now: Date): string {
  const date = `${now.getUTCFullYear()}-09-28`
  return now.toISOString() < date ? date : `${now.getUTCFullYear() + 1}-09-28`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      organizations: { type: 'string' },
      appointments: { type: 'string' },
      from: { type: 'string' },
    },
  })
  const url = process.env.DATABASE_URL
  if (url === undefined) throw new Error('DATABASE_URL is not set')
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  const made = await makeBenchData(url, {
    organizations: number(values.organizations),
    appointments: number(values.appointments),
    from: values.from,
  })
  console.log(
    `${made.placed} of ${made.asked} appointments in ${made.organizations} organizations, ` +
      `${made.days} days from ${made.from}, in ${made.seconds.toFixed(1)} s`,
  )
}
