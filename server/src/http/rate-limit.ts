import { Fault } from '../fault.ts'
import type { Limiters, LimitPolicy } from '../redis/limiter.ts'
import { visitor } from '../visitor.ts'
import type { Caller } from './call.ts'

const MINUTE = 60
const policies = {
  anonymous: { name: 'anonymous', points: 120, seconds: MINUTE },
  reads: { name: 'reads', points: 300, seconds: MINUTE },
  writes: { name: 'writes', points: 30, seconds: MINUTE },
  staff: { name: 'staff', points: 1200, seconds: MINUTE },
  secret: { name: 'secret', points: 6000, seconds: MINUTE },
} as const satisfies Record<string, LimitPolicy>

function policyOf(
  caller: Caller,
  isRead: boolean,
  address: string,
): { policy: LimitPolicy; key: string } {
  switch (caller.kind) {
    case 'anyone':
      return { policy: policies.anonymous, key: visitor(address) }
    case 'publishable':
      return {
        policy: isRead ? policies.reads : policies.writes,
        key: `${caller.keyId}:${visitor(address)}`,
      }
    case 'client':
      return { policy: isRead ? policies.reads : policies.writes, key: `client:${caller.clientId}` }
    case 'staff':
      return { policy: policies.staff, key: `staff:${caller.staffId}` }
    case 'secret':
      return { policy: policies.secret, key: `key:${caller.keyId}` }
  }
}

/** Counts the request; answers the headers of draft-ietf-httpapi-ratelimit-headers, or refuses with them. */
export async function countRequest(
  limiters: Limiters,
  caller: Caller,
  isRead: boolean,
  address: string,
  set: (name: string, value: string) => void,
): Promise<void> {
  const { policy, key } = policyOf(caller, isRead, address)
  const limit = await limiters.limit(policy, key)
  set('RateLimit-Policy', `"${policy.name}";q=${policy.points};w=${policy.seconds}`)
  set('RateLimit', `"${policy.name}";r=${limit.remaining};t=${limit.resetSeconds}`)
  if (!limit.allowed) throw new Fault('rate_limited', { retryAfterSeconds: limit.resetSeconds })
}
