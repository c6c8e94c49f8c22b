import { EphemeralDown, type Ephemeral } from './ephemeral.ts'
import { lifeMap } from './life-map.ts'
import { luaScript } from './lua-script.ts'
import { isRedis, type RedisEphemeral } from './redis.ts'
import { nowLua } from './scripts/now.ts'

export interface Turn {
  /** Whether it was taken; not when it is further away than the caller waits. */
  isTaken: boolean
  waitMs: number
}

/** Turns at even distances: whoever takes one knows when it comes, and nobody else has the same. */
export interface Paces {
  take(key: string, everyMs: number, patienceMs: number): Promise<Turn>
  /** How long until the next turn; takes none. */
  wait(key: string): Promise<number>
  /** There is no turn for so long. */
  pause(key: string, ms: number): Promise<void>
}

/** KEYS: when the next turn is. ARGV: distance, patience in ms. Answers whether it was taken, and how long until then. */
const takeTurn = luaScript(/* lua */ `${nowLua}
local at = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
if at - now > tonumber(ARGV[2]) then return {0, math.ceil(at - now)} end
local after = at + tonumber(ARGV[1])
redis.call('SET', KEYS[1], string.format('%.3f', after), 'PX', math.ceil(after - now))
return {1, math.ceil(at - now)}
`)

const waitForTurn = luaScript(/* lua */ `${nowLua}
return math.max(0, math.ceil(tonumber(redis.call('GET', KEYS[1]) or 0) - now))
`)

/** ARGV: ms. Never shortens a longer pause. */
const pauseTurns = luaScript(/* lua */ `${nowLua}
local at = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now + tonumber(ARGV[1]))
redis.call('SET', KEYS[1], string.format('%.3f', at), 'PX', math.ceil(at - now))
`)

/** Shared by all processes in Redis; without it, or while it is down, each keeps its own pace. */
export function createPaces(ephemeral: Ephemeral, clock: () => number = Date.now): Paces {
  const own = memoryPaces(clock)
  if (!isRedis(ephemeral)) return own
  const shared = redisPaces(ephemeral)
  const insured = async <T>(ask: (paces: Paces) => Promise<T>): Promise<T> => {
    try {
      return await ask(shared)
    } catch (error) {
      if (error instanceof EphemeralDown) return ask(own)
      throw error
    }
  }
  return {
    take: (key, everyMs, patienceMs) => insured((paces) => paces.take(key, everyMs, patienceMs)),
    wait: (key) => insured((paces) => paces.wait(key)),
    pause: (key, ms) => insured((paces) => paces.pause(key, ms)),
  }
}

function redisPaces(redis: RedisEphemeral): Paces {
  const keyOf = (key: string) => `pace:${key}`
  return {
    async take(key, everyMs, patienceMs) {
      const args = [String(everyMs), String(patienceMs)]
      const reply = await redis.run(takeTurn, [keyOf(key)], args)
      const [taken, waitMs] = reply as [number, number]
      return { isTaken: taken === 1, waitMs }
    },
    wait: async (key) => Number(await redis.run(waitForTurn, [keyOf(key)], [])),
    pause: async (key, ms) => void (await redis.run(pauseTurns, [keyOf(key)], [String(ms)])),
  }
}

const SWEEP_EVERY = 1_000

function memoryPaces(clock: () => number): Paces {
  const next = lifeMap<number>(clock)
  let sets = 0
  const set = (key: string, at: number) => {
    next.set(key, at, at)
    if (++sets % SWEEP_EVERY === 0) next.sweep()
  }
  const waitOf = (key: string) => Math.max(0, (next.get(key) ?? 0) - clock())
  return {
    async take(key, everyMs, patienceMs) {
      const waitMs = waitOf(key)
      if (waitMs > patienceMs) return { isTaken: false, waitMs }
      set(key, clock() + waitMs + everyMs)
      return { isTaken: true, waitMs }
    },
    wait: async (key) => waitOf(key),
    pause: async (key, ms) => set(key, clock() + Math.max(ms, waitOf(key))),
  }
}
