import { cpuOf, cpuOfTree } from './cpu.ts'
import type { Outcome } from './traffic.ts'

export interface Case {
  name: string
  /** Whose processor time is counted. */
  pid: number
  /** What is not measured, before each time. */
  prepare?(): Promise<unknown>
  /** Does it for so long; answers how many were done, and in how many seconds. */
  run(seconds: number): Promise<{ done: number; seconds: number }>
}

export interface Sample {
  perSecond: number
  /** Microseconds of the processor for one, of the server and of PostgreSQL. */
  cpu: number
  postgresCpu: number
}

export type Samples = Map<string, Sample[]>

interface Plan {
  rounds: number
  seconds: number
  warmSeconds: number
  postmaster: number | null
}

/** A B C A B C …: what disturbs the machine disturbs all of them, and a ratio is of neighbours. */
export async function measure(cases: readonly Case[], plan: Plan): Promise<Samples> {
  const samples: Samples = new Map(cases.map(({ name }) => [name, []]))
  for (const each of cases) await each.run(plan.warmSeconds)
  for (let round = 0; round < plan.rounds; round++) {
    for (const each of cases) samples.get(each.name)?.push(await sample(each, plan))
    process.stderr.write(`\r${cases[0]?.name ?? ''}…: round ${round + 1} of ${plan.rounds}  `)
  }
  process.stderr.write('\r')
  return samples
}

async function sample(each: Case, { seconds, postmaster }: Plan): Promise<Sample> {
  await each.prepare?.()
  const [server, postgres] = [await cpuOf(each.pid), await cpuOfTree(postmaster)]
  const outcome = await each.run(seconds)
  const done = Math.max(outcome.done, 1)
  return {
    perSecond: outcome.done / outcome.seconds,
    cpu: ((await cpuOf(each.pid)) - server) * (1e6 / done),
    postgresCpu: ((await cpuOfTree(postmaster)) - postgres) * (1e6 / done),
  }
}

/** A case of requests; whatever is refused stops the run, but taken times. */
export function httpCase(
  name: string,
  pid: number,
  count: 'reads' | 'pairs',
  ask: (seconds: number) => Promise<Outcome>,
): Case {
  return {
    name,
    pid,
    async run(seconds) {
      const outcome = await ask(seconds)
      mustBeGood(name, outcome)
      return { done: outcome[count], seconds: outcome.seconds }
    },
  }
}

function mustBeGood(name: string, { statuses, reads, pairs }: Outcome): void {
  const bad = Object.entries(statuses).filter(([status]) => !/^(2..|409)$/.test(status))
  const refused = statuses['409'] ?? 0
  if (bad.length > 0 || refused > 0.1 * (reads + pairs))
    throw new Error(`${name}: ${JSON.stringify(statuses)}`)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? NaN)) / 2
}

/** The median of the rounds' ratios. */
export function ratio(
  samples: Samples,
  of: string,
  to: string,
  what: keyof Sample = 'perSecond',
): number {
  const below = samples.get(to) ?? []
  return median(
    (samples.get(of) ?? []).map((each, round) => each[what] / (below[round]?.[what] ?? NaN)),
  )
}
