import { addDays } from '../../server/src/availability/dates.ts'
import { everyQuestion, manyQuestions, todaysQuestions } from './questions.ts'
import type { Program } from './programs.ts'
import { printSamples, type Verdict } from './report.ts'
import { measure, median, ratio, type Case, type Samples } from './rounds.ts'
import { readCase, type Stage } from './stage.ts'
import type { Options } from './options.ts'

export const RANGES = [1, 7, 31] as const
/** Whose times are asked for from today, in each of the places. */
const POPULAR = 5

/** A request that asks nothing of the stores: a hold that nobody knows is given back. */
const release = { path: '/v1/appointments/release', body: { hold: 'nobody-knows-this-one' } }

export function uncachedCases(stage: Stage, program: Program, suffix = ''): Case[] {
  const { first } = stage.data
  return RANGES.map((days) =>
    readCase(
      stage,
      `${named(days)}, uncached${suffix}`,
      program,
      manyQuestions(first, stage.data, days),
    ),
  )
}

export function cachedCases(stage: Stage, program: Program, suffix = ''): Case[] {
  const { first } = stage.data
  return RANGES.map((days) =>
    readCase(
      stage,
      `${named(days)}, cached${suffix}`,
      program,
      todaysQuestions(first, stage.data, days, POPULAR),
    ),
  )
}

export function named(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

/** Availability beside a bare Koa and the app's own smallest route. */
export async function measureReads(
  stage: Stage,
  servers: { product: Program; asked: Program; forgetful: Program },
  options: Options,
): Promise<Verdict[]> {
  const { koa, data } = stage
  const { product, asked, forgetful } = servers
  const past = { from: addDays(data.from, -400), days: 1 }
  const cases = [
    readCase(stage, 'bare Koa', koa, ['/']),
    readCase(stage, SMALL_POST, product, [release]),
    readCase(stage, SMALL_GET, product, ['/v1/push-key']),
    readCase(stage, PAST_DAY, product, todaysQuestions(data.first, past, 1, 1)),
    firstAskedCase(stage, asked, options),
    ...uncachedCases(stage, forgetful),
    ...cachedCases(stage, product),
  ]
  const samples = await measure(cases, { ...options, postmaster: stage.databases.postmaster })
  printSamples('Availability, 50 connections', samples)
  return verdicts(samples)
}

const FIRST_ASKED = '1 day, first asked'
/** Faster than any of ours yet: a slice of questions must not come round again within its run. */
const MOST_A_SECOND = 4000

/**
 * No answer is kept yet, but what is taken on the days is: somebody was asked about before. So is the code compiled: a slice of the
 * questions is asked in less time than that takes.
 */
function firstAskedCase(stage: Stage, program: Program, options: Options): Case {
  const before = everyQuestion(stage.data.first, stage.data, 'somebody')
  const questions = everyQuestion(stage.data.first, stage.data)
  const size = Math.floor(questions.length / options.rounds)
  let isWarm = false
  let at = 0
  return {
    name: FIRST_ASKED,
    pid: program.pid,
    run(seconds) {
      if (!isWarm) {
        isWarm = true
        return readCase(stage, FIRST_ASKED, program, before).run(2 * seconds)
      }
      const slice = questions.slice(at, at + size)
      at += size
      const most = Math.min(seconds, slice.length / MOST_A_SECOND)
      return readCase(stage, FIRST_ASKED, program, slice).run(most)
    },
  }
}

const SMALL_POST = 'smallest route: POST, 204'
const SMALL_GET = 'smallest route: GET /push-key'
const PAST_DAY = 'a past day'

function verdicts(samples: Samples): Verdict[] {
  const speed = (name: string) => median((samples.get(name) ?? []).map((each) => each.perSecond))
  // Whichever is faster: the harder of the two to come near.
  const smallest = speed(SMALL_POST) > speed(SMALL_GET) ? SMALL_POST : SMALL_GET
  const least = (what: string, of: string, to: string, target: number): Verdict => ({
    what: `${what}: requests/s`,
    measured: ratio(samples, of, to),
    target,
    atLeast: true,
  })
  return [
    least('1 day first asked / bare Koa', FIRST_ASKED, 'bare Koa', 0.2),
    least('1 day uncached, nothing kept / bare Koa', '1 day, uncached', 'bare Koa', 0.2),
    least('1 day cached / smallest route', '1 day, cached', smallest, 0.8),
    least('7 days cached / smallest route', '7 days, cached', smallest, 0.8),
    least('31 days cached / smallest route', '31 days, cached', smallest, 0.5),
    {
      what: 'full middleware / bare Koa: CPU per request',
      measured: ratio(samples, smallest, 'bare Koa', 'cpu'),
      target: 2,
      atLeast: false,
    },
  ]
}
