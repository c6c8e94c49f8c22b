import { Fault } from '../fault.ts'
import type { Caller } from '../http/call.ts'

/** A specialist changes their own schedule and breaks; anybody else's are not there for them. */
export function requireOwn(caller: Caller, specialistId: number): void {
  if (caller.kind !== 'staff' || caller.role !== 'specialist') return
  if (caller.specialistId !== specialistId) throw new Fault('not_found')
}
