import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { readHold, type HoldFacts } from '../../server/src/appointments/hold-token.ts'
import { readConfig } from '../../server/src/config.ts'
import { runProgram } from '../../server/src/program.ts'
import { createSecrets } from '../../server/src/secrets.ts'
import { SECRET_KEY } from './stage.ts'
import type { Pick } from './traffic.ts'

export interface Statement {
  text: string
  values: unknown[]
}

/** A hold and its confirmation, and every statement that the server sent for them, in order. */
export interface RecordedPair {
  statements: Statement[]
  facts: HoldFacts
  appointmentId: number
  clientId: number
  code: string
  phone: string
  /** Of the hold and of the confirmation. */
  idempotencyKeys: string[]
}

/** Through the API of a server in this process. */
export async function recordPair(
  environment: Record<string, string>,
  key: string,
  pick: Pick,
): Promise<RecordedPair> {
  const config = readConfig({ ...environment, ROLE: 'api', PORT: '0', HOST: '127.0.0.1' })
  const { url, stop } = await runProgram(config, pino({ level: 'silent' }))
  const phone = `+7999${Date.now() % 10_000_000}`
  const idempotencyKeys: string[] = []
  const post = async (path: string, body: unknown) => {
    const idempotencyKey = randomUUID()
    idempotencyKeys.push(idempotencyKey)
    const response = await fetch(`${url}/v1/appointments/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
      },
      body: JSON.stringify(body),
    })
    if (response.status !== 201) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as { hold: string; id: number; client_id: number; code: string }
  }
  const release = async (hold: string) =>
    void (await post('release', { hold }).catch(() => undefined))
  try {
    // Once before, so that what is remembered (the key, the catalogue) is not asked for.
    await release((await post('book', pick)).hold)
    const statements: Statement[] = []
    const end = listen(statements)
    try {
      const { hold } = await post('book', pick)
      const client = { first_name: 'Анна', phone }
      const { id, client_id, code } = await post('confirm', { hold, client })
      const facts = readHold(createSecrets(SECRET_KEY), hold)
      if (facts === null) throw new Error('the hold is not ours')
      const named = { appointmentId: id, clientId: client_id, code, phone, idempotencyKeys }
      return { statements, facts, ...named }
    } finally {
      end()
    }
  } finally {
    await stop()
  }
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown

/** Of every connection of this process, until the returned function is called. */
function listen(statements: Statement[]): () => void {
  const { prototype } = pg.Client
  const original = prototype.query as Query
  const query: Query = function (...given) {
    const [first, second] = given
    const config =
      typeof first === 'string' ? { text: first, values: second } : (first as Statement)
    statements.push({
      text: config.text,
      values: Array.isArray(config.values) ? config.values : [],
    })
    return original.apply(this, given)
  }
  Object.assign(prototype, { query })
  return () => void Object.assign(prototype, { query: original })
}
