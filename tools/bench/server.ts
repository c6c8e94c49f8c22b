/**
 * The server in another kind of memory. `BENCH_MEMORY=none`: every reading of the cache versions answers a new epoch, so nothing that
 * was computed is used again. `BENCH_MEMORY=answers`: a cache of whole answers: one version for all days of a location, so a booking drops every
 * answer of the location, and nothing is kept beneath them. `BENCH_MEMORY=whole`: the same, with what is taken kept beneath, as the product
 * does. All else is the product's own code.
 */
import { pino } from 'pino'
import { readOccupied, type TakenDays } from '../../server/src/availability/load-occupied.ts'
import { occupiedRange } from '../../server/src/availability/range.ts'
import { readConfig } from '../../server/src/config.ts'
import type { Database } from '../../server/src/db/database.ts'
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
  answers: oneForAllDays,
  whole: oneForAllDays,
}

function oneForAllDays(versions: Versions): Versions {
  const coarse = (fields: string[]) => fields.map((field) => field.split(':')[0] ?? '')
  return {
    read: (organizationId, fields) => versions.read(organizationId, coarse(fields)),
    bump: (organizationId, fields) => versions.bump(organizationId, [...new Set(coarse(fields))]),
  }
}

const config = readConfig(process.env)
const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: false }))
const { app, stop } = await runProgram(config, log)
const name = process.env.BENCH_MEMORY ?? ''
const memory = memories[name]
if (memory === undefined) throw new Error('BENCH_MEMORY is none, answers or whole')
Object.assign(app.ephemeral, { versions: memory(app.ephemeral.versions) })
if (name === 'answers') Object.assign(app, { takenDays: nothingKept(app.db) })
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))

function nothingKept(db: Database): TakenDays {
  return {
    read({ organizationId, configuration, locationId, dates, specialistIds, workplaceIds }) {
      const [fromDate = '', toDate = ''] = [dates.at(0), dates.at(-1)]
      const range = occupiedRange(configuration, { locationId, fromDate, toDate })
      const common = { ignoreAppointmentId: null, sessionsOf: null }
      return readOccupied(db, { ...common, organizationId, specialistIds, workplaceIds, range })
    },
  }
}
