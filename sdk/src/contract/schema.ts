/** The part of JSON Schema 2020-12 that the contract uses. */
export interface Schema {
  title?: string
  description?: string
  type?: string | readonly string[]
  enum?: readonly (string | number | null)[]
  const?: string | number
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: boolean | Schema
  anyOf?: readonly Schema[]
  default?: unknown
  examples?: readonly unknown[]
  minProperties?: number
  maxProperties?: number
}

export interface ObjectSchema extends Schema {
  type: 'object'
  properties: Readonly<Record<string, Schema>>
}

/** An object that takes exactly these members; those in `optional` may be left out. `title` names its type in the SDK. */
export function object(
  title: string,
  description: string,
  properties: Record<string, Schema>,
  optional: readonly string[] = [],
): ObjectSchema {
  return {
    title,
    description,
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  }
}

/** The same members, all optional, at least one present: the body of a PATCH. */
export function patch(
  title: string,
  description: string,
  properties: ObjectSchema['properties'],
): ObjectSchema {
  return {
    ...object(title, description, { ...properties }, Object.keys(properties)),
    minProperties: 1,
  }
}

/** The same, or null. */
export function nullable(schema: Schema): Schema {
  if (schema.enum)
    return { ...schema, type: [String(schema.type), 'null'], enum: [...schema.enum, null] }
  if (typeof schema.type === 'string' && !schema.title)
    return { ...schema, type: [schema.type, 'null'] }
  return { description: schema.description ?? '', anyOf: [schema, { type: 'null' }] }
}

/** A property with a description and example of its own over a shared type. */
export function described(schema: Schema, description: string, example?: unknown): Schema {
  return { ...schema, description, ...(example === undefined ? {} : { examples: [example] }) }
}

/** A list of bounded length. */
export function array(
  items: Schema,
  description: string,
  limits: { max: number; min?: number },
): Schema {
  return {
    description,
    type: 'array',
    items,
    maxItems: limits.max,
    ...(limits.min ? { minItems: limits.min } : {}),
  }
}

/** One page of a list. */
export function page(item: ObjectSchema): ObjectSchema {
  return object(`${item.title ?? ''}Page`, 'One page of a list.', {
    data: { description: 'The page, in the order asked for.', type: 'array', items: item },
    has_more: { description: 'Whether another page follows.', type: 'boolean', examples: [false] },
    next_cursor: {
      description: 'Give it as `cursor` for the next page; null on the last one.',
      type: ['string', 'null'],
      examples: [null],
    },
  })
}
