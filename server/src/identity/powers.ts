import { listOperations, scopes as everyScope, type Scope } from '@zapis/sdk/contract'
import type { Caller, Role } from '../http/call.ts'

/**
 * Who may make, alter, archive or bring back staff of this role. Nobody hands out what they do not have: only an
 * owner, or a key that may do everything, touches owners and admins; a key of some scopes makes nobody who does more.
 */
export function mayManage(caller: Caller, role: Role): boolean {
  if (caller.kind === 'staff' && caller.role === 'owner') return true
  if (caller.kind === 'secret' && caller.scopes === null) return true
  if (role === 'owner' || role === 'admin') return false
  if (caller.kind === 'staff') return caller.role === 'admin'
  return caller.kind === 'secret' && includesAll(caller.scopes, scopesOfRole(role))
}

/**
 * The scopes of a secret key that the caller makes: `null` = everything there ever will be, an owner’s powers among
 * it; `undefined` = more than the caller may give. An admin’s key gets the scopes of today by name.
 */
export function grantedScopes(
  caller: Caller,
  wanted: readonly string[] | undefined,
): readonly string[] | null | undefined {
  if (caller.kind === 'staff' && caller.role === 'owner') return wanted ?? null
  if (caller.kind === 'staff') return wanted ?? everyScope
  if (caller.kind !== 'secret') return undefined
  if (caller.scopes === null) return wanted ?? null
  return wanted !== undefined && includesAll(caller.scopes, wanted) ? wanted : undefined
}

/** What a role can do, in scopes: those of every operation that is open to it. */
function scopesOfRole(role: Role): Scope[] {
  return listOperations().flatMap(({ operation: { who, scope } }) =>
    scope !== undefined && who.includes(role) ? [scope] : [],
  )
}

function includesAll(has: readonly string[] | null, wanted: readonly string[]): boolean {
  return has === null || wanted.every((scope) => has.includes(scope))
}
