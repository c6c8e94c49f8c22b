import type { Options } from './options.ts'
import { named, RANGES } from './part-reads.ts'
import { todaysQuestions } from './questions.ts'
import type { Program } from './programs.ts'
import { printSamples, type Verdict } from './report.ts'
import { measure, ratio } from './rounds.ts'
import { bookingCase, readCase, type Stage, type Times } from './stage.ts'

interface Side {
  program: Program
  times: Times
}

/** Enough for every question of a month to be asked by a cache that has nothing. */
const FILL_SECONDS = 3

/** One version for all days of a location; nothing is kept beneath the answers, or what is taken is. */
export type Rival = 'answers' | 'whole'

const rivals: Record<Rival, string> = {
  answers: 'whole answers',
  whole: 'whole answers over what is taken',
}

/** All services of all places are looked at, while some of the visitors book. */
export async function measureMix(
  stage: Stage,
  sides: Record<'product' | Rival, Side>,
  options: Options,
): Promise<Verdict[]> {
  const reads = (days: number) => todaysQuestions(stage.data.first, stage.data, days, Infinity)
  const mixed = (name: string, { program, times }: Side, days: number, bookings: number) => ({
    ...bookingCase(stage, name, program, { reads: reads(days), bookings, times }),
    // What the other cases' turns let expire is asked for once: bookings are measured, not a cold start.
    prepare: () => readCase(stage, name, program, reads(days)).run(FILL_SECONDS),
  })
  const cases = [10, 50].flatMap((bookings) => [
    ...RANGES.map((days) =>
      mixed(`${named(days)}, ${bookings / 10} % bookings`, sides.product, days, bookings),
    ),
    ...(['answers', 'whole'] as const).map((rival) =>
      mixed(`31 days, ${bookings / 10} % bookings, ${rivals[rival]}`, sides[rival], 31, bookings),
    ),
  ])
  const samples = await measure(cases, { ...options, postmaster: stage.databases.postmaster })
  printSamples('Availability while others book (reads)', samples)
  const beside = (bookings: number, rival: Rival, target: number): Verdict => {
    const what = `31 days, ${bookings / 10} % bookings`
    return {
      what: `${what} / cache of ${rivals[rival]}`,
      measured: ratio(samples, what, `${what}, ${rivals[rival]}`),
      target,
      atLeast: true,
    }
  }
  return [
    beside(10, 'answers', 1),
    beside(50, 'answers', 4),
    beside(10, 'whole', 1),
    beside(50, 'whole', 1),
  ]
}
