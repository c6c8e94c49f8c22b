import { execFile } from 'node:child_process'
import { readdir, writeFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { versionOf } from './database.ts'
import type { Options } from './options.ts'
import { CLIENTS, scriptOf } from './pgbench-script.ts'
import type { Program } from './programs.ts'
import { recordPair } from './recorded-pair.ts'
import { printSamples, type Verdict } from './report.ts'
import { measure, ratio, type Case } from './rounds.ts'
import { bookingCase, type Stage, type Times } from './stage.ts'
import type { Pick } from './traffic.ts'

const PAIRS = 'hold + confirm, 50 connections'
const PGBENCH = `pgbench, the same statements, ${CLIENTS} clients`

/** Pairs of hold and confirm through the whole server, beside PostgreSQL alone with the statements that they send. */
export async function measurePairs(
  stage: Stage,
  { product, times, databaseUrl }: { product: Program; times: Times; databaseUrl: string },
  options: Options,
): Promise<Verdict[]> {
  const pgbench = await findPgbench()
  if (pgbench === null)
    console.log(
      '\npgbench is neither on PATH nor in /usr/lib/postgresql: pairs are measured alone.',
    )
  const ours = bookingCase(stage, PAIRS, product, { reads: ['/healthz'], bookings: 1000, times })
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zapis-pgbench-'))
  try {
    const theirs = pgbench
      ? [await pgbenchCase(stage, { pgbench, folder, times, databaseUrl })]
      : []
    const samples = await measure([ours, ...theirs], {
      ...options,
      postmaster: stage.databases.postmaster,
    })
    printSamples('Bookings (pairs)', samples)
    if (pgbench === null) return []
    return [
      {
        what: `pairs / pgbench at ${CLIENTS} clients`,
        measured: ratio(samples, PAIRS, PGBENCH),
        target: 0.35,
        atLeast: true,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Any pgbench speaks to any newer server. */
async function findPgbench(): Promise<string | null> {
  if (await versionOf('pgbench')) return 'pgbench'
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  for (const version of versions.sort().reverse()) {
    const file = `/usr/lib/postgresql/${version}/bin/pgbench`
    if (await versionOf(file)) return file
  }
  return null
}

interface Pgbench {
  pgbench: string
  folder: string
  times: Times
  databaseUrl: string
}

/** A script for each place, from a pair that was booked there. */
async function pgbenchCase(
  stage: Stage,
  { pgbench, folder, times, databaseUrl }: Pgbench,
): Promise<Case> {
  const { locations, specialists } = stage.data.first.configuration
  const picks = times.next(4)
  const files: string[] = []
  for (const location of locations.values()) {
    const pair = await recordFirst(
      stage,
      picks.filter((each) => each.location_id === location.id),
    )
    const specialistIds = [...specialists.values()]
      .filter(({ week }) => week.some(({ locationId }) => locationId === location.id))
      .map(({ id }) => id)
    const file = path.join(folder, `place-${location.id}.sql`)
    await writeFile(file, scriptOf(pair, { specialistIds, workplaceIds: location.workplaceIds }))
    files.push(file)
  }
  let run = 0
  return {
    name: PGBENCH,
    pid: stage.load.pid,
    async run(seconds) {
      run++
      // Each run numbers its pairs apart from the others'; all of them end before the year 2200.
      const numbers = ['-D', `k=${run * 20_000}`]
      const { stdout, stderr } = await promisify(execFile)(
        pgbench,
        [
          ...[
            '-n',
            '-M',
            'prepared',
            '-c',
            String(CLIENTS),
            '-j',
            '2',
            '-T',
            String(Math.ceil(seconds)),
          ],
          ...[...numbers, ...files.flatMap((file) => ['-f', file]), databaseUrl],
        ],
        { env: { ...process.env, PGOPTIONS: '-c role=zapis_app' } },
      )
      const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
      if (rate === undefined || /aborted/.test(stderr + stdout))
        throw new Error(`${stdout}${stderr}`)
      return { done: Number(rate) * seconds, seconds }
    },
  }
}

/** A free time may turn out to have no free room. */
async function recordFirst(stage: Stage, picks: readonly Pick[]) {
  let reason: unknown
  for (const pick of picks.slice(0, 10)) {
    try {
      return await recordPair(stage.environment, stage.data.publishableKey, pick)
    } catch (error) {
      reason = error
    }
  }
  throw reason
}
