import type { Schema } from './schema.ts'

/** An example made of the members’ own; `required` = of the smallest valid object. */
export function exampleOf(schema: Schema, members: 'all' | 'required' = 'all'): unknown {
  const own: unknown = schema.examples?.[0]
  if (own !== undefined) return own
  if (schema.properties) return objectExample(schema, members)
  if (schema.items) return [exampleOf(schema.items)]
  if (schema.anyOf) return schema.anyOf[0] && exampleOf(schema.anyOf[0])
  return schema.type === 'object' ? {} : null
}

function objectExample(schema: Schema, members: 'all' | 'required'): Record<string, unknown> {
  const required = schema.required ?? []
  const names = Object.keys(schema.properties ?? {})
  const least = required.length > 0 ? required : names.slice(0, 1)
  const shown = members === 'all' ? names : least
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => shown.includes(name))
      .map(([name, member]) => [name, exampleOf(member, members)]),
  )
}
