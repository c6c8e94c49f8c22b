import { visitor } from '../visitor.ts'
import type { Call, Caller } from '../http/call.ts'
import type { Source } from './appointment.ts'

/** Staff look at the calendar as it is: no lead time, no horizon, any minute. */
export function isDesk(caller: Caller): boolean {
  return caller.kind === 'staff'
}

/** Who holds, for the limit on live holds: nobody may sit on a calendar. */
export function holderOf(call: Pick<Call, 'caller' | 'address'>): {
  holder: string
  limit: number | null
} {
  const { caller } = call
  const mostHolds = 3
  if (caller.kind === 'client') return { holder: `client:${caller.clientId}`, limit: mostHolds }
  if (caller.kind === 'publishable')
    return { holder: `address:${visitor(call.address)}`, limit: mostHolds }
  return { holder: caller.kind === 'staff' ? `staff:${caller.staffId}` : 'key', limit: null }
}

export function sourceOf(caller: Caller, named: Source | undefined): Source {
  if (named !== undefined) return named
  if (caller.kind === 'staff') return 'admin'
  if (caller.kind === 'secret') return 'api'
  return caller.kind === 'client' ? 'site' : 'widget'
}
