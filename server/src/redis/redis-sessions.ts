import type { Redis } from 'ioredis'
import type { RedisConnection } from './connection.ts'
import { endedMarkMs, type Sessions } from './ephemeral.ts'
import { beginSession, endSession, enrolSession, rotateSession } from './scripts/session-scripts.ts'

const keysOf = (sessionId: string) => [`session:{${sessionId}}`, `session:{${sessionId}}:ended`]
const familyOf = (sessionId: string) => `session:{${sessionId}}`
const markOf = (sessionId: string) => `session:{${sessionId}}:ended`
const listOf = (subject: string) => `sessions:{${subject}}`

/**
 * A session and its subject's list are in different slots, so in different steps, in this order: listed before it
 * lives, ended before it is unlisted. A crash between leaves a name in the list, never a session that `endAll` misses.
 */
export function redisSessions(connection: RedisConnection): Sessions {
  return {
    begin: async (sessionId, subject, lifeMs) =>
      connection.ask(async (client) => {
        await enrolSession.run(client, [listOf(subject)], [sessionId, lifeMs])
        await beginSession.run(client, keysOf(sessionId), [subject, lifeMs])
      }),
    rotate: (sessionId, generation, lifeMs) =>
      connection.ask(async (client) => {
        const subject = await client.hget(familyOf(sessionId), 'subject')
        if (subject !== null) await enrolSession.run(client, [listOf(subject)], [sessionId, lifeMs])
        const args = [generation, lifeMs, endedMarkMs]
        const next = await rotateSession.run(client, keysOf(sessionId), args)
        return next as number | 'reused' | 'gone'
      }),
    end: (sessionId) =>
      connection.ask(async (client) => {
        const subject = await client.hget(familyOf(sessionId), 'subject')
        await end(client, sessionId)
        if (subject !== null) await client.zrem(listOf(subject), sessionId)
      }),
    endAll: (subject) =>
      connection.ask(async (client) => {
        const sessionIds = await client.zrange(listOf(subject), '0', '-1')
        await Promise.all(sessionIds.map((sessionId) => end(client, sessionId)))
        // One that began meanwhile stays.
        if (sessionIds.length > 0) await client.zrem(listOf(subject), ...sessionIds)
      }),
    ended: async (sessionId) =>
      (await connection.ask((client) => client.exists(markOf(sessionId)))) === 1,
  }
}

async function end(client: Redis, sessionId: string): Promise<void> {
  await endSession.run(client, keysOf(sessionId), [endedMarkMs])
}
