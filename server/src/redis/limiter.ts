import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Ephemeral } from './ephemeral.ts'
import { luaScript, type LuaScript } from './lua-script.ts'
import { isRedis, type RedisEphemeral } from './redis.ts'

export interface LimitPolicy {
  name: string
  points: number
  seconds: number
}

export interface Limit {
  allowed: boolean
  remaining: number
  resetSeconds: number
}

export interface Limiters {
  limit(policy: LimitPolicy, key: string): Promise<Limit>
}

/** Counted by all processes together in Redis; without it, or while it is down, by each process for itself: never open. */
export function createLimiters(ephemeral: Ephemeral | undefined): Limiters {
  const limiters = new Map<string, RateLimiterMemory | RateLimiterRedis>()
  return {
    async limit(policy, key) {
      const name = `${policy.name}:${policy.points}:${policy.seconds}`
      const limiter = limiters.get(name) ?? createLimiter(ephemeral, policy, name)
      limiters.set(name, limiter)
      try {
        return answer(true, await limiter.consume(key))
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return answer(false, refusal)
        throw refusal
      }
    },
  }
}

function answer(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Limit {
  return { allowed, remaining: remainingPoints, resetSeconds: Math.ceil(msBeforeNext / 1000) }
}

function createLimiter(
  ephemeral: Ephemeral | undefined,
  { points, seconds }: LimitPolicy,
  name: string,
): RateLimiterMemory | RateLimiterRedis {
  const local = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  if (!ephemeral || !isRedis(ephemeral)) return local
  return new RateLimiterRedis({
    storeClient: storeClient(ephemeral),
    keyPrefix: `limit:${name}`,
    points,
    duration: seconds,
    insuranceLimiter: local,
    // Who is over the limit costs Redis nothing more until the window ends.
    inMemoryBlockOnConsumed: points + 1,
  })
}

/** The two calls that RateLimiterRedis makes of an ioredis client to consume, through the connection's circuit. */
function storeClient(redis: RedisEphemeral) {
  let increment: LuaScript | undefined
  return {
    defineCommand(_name: string, definition: { lua: string }) {
      increment = luaScript(definition.lua)
    },
    rlflxIncr([key = '', ...args]: string[]) {
      if (!increment) throw new Error('rate-limiter-flexible has not defined its script')
      return redis.run(increment, [key], args)
    },
  }
}
