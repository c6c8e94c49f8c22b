import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from 'pino'
import type { App } from './app-context.ts'
import { createKoa, createWorkerKoa } from './app.ts'
import { createConfigurations } from './availability/load-configuration.ts'
import { createTakenDays } from './availability/taken-days.ts'
import { broadcastDuty } from './broadcasts/slices.ts'
import type { Config } from './config.ts'
import { openDatabase } from './db/database.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { seedDemo } from './demo/seed.ts'
import { greeting } from './greeting.ts'
import { createMetrics } from './http/metrics.ts'
import { notificationMaker } from './notifications/make.ts'
import { notificationDuties } from './notifications/send.ts'
import { createHub } from './outbox/hub.ts'
import { backlogGauges } from './pages/backlog-gauges.ts'
import { paymentDuties } from './payments/duties.ts'
import { makeReceipts } from './receipts/make.ts'
import { connectEphemeral } from './redis/connect.ts'
import { createLimiters } from './redis/limiter.ts'
import { createSecrets, secretKeyOf } from './secrets.ts'
import { StartupError, systemCode } from './startup-error.ts'
import { startWorker } from './worker.ts'

export interface Program {
  app: App
  url: string
  greeting: string
  /** Drains what is under way, at most ten seconds. */
  stop(): Promise<void>
}

const DRAIN_MS = 10_000
const IDLE_MS = 50

/** Everything in order of need; what was started is stopped again when a later step fails. */
export async function runProgram(config: Config, log: Logger): Promise<Program> {
  const undo: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const step of undo.reverse()) await step()
  }
  try {
    return await start(config, log, undo, stop)
  } catch (error) {
    await stop().catch((reason: unknown) =>
      log.error({ err: reason }, 'stopping after a failed start'),
    )
    throw error
  }
}

async function start(
  config: Config,
  log: Logger,
  undo: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Program> {
  const app = await connect(config, log, undo)
  const isNew = config.demo ? await seedDemo(app, app.clock()) : false
  const metrics = createMetrics()
  backlogGauges(metrics, app.db)
  const hub = createHub(app)
  undo.push(() => hub.close())
  if (config.role === 'all' || config.role === 'worker') {
    const worker = startWorker(app, {
      makers: [makeReceipts, notificationMaker(app)],
      duties: [...paymentDuties(app), ...notificationDuties(app), broadcastDuty(app)],
    })
    undo.push(() => worker.stop())
  }
  const koa =
    config.role === 'worker' ? createWorkerKoa(app, metrics) : createKoa(app, hub, metrics)
  const handle = koa.callback()
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 },
    (request, response) => void handle(request, response),
  )
  await listen(server, config)
  undo.push(() => drain(server, () => hub.close()))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  return { app, url: `http://127.0.0.1:${port}`, greeting: greeting(config, port, isNew), stop }
}

async function connect(config: Config, log: Logger, undo: (() => Promise<void>)[]): Promise<App> {
  await mkdir(config.dataDir, { recursive: true })
  let url = config.databaseUrl
  if (url === undefined) {
    const embedded = await startEmbedded({ directory: path.resolve(config.dataDir) })
    undo.push(() => embedded.stop())
    url = embedded.url
  }
  await migrate(url)
  const secrets = createSecrets(await secretKeyOf(config))
  const db = openDatabase(url, {
    connections: config.databaseConnections,
    waitMs: config.databaseWaitMs,
    onIdleError: (error) => log.warn({ err: error }, 'a database connection ended'),
  })
  undo.push(() => db.close())
  const ephemeral = await connectEphemeral(config.redisUrl, log)
  undo.push(() => ephemeral.close())
  const stores = {
    config,
    db,
    ephemeral,
    secrets,
    configurations: createConfigurations(db),
    limiters: createLimiters(ephemeral),
    log,
    clock: () => new Date(),
  }
  return Object.assign(stores, { takenDays: createTakenDays(stores) })
}

async function listen(server: Server, config: Config): Promise<void> {
  try {
    server.listen(config.port, config.host)
    await once(server, 'listening')
  } catch (error) {
    if (systemCode(error) === 'EADDRINUSE')
      throw new StartupError(
        `PORT ${config.port} is taken. Stop the program that uses it, or set PORT to another.`,
      )
    if (systemCode(error) === 'EACCES')
      throw new StartupError(
        `PORT ${config.port} may not be used by this user. Set PORT to 1024 or more.`,
      )
    throw error
  }
}

/** No new connections; those under way end, streams are ended by us, and after ten seconds the rest is cut. */
async function drain(server: Server, endStreams: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  await endStreams()
  // A connection that has had its answer stays open for the next request: there is none any more.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS)
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}
