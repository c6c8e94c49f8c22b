import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

export interface LuaScript {
  run(client: Redis, keys: string[], args: (string | number)[]): Promise<unknown>
}

/** By its digest; with its text to a store that has forgotten it (a restart, SCRIPT FLUSH, a replica that took over). */
export function luaScript(text: string): LuaScript {
  const digest = createHash('sha1').update(text).digest('hex')
  return {
    async run(client, keys, args) {
      try {
        return await client.evalsha(digest, keys.length, ...keys, ...args)
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
        return client.eval(text, keys.length, ...keys, ...args)
      }
    },
  }
}
