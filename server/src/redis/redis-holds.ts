import type { RedisConnection } from './connection.ts'
import type { HoldOutcome, HoldRequest, Holds, LiveHold } from './ephemeral.ts'
import { giveUpHold } from './scripts/give-up-hold.ts'
import { takeHold } from './scripts/take-hold.ts'
import { touchingHolds } from './scripts/touching-holds.ts'

const at = (organizationId: number) => `hold:{${organizationId}}:`
const keyOf = (organizationId: number, holdId: string) => `${at(organizationId)}id:${holdId}`

export function redisHolds(connection: RedisConnection): Holds {
  const giveUp = async (organizationId: number, holdId: string, mark: 'released' | '') => {
    const args = [at(organizationId), holdId, mark, 0]
    const keys = [keyOf(organizationId, holdId)]
    return (await connection.ask((client) => giveUpHold.run(client, keys, args))) === 1
  }
  return {
    take: (request) => take(connection, request),
    release: (organizationId, holdId) => giveUp(organizationId, holdId, 'released'),
    drop: async (organizationId, holdId) => void (await giveUp(organizationId, holdId, '')),
    async state(organizationId, holdId) {
      const key = keyOf(organizationId, holdId)
      const state = await connection.ask((client) => client.hget(key, 'state'))
      return state === 'live' || state === 'released' ? state : 'lost'
    },
    async touching(organizationId, specialistIds, workplaceIds) {
      const prefix = at(organizationId)
      const keys = [
        ...specialistIds.map((id) => `${prefix}s:${id}`),
        ...workplaceIds.map((id) => `${prefix}w:${id}`),
      ]
      if (keys.length === 0) return []
      const reply = await connection.ask((client) => touchingHolds.run(client, keys, []))
      return readHolds(reply as string[])
    },
  }
}

async function take(connection: RedisConnection, request: HoldRequest): Promise<HoldOutcome> {
  const { organizationId, holdId, holder, limit, lifeMs, replaces, candidates } = request
  const prefix = at(organizationId)
  const key = keyOf(organizationId, holdId)
  const args = [
    prefix,
    holdId,
    holder,
    limit ?? -1,
    lifeMs,
    replaces ?? '',
    JSON.stringify(candidates),
  ]
  const keys = [key, `${prefix}h:${holder}`, ...resources(prefix, request)]
  // What timed out may be done yet: the ghost would bar the time, to its own caller too, for its whole life.
  const exorcise = () =>
    connection.owe(`hold ${key}`, Date.now() + lifeMs, (client) =>
      giveUpHold.run(client, [key], [prefix, holdId, 'released', lifeMs]),
    )
  const reply = await connection.ask((client) => takeHold.run(client, keys, args), exorcise)
  if (reply === 'overlap' || reply === 'too_many') return { refused: reply }
  const [taken, workplace, expiresAt] = reply as [number, number, number]
  return { taken, workplaceId: workplace || null, expiresAt }
}

function resources(prefix: string, { candidates }: HoldRequest): Set<string> {
  const keys = new Set<string>()
  for (const { specialistId, workplaceIds } of candidates) {
    keys.add(`${prefix}s:${specialistId}`)
    for (const id of workplaceIds) keys.add(`${prefix}w:${id}`)
  }
  return keys
}

/** `from:to:specialist:workplace:session:hold`, expiry, and so on; a hold may come by its specialist and by its workplace. */
function readHolds(reply: string[]): LiveHold[] {
  const holds = new Map<string, LiveHold>()
  for (let index = 0; index + 1 < reply.length; index += 2) {
    const parts = reply[index]?.split(':') ?? []
    const [from = 0, to = 0, specialistId = 0, workplace = 0] = parts.slice(0, 4).map(Number)
    const session = parts[4] ?? ''
    const holdId = parts.slice(5).join(':')
    const expiresAt = Number(reply[index + 1])
    const facts = { holdId, specialistId, workplaceId: workplace || null, from, to, expiresAt }
    holds.set(holdId, session === '' ? facts : { ...facts, session })
  }
  return [...holds.values()]
}
