import { randomUUID } from 'node:crypto'
import { readHold, signHold, type HoldFacts } from '../../server/src/appointments/hold-token.ts'
import { createSecrets } from '../../server/src/secrets.ts'
import { headersOf } from './questions.ts'
import type { Program } from './programs.ts'
import type { Verdict } from './report.ts'
import { median } from './rounds.ts'
import { CONNECTIONS, SECRET_KEY, type Stage } from './stage.ts'
import type { Outcome, Pick, Write } from './traffic.ts'

const secrets = createSecrets(SECRET_KEY)

interface Race {
  name: string
  requests(pick: Pick, facts: HoldFacts, number: number): Write[]
}

const fifty = <T>(make: (index: number) => T) =>
  Array.from({ length: CONNECTIONS }, (_, n) => make(n))

/** Fifty visitors hold one time at once: the ephemeral store decides. */
const holds: Race = {
  name: '50 holds of one time',
  requests: (pick, _facts, number) =>
    fifty((index) => ({
      path: '/v1/appointments/book',
      body: pick,
      headers: [`x-forwarded-for: 10.1.${number}.${index}`],
    })),
}

/** Fifty confirm one time at once, each with a hold of their own, as after a loss of the store: PostgreSQL decides. */
const confirms: Race = {
  name: '50 confirms of one time',
  requests: (_pick, facts, number) =>
    fifty((index) => ({
      path: '/v1/appointments/confirm',
      body: {
        hold: signHold(secrets, { ...facts, id: randomUUID() }),
        client: { first_name: 'Анна', phone: `+7905${String(1_000_000 + number * 100 + index)}` },
      },
      headers: [`idempotency-key: ${randomUUID()}`],
    })),
}

/** When the last of fifty has its answer, and that exactly one of them won. */
export async function measureRaces(
  stage: Stage,
  program: Program,
  picks: readonly Pick[],
): Promise<Verdict[]> {
  const before = await deadlocks(stage)
  const verdicts: Verdict[] = []
  console.log('\nRaces: the last answer, median (worst)')
  // Times of its own for each: the winners of the first keep theirs.
  const half = picks.length >> 1
  for (const [race, own] of [
    [holds, picks.slice(0, half)],
    [confirms, picks.slice(half)],
  ] as const) {
    const outcomes: Outcome[] = []
    for (const [number, pick] of own.entries()) {
      const facts = await tried(stage, program, pick)
      if (facts) outcomes.push(await run(stage, program, race.requests(pick, facts, number)))
    }
    // The first ones are run by a cold process.
    const times = outcomes.slice(outcomes.length >> 1).map(({ lastMs }) => lastMs)
    const worst = Math.max(...times).toFixed(1)
    console.log(`${race.name.padEnd(46)}${median(times).toFixed(1)} ms (${worst})`)
    const won = outcomes.map(winners)
    verdicts.push(
      {
        what: `${race.name}: the last answer, ms`,
        measured: median(times),
        target: 50,
        atLeast: false,
      },
      { what: `${race.name}: least winners`, measured: Math.min(...won), target: 1, atLeast: true },
      { what: `${race.name}: most winners`, measured: Math.max(...won), target: 1, atLeast: false },
    )
  }
  const measured = (await deadlocks(stage)) - before
  return [...verdicts, { what: 'deadlocks', measured, target: 0, atLeast: false }]
}

/** Held and given back: the time is free, and these are its facts. */
async function tried({ data }: Stage, { port }: Program, pick: Pick): Promise<HoldFacts | null> {
  const post = (path: string, body: unknown) =>
    fetch(`http://127.0.0.1:${port}/v1/appointments/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${data.publishableKey}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
  const held = await post('book', pick)
  if (held.status !== 201) return null
  const { hold } = (await held.json()) as { hold: string }
  await post('release', { hold })
  return readHold(secrets, hold)
}

function winners({ statuses }: Outcome): number {
  const strange = Object.keys(statuses).filter((status) => !['201', '409'].includes(status))
  if (strange.length > 0) throw new Error(`a race answered ${JSON.stringify(statuses)}`)
  return statuses['201'] ?? 0
}

function run({ load, data }: Stage, { port }: Program, requests: Write[]): Promise<Outcome> {
  return load.run({
    kind: 'race',
    connections: CONNECTIONS,
    port,
    headers: headersOf(data.publishableKey),
    requests,
  })
}

async function deadlocks({ databases }: Stage): Promise<number> {
  const [row] = await databases.query<{ sum: number }>(
    'select sum(deadlocks)::integer as sum from pg_stat_database',
  )
  return row?.sum ?? 0
}
