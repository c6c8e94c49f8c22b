import type { Operation } from '@zapis/sdk/contract'
import type { Context } from 'koa'
import type { Database } from '../db/database.ts'
import { transaction } from '../db/transaction.ts'
import { createTurns } from '../db/turns.ts'
import { Fault } from '../fault.ts'
import type { Ephemeral } from '../redis/ephemeral.ts'
import type { Secrets } from '../secrets.ts'
import { actor, type Call } from './call.ts'
import { RawReply, type Handler, type Handlers, type Plan } from './handler.ts'
import {
  claim,
  keep,
  keyOf,
  remembered,
  requestHash,
  type Answer,
  type Key,
} from './idempotency.ts'
import { validatorsOf } from './validate.ts'
import type { OperationId } from '@zapis/sdk/contract'

interface Deps {
  handlers: Handlers
  db: Database
  ephemeral: Ephemeral
  secrets: Secrets
  checkReplies: boolean
  /** Something was committed. */
  afterWrite(): void
}

interface Outcome {
  status: number
  reply: unknown
  replayed: boolean
}

/** Two, so that the next one is ready when one ends. */
const turns = createTurns({ atOnce: 2, patienceMs: 8_000 })

/** Runs the handler in its kind of transaction, once per Idempotency-Key. */
export async function execute(
  call: Call,
  operation: Operation,
  deps: Deps,
  ctx: Context,
): Promise<Outcome> {
  const handler = handlerOf(deps.handlers, call.operation)
  const key = operation.method === 'GET' ? null : keyFor(call, ctx)
  if (handler.mode === 'bare') {
    if (key === null) return done(operation, await handler.run(call), deps)
    const { answer, replayed } = await remembered(
      deps.ephemeral.notes,
      deps.secrets,
      key,
      async () => toAnswer(done(operation, await handler.run(call), deps)),
    )
    return { ...fromAnswer(answer), replayed }
  }
  const planning = await planOrFirst(handler.plan, call, key, deps)
  if ('first' in planning) return { ...fromAnswer(planning.first), replayed: true }
  const { plan } = planning
  try {
    const outcome = await turns(plan.turn?.keys ?? [], async (waited) => {
      if (waited) await plan.turn?.look?.()
      return transaction(deps.db, plan.organizationId, async (tx) => {
        if (key === null) return done(operation, await plan.run(tx), deps)
        const first = await claim(tx, deps.secrets, key)
        if (first) return { ...fromAnswer(first), replayed: true }
        const fresh = done(operation, await plan.run(tx), deps)
        await keep(tx, deps.secrets, key, toAnswer(fresh), movesMoney(operation))
        return fresh
      })
    })
    if (handler.mode === 'write') deps.afterWrite()
    return outcome
  } catch (error) {
    throw plan.refused ? await plan.refused(error) : error
  }
}

function done(operation: Operation, reply: unknown, { checkReplies }: Deps): Outcome {
  checkReply(operation, reply, checkReplies)
  return { status: operation.status, reply, replayed: false }
}

type Planner = Extract<Handler<OperationId>, { plan: unknown }>['plan']

/** What is refused before the transaction may have been done by the first request with the key: its time is taken, by itself. */
async function planOrFirst(
  planner: Planner,
  call: Call,
  key: Key | null,
  { db, secrets }: Deps,
): Promise<{ plan: Plan<OperationId> } | { first: Answer }> {
  try {
    const plan = await planner(call)
    if (plan === null) throw new Fault('not_found')
    return { plan }
  } catch (error) {
    if (key === null || key.organizationId === null || !(error instanceof Fault)) throw error
    return transaction(db, key.organizationId, async (tx) => {
      const first = await claim(tx, secrets, key)
      // Rolled back with the claim.
      if (first === null) throw error
      return { first }
    })
  }
}

/** Money moves once for its key, however late the key comes again. */
function movesMoney({ scope, money }: Operation): boolean {
  return money === true || scope === 'money:write'
}

/** The table has a handler of exactly this operation; TypeScript cannot carry the id through a lookup. */
function handlerOf(handlers: Handlers, id: OperationId): Handler<OperationId> {
  return handlers[id] as unknown as Handler<OperationId>
}

function keyFor(call: Call, ctx: Context): Key | null {
  const value = keyOf(call.header('Idempotency-Key'))
  if (value === null) return null
  const caller = call.caller.kind === 'anyone' ? `anyone:${call.address}` : actor(call.caller)
  return {
    organizationId: call.caller.organizationId,
    caller,
    route: call.operation,
    value,
    requestHash: requestHash(ctx.method, ctx.path, call.body),
  }
}

function toAnswer({ status, reply }: Outcome): Answer {
  if (reply instanceof RawReply) throw new Error('a change answers with JSON')
  return { status, body: JSON.stringify(reply ?? null) }
}

function fromAnswer({ status, body }: Answer): { status: number; reply: unknown } {
  const reply: unknown = JSON.parse(body)
  return { status, reply }
}

/** In tests and development a reply that the contract does not describe is our error. */
function checkReply(operation: Operation, reply: unknown, wanted: boolean): void {
  if (!wanted || reply instanceof RawReply || operation.reply === null) return
  const validate = validatorsOf(operation).reply
  // What a Date becomes on the wire is what the contract speaks of.
  const wire: unknown = JSON.parse(JSON.stringify(reply))
  if (validate && !validate(wire))
    throw new Error(
      `the reply breaks the contract: ${JSON.stringify(validate.errors?.slice(0, 5))}`,
    )
}
