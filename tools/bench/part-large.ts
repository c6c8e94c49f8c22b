import type { BenchData } from './data.ts'
import type { Options } from './options.ts'
import { cachedCases, named, RANGES, uncachedCases } from './part-reads.ts'
import type { Program } from './programs.ts'
import { printSamples, type Verdict } from './report.ts'
import { measure, ratio } from './rounds.ts'
import { bookingCase, type Stage, type Times } from './stage.ts'

export interface Side {
  data: BenchData
  product: Program
  forgetful: Program
  times: Times
}

const MORE = ', ten times the data'
const PAIRS = 'hold + confirm'

/** The same clinic, asked the same questions, alone and among a thousand. */
export async function measureLarge(
  stage: Stage,
  small: Side,
  large: Side,
  options: Options,
): Promise<Verdict[]> {
  const cases = [
    { side: small, suffix: '' },
    { side: large, suffix: MORE },
  ].map(({ side, suffix }) => {
    const there = { ...stage, data: side.data }
    const { product, times } = side
    return [
      ...uncachedCases(there, side.forgetful, suffix),
      ...cachedCases(there, product, suffix),
      bookingCase(there, `${PAIRS}${suffix}`, product, {
        reads: ['/healthz'],
        bookings: 1000,
        times,
      }),
    ]
  })
  const [here = [], there = []] = cases
  const neighbours = here.flatMap((each, index) => [each, ...there.slice(index, index + 1)])
  const samples = await measure(neighbours, { ...options, postmaster: stage.databases.postmaster })
  printSamples('Ten times the data', samples)
  const names = RANGES.flatMap((days) => [`${named(days)}, uncached`, `${named(days)}, cached`])
  return [...names, PAIRS].map((name) => ({
    what: `${name}: slower with ten times the data`,
    measured: ratio(samples, name, `${name}${MORE}`),
    target: 1.2,
    atLeast: false,
  }))
}
