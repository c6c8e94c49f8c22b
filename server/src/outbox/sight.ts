import type { Caller } from '../http/call.ts'
import { members, type Envelope } from './event.ts'

/** Whether an event is theirs to see. */
export type Sees = (event: Envelope) => boolean

/** What a secret key must be allowed besides reading appointments, by the event's noun. */
const scopes: Record<string, string> = {
  wallet: 'money:read',
  package: 'money:read',
  payment: 'money:read',
  client: 'clients:read',
}

/** null: they may not listen at all. */
export function sightOf(caller: Caller, types: ReadonlySet<string> | null): Sees | null {
  const own = ownSight(caller)
  if (own === null || types === null) return own
  return (event) => types.has(event.type) && own(event)
}

function ownSight(caller: Caller): Sees | null {
  switch (caller.kind) {
    case 'client':
      return (event) => nounOf(event) !== 'hold' && clientOf(event) === caller.clientId
    case 'staff':
      return caller.role === 'specialist' ? sightOfSpecialist(caller.specialistId) : () => true
    case 'secret':
      return sightOfKey(caller.scopes)
    case 'publishable':
    case 'anyone':
      return null
  }
}

function sightOfSpecialist(specialistId: number | null): Sees {
  return (event) => {
    if (specialistId === null) return false
    const object = members(event.data.object)
    // The hours of a branch are everybody's who works there.
    if (nounOf(event) === 'schedule' && object['specialist_id'] === null) return true
    // A visit that was moved to a colleague is news to both.
    const before = members(object['previous'])
    return object['specialist_id'] === specialistId || before['specialist_id'] === specialistId
  }
}

function sightOfKey(granted: readonly string[] | null): Sees {
  return (event) => {
    const scope = scopes[nounOf(event)]
    return granted === null || scope === undefined || granted.includes(scope)
  }
}

function nounOf({ type }: Envelope): string {
  return type.split('.')[0] ?? ''
}

function clientOf(event: Envelope): unknown {
  const object = members(event.data.object)
  return nounOf(event) === 'client' ? object['id'] : object['client_id']
}
