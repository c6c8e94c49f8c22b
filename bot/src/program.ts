import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { isBookingError } from '@zapis/sdk'
import { botTokenOf } from '@zapis/sdk/contract'
import type { Logger } from 'pino'
import { openSite, type Site } from './clinics/site.ts'
import { SettingError, type Config } from './config.ts'
import * as max from './max/bot.ts'
import { createTelegramBot } from './telegram/bot.ts'
import type { Route, Running } from './running.ts'
import { listen, poll } from './telegram/run.ts'

export interface Program {
  /** Of the webhooks; null while updates are asked for. */
  url: string | null
  stop(): Promise<void>
}

const PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000

/** Every bot of the settings, once the API answers. */
export async function runProgram(
  config: Config,
  log: Logger,
  signal: AbortSignal,
): Promise<Program> {
  const sites: Site[] = []
  for (const key of config.apiKeys) sites.push(await openPatiently(key, config, log, signal))
  const running: Running[] = []
  const routes: Route[] = []
  const { telegram, publicUrl } = config
  for (const [token, own] of byToken(config, sites)) {
    const bot = createTelegramBot({
      ...{ token, publicUrl, log, sites: own },
      apiRoot: telegram.apiRoot,
    })
    const { webhookSecret: secret } = telegram
    if (secret === null) running.push(poll(bot, log))
    else routes.push(await listen(bot, { publicUrl, secret, log }))
  }
  if (config.max.token !== null) {
    const { token, apiRoot, app, webhookSecret: secret } = config.max
    const bot = max.createMaxBot({ ...{ token, apiRoot, publicUrl, app, log }, sites })
    if (secret === null) running.push(max.poll(bot, log))
    else routes.push(await max.listen(bot, { publicUrl, secret, log }))
  }
  const server = routes.length > 0 ? await serve(routes, config.port) : null
  return {
    url: server && urlOf(server),
    async stop() {
      server?.close()
      server?.closeIdleConnections()
      await Promise.all([...running, ...routes].map((one) => one.stop()))
    },
  }
}

/** One bot for the clinics that share it, one each for the others. */
function byToken({ telegram }: Config, sites: readonly Site[]): Map<string, Site[]> {
  const bots = new Map<string, Site[]>()
  for (const site of sites) {
    const { slug } = site.organization
    const token = botTokenOf(telegram, slug)
    if (token === null) continue
    bots.set(token, [...(bots.get(token) ?? []), site])
  }
  return bots
}

/** The API may start after the bot; a key that it refuses will be refused tomorrow too. */
async function openPatiently(
  key: string,
  config: Config,
  log: Logger,
  signal: AbortSignal,
): Promise<Site> {
  for (let tries = 0; ; tries++) {
    try {
      return await openSite(key, config)
    } catch (error) {
      if (isBookingError(error) && [401, 403].includes(error.status))
        throw new SettingError(`BOT_API_KEYS: ${key.slice(0, 8)}… is refused: ${error.message}`)
      log.warn({ err: error, tries }, 'the API does not answer yet')
      const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** tries)
      await sleep(pause, undefined, { signal })
    }
  }
}

async function serve(routes: readonly Route[], port: number): Promise<Server> {
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    const path = request.url?.split('?')[0]
    const route = routes.find((each) => each.path === path)
    if (route) void route.handle(request, response)
    else response.writeHead(path === '/healthz' ? 200 : 404).end()
  })
  server.listen(port)
  await once(server, 'listening')
  return server
}

function urlOf(server: Server): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}
