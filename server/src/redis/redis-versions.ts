import { randomBytes } from 'node:crypto'
import type { RedisConnection } from './connection.ts'
import { versionFieldsMax, versionsLifeMs, type Versions } from './ephemeral.ts'
import { beginVersions, bumpVersions } from './scripts/version-scripts.ts'

const keyOf = (organizationId: number) => `versions:{${organizationId}}`
const unique = () => Date.now().toString(36) + randomBytes(9).toString('base64url')

export function redisVersions(connection: RedisConnection): Versions {
  return {
    read: (organizationId, fields) =>
      connection.ask(async (client) => {
        const key = keyOf(organizationId)
        const known = await client.hmget(key, 'epoch', ...fields)
        if (known[0]) return known.map((value) => value ?? '0')
        const begun = await beginVersions.run(client, [key], [unique(), versionsLifeMs, ...fields])
        return (begun as (string | null)[]).map((value) => value ?? '0')
      }),
    async bump(organizationId, fields) {
      const key = keyOf(organizationId)
      const args = [unique(), versionsLifeMs, versionFieldsMax, ...fields]
      try {
        await connection.ask((client) => bumpVersions.run(client, [key], args))
      } catch (error) {
        // The change is committed: readers must not go on trusting what they cached before it.
        connection.owe(key, Date.now() + versionsLifeMs, (client) => client.del(key))
        throw error
      }
    },
  }
}
