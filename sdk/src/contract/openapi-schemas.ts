import type { Schema } from './schema.ts'

export type Json = Record<string, unknown>

/** Schemas by title: what has a title is written once, and referred to elsewhere. */
export interface Components {
  schemas: Record<string, Json>
  refer(schema: Schema): Json
}

export function createComponents(): Components {
  const schemas: Record<string, Json> = {}

  const convert = (schema: Schema): Json => {
    const { properties, items, anyOf, additionalProperties, ...rest } = schema
    return {
      ...rest,
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, member]) => [name, refer(member)]),
        ),
      }),
      ...(items && { items: refer(items) }),
      ...(anyOf && { anyOf: anyOf.map(refer) }),
      ...(additionalProperties !== undefined && {
        additionalProperties:
          typeof additionalProperties === 'object'
            ? refer(additionalProperties)
            : additionalProperties,
      }),
    }
  }

  const refer = (schema: Schema): Json => {
    const { title, description, examples } = schema
    if (!title) return convert(schema)
    const known = (schemas[title] ??= convert(schema))
    return {
      $ref: `#/components/schemas/${title}`,
      // What this use of the type says otherwise than the type.
      ...(description !== known['description'] && { description }),
      ...(examples && examples !== known['examples'] && { examples }),
    }
  }

  return { schemas, refer }
}
