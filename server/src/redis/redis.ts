import { RedisChannels } from './redis-channels.ts'
import { RedisConnection, type Log } from './connection.ts'
import { EphemeralDown, type Ephemeral, type Notes } from './ephemeral.ts'
import type { LuaScript } from './lua-script.ts'
import { redisHolds } from './redis-holds.ts'
import { redisSessions } from './redis-sessions.ts'
import { redisVersions } from './redis-versions.ts'

export interface RedisEphemeral extends Ephemeral {
  readonly kind: 'redis'
  /** Resolves when the store answers for the first time. */
  readonly opened: Promise<void>
  /** For rate limits (limiter.ts, pace.ts): one script, one step. */
  run(script: LuaScript, keys: string[], args: string[]): Promise<unknown>
}

export function isRedis(ephemeral: Ephemeral): ephemeral is RedisEphemeral {
  return ephemeral.kind === 'redis' && 'run' in ephemeral
}

/** Usable at once; until the store answers, every call is refused. */
export function redisEphemeral(url: string, log: Log): RedisEphemeral {
  const connection = new RedisConnection(url, log)
  const channels = new RedisChannels(() => connection.another())
  return {
    kind: 'redis',
    opened: connection.opened,
    ready: () => answers(connection),
    holds: redisHolds(connection),
    sessions: redisSessions(connection),
    versions: redisVersions(connection),
    notes: redisNotes(connection),
    publish: async (channel, message) =>
      void (await connection.ask((client) => client.publish(channel, message))),
    subscribe: (channel, listener) => channels.subscribe(channel, listener),
    run: (script, keys, args) => connection.ask((client) => script.run(client, keys, args)),
    async close() {
      channels.close()
      await connection.close()
    },
  }
}

async function answers(connection: RedisConnection): Promise<boolean> {
  try {
    await connection.ask((client) => client.ping())
    return true
  } catch (error) {
    if (error instanceof EphemeralDown) return false
    throw error
  }
}

function redisNotes(connection: RedisConnection): Notes {
  const keyOf = (key: string) => `note:${key}`
  return {
    get: (key) => connection.ask((client) => client.get(keyOf(key))),
    setIfAbsent: async (key, value, lifeMs) =>
      (await connection.ask((client) => client.set(keyOf(key), value, 'PX', lifeMs, 'NX'))) ===
      'OK',
    set: async (key, value, lifeMs) =>
      void (await connection.ask((client) => client.set(keyOf(key), value, 'PX', lifeMs))),
    delete: async (key) => void (await connection.ask((client) => client.del(keyOf(key)))),
  }
}
