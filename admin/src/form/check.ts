import type { ObjectSchema } from '@zapis/sdk/contract'
import type { Values } from '../../../widget/src/texts/say.ts'
import type { ShellKey } from '../shell/texts/texts.ts'
import { isRequired, schemaOf } from './field-plan.ts'

export interface Wrong {
  key: ShellKey
  values?: Values
}

/** What is wrong with a value by the contract, before it is sent; the server has the last word. */
export function wrongWith(schema: ObjectSchema, name: string, value: unknown): Wrong | undefined {
  const isEmpty = value === undefined || value === null || value === ''
  if (isEmpty) return isRequired(schema, name) ? { key: 'fillIn' } : undefined
  const { minLength = 0, maxLength, minimum, maximum, pattern } = schemaOf(schema, name)
  if (typeof value === 'string') {
    if (value.length < minLength) return { key: 'tooShort', values: { min: minLength } }
    if (maxLength !== undefined && value.length > maxLength)
      return { key: 'tooLong', values: { max: maxLength } }
    if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
      return { key: 'wrongFormat' }
  }
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return { key: 'notANumber' }
    if (minimum !== undefined && value < minimum)
      return { key: 'tooSmall', values: { min: minimum } }
    if (maximum !== undefined && value > maximum)
      return { key: 'tooLarge', values: { max: maximum } }
  }
  return undefined
}

/** The members that are others than before; lists and objects by what is in them. */
export function changesOf(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(now).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  )
}
