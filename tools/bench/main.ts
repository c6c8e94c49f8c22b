/**
 * `npm run bench [reads] [mix] [pairs] [race] [page] [panel] [notify] [--quick] [--large] [--redis] [--rounds 7] [--seconds 3]`
 *
 * Ratios, measured in interleaved rounds: the machine's own speed moves by half from minute to minute, and neighbours in time share it.
 * BENCH_DATABASE_URL (of a superuser) instead of an embedded PostgreSQL.
 */
import { cpus } from 'node:os'
import { makeBenchData, type BenchData } from './data.ts'
import { openDatabases, versionOf, type Databases } from './database.ts'
import { readOptions, type Options } from './options.ts'
import { measureLarge, type Side } from './part-large.ts'
import { measureMix, type Rival } from './part-mix.ts'
import { measureNotify } from './part-notify.ts'
import { measurePage } from './part-page.ts'
import { measurePanel } from './part-panel.ts'
import { measurePairs } from './part-pairs.ts'
import { measureRaces } from './part-race.ts'
import { measureReads } from './part-reads.ts'
import { freeTimes } from './questions.ts'
import { startLoad, startProgram, type Program } from './programs.ts'
import { startRedis } from './redis.ts'
import { printVerdicts, type Verdict } from './report.ts'
import { environmentOf, startServer, timesOf, type Stage, type Times } from './stage.ts'

const ORGANIZATIONS = 1000
const APPOINTMENTS = 100_000
/** Of each of the two kinds. */
const RACES = 12

const options = readOptions()
const ends: (() => Promise<void>)[] = []
try {
  const verdicts = await run(options)
  if (!printVerdicts(verdicts)) process.exitCode = 1
} finally {
  for (const end of ends.reverse()) await end()
}
// Whatever still listens has had its time.
process.exit()

async function run(options: Options): Promise<Verdict[]> {
  const databases = await openDatabases()
  ends.push(databases.stop)
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? '?'}, node ${process.versions.node}, PostgreSQL ${databases.version}, ${options.redis ? ((await versionOf('redis-server')) ?? '') : 'ephemeral store in the process'}`,
  )
  // They have databases of their own.
  if (options.only.join() === 'notify') return notify(databases)
  if (options.only.join() === 'panel') return panel(databases)
  let data: BenchData | undefined
  const databaseUrl = await databases.make('plain', async (url) => {
    data = await makeBenchData(url, { appointments: APPOINTMENTS })
  })
  if (data === undefined) throw new Error('no data')
  console.log(`${data.placed} appointments in ${data.days} days from ${data.from}`)
  const copies = {
    answers: await databases.copy('copy_answers', 'plain'),
    whole: await databases.copy('copy_whole', 'plain'),
  }
  const load = startLoad()
  ends.push(load.stop)
  const koa = await begin(startProgram('koa', 'tools/bench/koa.ts'))
  const environment = await environmentFor(databaseUrl)
  const stage: Stage = { databases, load, koa, environment, data }
  const product = await begin(startServer('product', environment))
  const picks = await freeTimes(product.port, data.publishableKey, data.first, data)
  console.log(`${picks.length} free times to book`)
  const servers = { product, times: timesOf(picks), databaseUrl, copies }
  return parts(stage, servers, options)
}

interface Servers {
  product: Program
  times: Times
  databaseUrl: string
  copies: Record<Rival, string>
}

async function parts(
  stage: Stage,
  { product, times, databaseUrl, copies }: Servers,
  options: Options,
): Promise<Verdict[]> {
  const { environment } = stage
  const wanted = (name: string) => options.only.length === 0 || options.only.includes(name)
  const verdicts: Verdict[] = []
  const forgetful = await begin(startServer('none', environment, 'api'))
  if (wanted('reads')) {
    // What is asked of it fills its memory: the others are not to pay for that.
    const asked = await begin(startServer('product', environment, 'api'))
    verdicts.push(...(await measureReads(stage, { product, asked, forgetful }, options)))
    await asked.stop()
  }
  if (wanted('mix')) {
    const rival = async (memory: Rival) => {
      const program = await begin(startServer(memory, await environmentFor(copies[memory])))
      const { publishableKey, first } = stage.data
      const picks = await freeTimes(program.port, publishableKey, first, stage.data)
      return { program, times: timesOf(picks) }
    }
    const rivals = { answers: await rival('answers'), whole: await rival('whole') }
    verdicts.push(
      ...(await measureMix(stage, { product: { program: product, times }, ...rivals }, options)),
    )
    for (const { program } of Object.values(rivals)) await program.stop()
  }
  if (wanted('race')) verdicts.push(...(await measureRaces(stage, product, times.take(2 * RACES))))
  if (wanted('pairs'))
    verdicts.push(...(await measurePairs(stage, { product, times, databaseUrl }, options)))
  if (wanted('page')) {
    const url = await stage.databases.make('demo', () => Promise.resolve())
    const demo = { ...(await environmentFor(url)), SEED_DEMO: '1' }
    await measurePage(await begin(startServer('product', demo)), options)
  }
  if (wanted('panel')) verdicts.push(...(await panel(stage.databases)))
  if (wanted('notify')) verdicts.push(...(await notify(stage.databases)))
  if (options.large) {
    const small = { data: stage.data, product, forgetful, times }
    verdicts.push(...(await measureLarge(stage, small, await largeSide(stage), options)))
  }
  return verdicts
}

async function notify(databases: Databases): Promise<Verdict[]> {
  const environment = await environmentFor('')
  return measureNotify(databases, { environment, isQuick: options.quick })
}

async function panel(databases: Databases): Promise<Verdict[]> {
  return measurePanel(databases, { environment: await environmentFor(''), options })
}

/** The same clinic, and 999 others with nine times as many appointments. */
async function largeSide(stage: Stage): Promise<Side> {
  let data: BenchData | undefined
  const url = await stage.databases.make('large', async (to) => {
    data = await makeBenchData(to, { appointments: APPOINTMENTS })
    const others = await makeBenchData(to, {
      organizations: ORGANIZATIONS - 1,
      appointments: 9 * APPOINTMENTS,
      numberedFrom: 2,
    })
    console.log(`beside ${others.placed} appointments of ${others.organizations} organizations`)
  })
  if (data === undefined) throw new Error('no data')
  const environment = await environmentFor(url)
  const product = await begin(startServer('product', environment))
  const forgetful = await begin(startServer('none', environment, 'api'))
  const picks = await freeTimes(product.port, data.publishableKey, data.first, data)
  return { data, product, forgetful, times: timesOf(picks) }
}

/** A database and the store beside it. */
async function environmentFor(databaseUrl: string): Promise<Record<string, string>> {
  return environmentOf(databaseUrl, options.redis ? await startRedis(ends) : undefined)
}

async function begin(starting: Promise<Program>): Promise<Program> {
  const program = await starting
  ends.push(program.stop)
  return program
}
