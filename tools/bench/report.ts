import { median, type Samples } from './rounds.ts'

export interface Verdict {
  what: string
  measured: number
  target: number
  /** Whether more is better. */
  atLeast: boolean
}

export function printSamples(title: string, samples: Samples): void {
  console.log(`\n${title}`)
  console.log(
    `${''.padEnd(46)}${'per second'.padStart(11)}${'node µs'.padStart(9)}${'pg µs'.padStart(9)}`,
  )
  for (const [name, list] of samples) {
    const of = (pick: (sample: (typeof list)[number]) => number) => {
      const value = median(list.map(pick))
      return Number.isNaN(value) ? '' : value.toFixed(0)
    }
    const columns = [
      of((sample) => sample.perSecond).padStart(11),
      of((sample) => sample.cpu).padStart(9),
      of((sample) => sample.postgresCpu).padStart(9),
    ]
    console.log(`${name.padEnd(46)}${columns.join('')}`)
  }
}

/** Answers whether all targets were reached. */
export function printVerdicts(verdicts: readonly Verdict[]): boolean {
  console.log(`\n${'Ratios'.padEnd(62)}${'measured'.padStart(10)}${'target'.padStart(10)}`)
  for (const { what, measured, target, atLeast } of verdicts) {
    const good = isReached({ what, measured, target, atLeast })
    console.log(
      `${good ? 'ok  ' : 'MISS'} ${what.padEnd(57)}${short(measured).padStart(10)}${`${atLeast ? '≥' : '≤'} ${short(target)}`.padStart(10)}`,
    )
  }
  return verdicts.every(isReached)
}

function isReached({ measured, target, atLeast }: Verdict): boolean {
  return atLeast ? measured >= target : measured <= target
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}
