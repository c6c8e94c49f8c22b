import { refusals, type Operation } from '@zapis/sdk/contract'
import { faultOf } from '../db/constraint.ts'
import { Fault } from '../fault.ts'

/** In tests and development: a refusal that the contract does not name for this operation is our error, like a reply that it does not describe. */
export function declared(error: unknown, operation: Operation): unknown {
  const fault = error instanceof Fault ? error : faultOf(error)
  if (fault === null || refusals(operation).includes(fault.code)) return error
  return new Error(
    `the contract does not name ${fault.code} for ${operation.method} ${operation.path}`,
  )
}
