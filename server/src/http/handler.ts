import type { OperationId, OperationTypes } from '@zapis/sdk/contract'
import type { Readable } from 'node:stream'
import type { Tx } from '../db/transaction.ts'
import type { FieldFault } from '../fault.ts'
import type { Call, Locale } from './call.ts'

/** An answer that is not a JSON value of the contract: text already made, a file, a stream. */
export class RawReply {
  readonly body: string | Buffer | Readable
  readonly headers: Record<string, string>
  constructor(body: string | Buffer | Readable, headers: Record<string, string>) {
    this.body = body
    this.headers = headers
  }
}

/** For a call that brings many drafts, each judged as if it had come alone. */
export interface DraftJudge {
  /** Throws what a call with this draft would be refused with. */
  check(draft: unknown, locale: Locale): void
  /** What a refusal says of the fields; what is none is thrown again. */
  fields(error: unknown, locale: Locale): Required<FieldFault>[]
}

export type Reply<Id extends OperationId> = OperationTypes[Id]['reply'] | RawReply

/** What is to be done inside one transaction, decided before it begins. */
export interface Plan<Id extends OperationId> {
  organizationId: number
  /** Those who want the same, one after the other. Who had to wait may look first, before the transaction, whether it was in vain. */
  turn?: { keys: string[]; look?: () => Promise<void> }
  run: (tx: Tx) => Promise<Reply<Id>>
  /** After the rollback: what to tell instead of the bare error. */
  refused?: (error: unknown) => Promise<unknown>
}

export type Handler<Id extends OperationId> =
  | {
      /** One transaction of one organization; a write's answer is kept for its Idempotency-Key in that same transaction. null = not found. */
      mode: 'read' | 'write'
      plan: (call: Call<Id>) => Promise<Plan<Id> | null>
    }
  | {
      /** No transaction: the handler opens what it needs, or needs none. */
      mode: 'bare'
      run: (call: Call<Id>) => Promise<Reply<Id>>
    }

export type Handlers = { [Id in OperationId]: Handler<Id> }
/** Handlers of some nouns: what a noun's handlers.ts exports. */
export type HandlersOf<Noun extends string> = Pick<
  Handlers,
  Extract<OperationId, `${Noun}.${string}`>
>

type Run<Id extends OperationId> = (call: Call<Id>, tx: Tx) => Promise<Reply<Id>>

export function read<Id extends OperationId>(run: Run<Id>): Handler<Id> {
  return { mode: 'read', plan: ofCaller(run) }
}

export function write<Id extends OperationId>(run: Run<Id>): Handler<Id> {
  return { mode: 'write', plan: ofCaller(run) }
}

/** A write that first asks what no transaction may wait for: the ephemeral store, another organization's index. */
export function planned<Id extends OperationId>(
  plan: (call: Call<Id>) => Promise<Plan<Id> | null>,
): Handler<Id> {
  return { mode: 'write', plan }
}

export function bare<Id extends OperationId>(
  run: (call: Call<Id>) => Promise<Reply<Id>>,
): Handler<Id> {
  return { mode: 'bare', run }
}

function ofCaller<Id extends OperationId>(
  run: Run<Id>,
): (call: Call<Id>) => Promise<Plan<Id> | null> {
  return async (call) => {
    const { organizationId } = call.caller
    return organizationId === null ? null : { organizationId, run: (tx) => run(call, tx) }
  }
}
