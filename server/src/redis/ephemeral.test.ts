import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { test } from 'uvu'
import { connectEphemeral } from './connect.ts'
import { holdEndsContract } from './contract/hold-ends.ts'
import { holdSeatsContract } from './contract/hold-seats.ts'
import { holdsContract } from './contract/holds.ts'
import { channelsContract, notesContract, versionsContract } from './contract/others.ts'
import { hasRedisServer, startRedisServer, type RedisServer } from './contract/redis-server.ts'
import { sessionsContract } from './contract/sessions.ts'
import type { Contract, StoreUnderTest } from './contract/store.ts'
import type { Ephemeral } from './ephemeral.ts'
import { memoryEphemeral } from './memory.ts'

const givenUrl = process.env['TEST_REDIS_URL']

const contract: Contract = {
  ...holdsContract,
  ...holdEndsContract,
  ...holdSeatsContract,
  ...sessionsContract,
  ...versionsContract,
  ...notesContract,
  ...channelsContract,
}

function keepsTheContract(store: StoreUnderTest): void {
  for (const [title, clause] of Object.entries(contract)) {
    test(`${store.name}: ${title}`, () => clause(store))
  }
}

function inMemory(): StoreUnderTest {
  let now = Date.now()
  const clock = () => now
  let ephemeral = memoryEphemeral(clock)
  test.after(() => ephemeral.close())
  return {
    name: 'memory',
    ephemeral: () => ephemeral,
    elapse: async (ms) => void (now += ms),
    async lose() {
      await ephemeral.close()
      ephemeral = memoryEphemeral(clock)
    },
  }
}

function inRedis(): StoreUnderTest {
  let server: RedisServer | undefined
  let ephemeral: Ephemeral | undefined
  let direct: Redis | undefined
  test.before(async () => {
    server = givenUrl ? undefined : await startRedisServer()
    const url = givenUrl ?? server?.url ?? ''
    direct = new Redis(url)
    ephemeral = await connectEphemeral(url, pino({ level: 'silent' }))
  })
  test.after(async () => {
    await ephemeral?.close()
    await direct?.quit()
    await server?.kill()
  })
  return {
    name: 'redis',
    ephemeral() {
      if (!ephemeral) throw new Error('not open')
      return ephemeral
    },
    elapse: (ms) => sleep(ms),
    lose: async (organizationId) => void (await direct?.del(`versions:{${organizationId}}`)),
  }
}

keepsTheContract(inMemory())
if (givenUrl || hasRedisServer) keepsTheContract(inRedis())
else {
  for (const title of Object.keys(contract)) test.skip(`redis: ${title} (no redis-server)`)
}

test.run()
