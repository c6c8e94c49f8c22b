/**
 * The server in another kind of memory. `BENCH_MEMORY=none`: every reading of the cache versions answers a new epoch, so nothing that
 * was computed is used again. `BENCH_MEMORY=whole`: one version for all days of a location, so a booking drops every answer of the location:
 * what a cache of whole answers would do. All else is the product's own code.
 */
import { pino } from 'pino'
import { readConfig } from '../../server/src/config.ts'
import { runProgram } from '../../server/src/program.ts'
import type { Versions } from '../../server/src/redis/ephemeral.ts'

const memories: Record<string, (versions: Versions) => Versions> = {
  none(versions) {
    let epoch = 0
    return {
      ...versions,
      async read(organizationId, fields) {
        const [, ...values] = await versions.read(organizationId, fields)
        return [String(epoch++), ...values]
      },
    }
  },
  whole(versions) {
    const coarse = (fields: string[]) => fields.map((field) => field.split(':')[0] ?? '')
    return {
      read: (organizationId, fields) => versions.read(organizationId, coarse(fields)),
      bump: (organizationId, fields) => versions.bump(organizationId, [...new Set(coarse(fields))]),
    }
  },
}

const config = readConfig(process.env)
const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: false }))
const { app, stop } = await runProgram(config, log)
const memory = memories[process.env.BENCH_MEMORY ?? '']
if (memory === undefined) throw new Error('BENCH_MEMORY is none or whole')
Object.assign(app.ephemeral, { versions: memory(app.ephemeral.versions) })
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
