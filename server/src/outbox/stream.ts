import { eventTypes } from '@zapis/sdk/contract'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import { RawReply } from '../http/handler.ts'
import type { Hub } from './hub.ts'
import { sightOf } from './sight.ts'

/** Whether a credential still counts: rejects with a Fault when not. */
export type Authenticate = (presented: {
  authorization: string
  origin: string
}) => Promise<unknown>

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  // Ended, it leaves no idle connection for a stopping server to wait for.
  connection: 'close',
}

export async function openStream(
  hub: Hub,
  authenticate: Authenticate | undefined,
  call: Call<'events.stream'>,
): Promise<RawReply> {
  const { caller, query } = call
  const sees = sightOf(caller, typesOf(query.types))
  if (sees === null || caller.organizationId === null) throw new Fault('forbidden')
  const presented = {
    authorization: call.header('Authorization'),
    origin: call.header('Origin'),
  }
  const body = await hub.open({
    organizationId: caller.organizationId,
    caller: actor(caller),
    sees,
    lastEventId: lastEventIdOf(call.header('Last-Event-ID')),
    stillAllowed: async () => authenticate?.(presented),
  })
  return new RawReply(body, headers)
}

function typesOf(text: string | undefined): ReadonlySet<string> | null {
  if (text === undefined) return null
  const types = text.split(',').map((type) => type.trim())
  if (!types.every((type) => Object.hasOwn(eventTypes, type)))
    throw new Fault('invalid_request', { errors: [{ pointer: '#types', code: 'not_allowed' }] })
  return new Set(types)
}

/** Refused rather than ignored: a stream that silently begins anew has a gap. */
function lastEventIdOf(header: string): number | null {
  if (header === '') return null
  if (!/^\d{1,15}$/.test(header))
    throw new Fault('invalid_request', {
      errors: [{ pointer: '#Last-Event-ID', code: 'wrong_format' }],
    })
  return Number(header)
}
