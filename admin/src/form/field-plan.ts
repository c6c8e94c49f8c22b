import type { ObjectSchema, Schema } from '@zapis/sdk/contract'
import type { Panel } from '../panel/panel.ts'

export type FieldKind =
  | 'text'
  | 'long'
  | 'integer'
  | 'number'
  | 'money'
  | 'minutes'
  | 'colour'
  | 'select'
  | 'multi'
  | 'flag'
  | 'date'
  | 'time'
  | 'password'
  | 'translations'
  | 'own'

export interface Option {
  value: string | number
  name: string
}

/** A field of a form: its words are the page’s, its type and limits the contract’s. */
export interface FieldPlan {
  /** The member of the body. */
  name: string
  label: string
  hint?: string
  /** Where the contract’s type does not say it: money and minutes are integers, a colour is text. */
  as?: FieldKind
  /** For select and multi: ids have no names in the contract. An enum’s values need names too. Of a text: what is proposed. */
  options?: readonly Option[]
  /** Side by side with its neighbour where there is room. */
  isHalf?: boolean
  autocomplete?: string
  /** For translations: which members are translated, and what they are called. */
  of?: readonly { name: string; label: string; as?: 'text' | 'long' }[]
  /** A heading above it: the first of its part of the form. */
  heading?: string
  /** For own: what is shown instead of an input; it calls `change`. */
  control?: (given: FieldGiven) => unknown
}

/** What a field is rendered of. */
export interface FieldGiven {
  panel: Panel
  plan: FieldPlan
  schema: Schema
  value: unknown
  wrong: string | undefined
  isRequired: boolean
  change(value: unknown): void
}

/** More characters than that need lines. */
const LONG = 300

export function kindOf({ as }: Pick<FieldPlan, 'as'>, schema: Schema): FieldKind {
  if (as) return as
  const type = typeOf(schema)
  if (schema.enum) return 'select'
  if (type === 'array') return 'multi'
  if (type === 'boolean') return 'flag'
  if (type === 'integer' || type === 'number') return type
  if (schema.format === 'date') return 'date'
  return (schema.maxLength ?? 0) > LONG && !schema.format ? 'long' : 'text'
}

/** The schema of a member, the null of a nullable one taken off. */
export function schemaOf(schema: ObjectSchema, name: string): Schema {
  const member = schema.properties[name] ?? {}
  const real = member.anyOf?.find(({ type }) => type !== 'null')
  return real ? { ...member, ...real } : member
}

export function isNullable({ type, anyOf }: Schema): boolean {
  const takesNull = (each: Schema['type']) => each === 'null' || Boolean(each?.includes('null'))
  return takesNull(type) || Boolean(anyOf?.some((each) => takesNull(each.type)))
}

export function typeOf({ type }: Schema): string | undefined {
  return typeof type === 'string' ? type : type?.find((each) => each !== 'null')
}

export function isRequired(schema: ObjectSchema, name: string): boolean {
  return schema.required?.includes(name) ?? false
}
