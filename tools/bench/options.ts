import { parseArgs } from 'node:util'

export interface Options {
  quick: boolean
  /** Also ten times the data. */
  large: boolean
  /** A real Redis instead of the one in the process. */
  redis: boolean
  /** Parts to run; empty = all. */
  only: string[]
  rounds: number
  seconds: number
  warmSeconds: number
}

export function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      redis: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
    },
  })
  const { quick, large, redis } = values
  return {
    quick,
    large,
    redis,
    only: positionals,
    rounds: Number(values.rounds ?? (quick ? 3 : 7)),
    seconds: Number(values.seconds ?? (quick ? 1.5 : 3)),
    // A cold process is still being compiled for the first seconds of its load.
    warmSeconds: quick ? 3 : 8,
  }
}
