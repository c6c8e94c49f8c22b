import type { Logger } from 'pino'
import type { Configurations } from './availability/load-configuration.ts'
import type { TakenDays } from './availability/load-occupied.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Ephemeral } from './redis/ephemeral.ts'
import type { Limiters } from './redis/limiter.ts'
import type { Secrets } from './secrets.ts'

/** What use-cases are given: the process's connections and settings, and nothing that remembers. */
export interface App {
  config: Config
  db: Database
  ephemeral: Ephemeral
  secrets: Secrets
  /** What each organization's catalogue and schedules say. */
  configurations: Configurations
  /** What is taken on the days that somebody has asked about. */
  takenDays: TakenDays
  limiters: Limiters
  log: Logger
  /** The process's clock; what must not depend on it asks PostgreSQL. */
  clock(): Date
}
