import type { Options } from './options.ts'
import { named, RANGES } from './part-reads.ts'
import { todaysQuestions } from './questions.ts'
import type { Program } from './programs.ts'
import { printSamples, type Verdict } from './report.ts'
import { measure, ratio } from './rounds.ts'
import { bookingCase, type Stage, type Times } from './stage.ts'

interface Sides {
  product: { program: Program; times: Times }
  /** The same with one version for all days of a location. */
  whole: { program: Program; times: Times }
}

/** All services of all places are looked at, while some of the visitors book. */
export async function measureMix(
  stage: Stage,
  { product, whole }: Sides,
  options: Options,
): Promise<Verdict[]> {
  const reads = (days: number) => todaysQuestions(stage.data.first, stage.data, days, Infinity)
  const cases = [10, 50].flatMap((bookings) => [
    ...RANGES.map((days) =>
      bookingCase(stage, `${named(days)}, ${bookings / 10} % bookings`, product.program, {
        reads: reads(days),
        bookings,
        times: product.times,
      }),
    ),
    bookingCase(stage, `31 days, ${bookings / 10} % bookings, whole answers`, whole.program, {
      reads: reads(31),
      bookings,
      times: whole.times,
    }),
  ])
  const samples = await measure(cases, { ...options, postmaster: stage.databases.postmaster })
  printSamples('Availability while others book (reads)', samples)
  return [10, 50].map((bookings) => ({
    what: `31 days, ${bookings / 10} % bookings / cache of whole answers`,
    measured: ratio(
      samples,
      `31 days, ${bookings / 10} % bookings`,
      `31 days, ${bookings / 10} % bookings, whole answers`,
    ),
    target: bookings === 50 ? 4 : 1,
    atLeast: true,
  }))
}
