import type { BenchData } from './data.ts'
import type { Databases } from './database.ts'
import { headersOf } from './questions.ts'
import type { startLoad } from './programs.ts'
import { startProgram, type Program } from './programs.ts'
import { httpCase, type Case } from './rounds.ts'
import type { Job, Outcome, Pick, Read } from './traffic.ts'

/** What every part of the benchmark stands on. */
export interface Stage {
  databases: Databases
  load: ReturnType<typeof startLoad>
  koa: Program
  /** What the servers are told. */
  environment: Record<string, string>
  data: BenchData
}

/** Known here, so that a race can hold tickets that no store remembers. */
export const SECRET_KEY = 'only-for-benchmarks-only-for-benchmarks'
export const CONNECTIONS = 50

export function environmentOf(databaseUrl: string, redisUrl?: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    NODE_ENV: 'production',
    SECRET_KEY,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'info',
    SEED_DEMO: '0',
    TRUSTED_PROXIES: '127.0.0.1',
    DATA_DIR: '/tmp/zapis-bench-data',
  }
}

export type Memory = 'product' | 'none' | 'answers' | 'whole'

/** The product as `npm start` runs it, API and worker in one process; or with another memory, see server.ts. */
export function startServer(
  memory: Memory,
  environment: Record<string, string>,
  role = 'all',
): Promise<Program> {
  return memory === 'product'
    ? startProgram('server', 'server/src/main.ts', { ...environment, ROLE: role })
    : startProgram(`server (memory: ${memory})`, 'tools/bench/server.ts', {
        ...environment,
        ROLE: role,
        BENCH_MEMORY: memory,
      })
}

/** Requests to read, over and over, on all connections. */
export function readCase(
  { load, data }: Of<Stage, 'load' | 'data'>,
  name: string,
  program: Program,
  reads: Read[],
): Case {
  return httpCase(name, program.pid, 'reads', (seconds) =>
    load.run(streamOf(program, data.publishableKey, { seconds, reads, picks: [], bookings: 0 })),
  )
}

/** Reads with so many bookings in a thousand turns; 1000 = nothing but pairs. */
export function bookingCase(
  { load, data }: Of<Stage, 'load' | 'data'>,
  name: string,
  program: Program,
  { reads, bookings, times }: { reads: Read[]; bookings: number; times: Times },
): Case {
  return httpCase(name, program.pid, bookings === 1000 ? 'pairs' : 'reads', async (seconds) => {
    const picks = times.next(seconds)
    const outcome = await load.run(
      streamOf(program, data.publishableKey, { seconds, reads, picks, bookings }),
    )
    times.used(outcome)
    return outcome
  })
}

type Of<T, K extends keyof T> = { [P in K]: T[P] }

type Stream = Extract<Job, { kind: 'stream' }>

function streamOf(
  program: Program,
  key: string,
  about: { seconds: number; reads: Read[]; picks: Pick[]; bookings: number },
): Stream {
  return {
    kind: 'stream',
    connections: CONNECTIONS,
    port: program.port,
    headers: headersOf(key),
    ...about,
  }
}

/** Free times, each used once. */
export interface Times {
  next(seconds: number): Pick[]
  used(outcome: Outcome): void
  /** For good. */
  take(count: number): Pick[]
}

const MOST_PAIRS_A_SECOND = 2500

export function timesOf(picks: readonly Pick[]): Times {
  let at = 0
  return {
    next: (seconds) => picks.slice(at, at + Math.ceil(seconds * MOST_PAIRS_A_SECOND)),
    used: ({ picks: used }) => {
      at += used
    },
    take(count) {
      at += count
      return picks.slice(at - count, at)
    },
  }
}
