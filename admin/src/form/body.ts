import type { OperationId } from '@zapis/sdk'
import { listOperations, type ObjectSchema, type OperationTypes } from '@zapis/sdk/contract'
import { wrongWith } from './check.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * What a form holds as the body of a call. The form has checked it already, and the server has the last word: what is not of the
 * contract here is a mistake of the page, and is said so while it is made.
 */
export function bodyOf<Id extends OperationId>(
  id: Id,
  values: Values,
): NonNullable<OperationTypes[Id]['body']> {
  const given: Values = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  )
  if (!isBody(id, given)) throw new TypeError(`not a body of ${id}`)
  return given
}

function isBody<Id extends OperationId>(
  id: Id,
  values: unknown,
): values is NonNullable<OperationTypes[Id]['body']> {
  const schema = schemaOfBody(id)
  if (!schema || typeof values !== 'object' || values === null) return false
  return Object.entries({ ...nothings(schema), ...values }).every(
    ([name, value]) => schema.properties[name] && !wrongWith(schema, name, value),
  )
}

/** What has to be there is looked at too. */
function nothings({ required = [] }: ObjectSchema): Values {
  return Object.fromEntries(required.map((name) => [name, undefined]))
}

/** The body of a call as the contract says it. */
function schemaOfBody(id: OperationId): ObjectSchema | undefined {
  return listOperations().find((each) => each.id === id)?.operation.body
}
