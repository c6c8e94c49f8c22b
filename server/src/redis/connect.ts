import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from './connection.ts'
import type { Ephemeral } from './ephemeral.ts'
import { memoryEphemeral } from './memory.ts'
import { redisEphemeral } from './redis.ts'

const patienceMs = 1_500

/** In-process without a URL. A Redis that is not there yet does not keep the product from starting. */
export async function connectEphemeral(url: string | undefined, log: Log): Promise<Ephemeral> {
  if (!url) return memoryEphemeral()
  const store = redisEphemeral(url, log)
  const patience = new AbortController()
  const opened = store.opened.then(() => true)
  const late = sleep(patienceMs, false, { signal: patience.signal }).catch(() => false)
  if (!(await Promise.race([opened, late]))) log.warn('Redis does not answer: starting without it')
  patience.abort()
  return store
}
