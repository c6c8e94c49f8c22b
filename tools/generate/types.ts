import { listOperations, problem, type Schema } from '@zapis/sdk/contract'
import { compile, type JSONSchema } from 'json-schema-to-typescript'

const nothing: Schema = { type: 'null' }

/** One interface a schema title, and `OperationTypes`: what comes in and goes out of each operation. */
export async function sdkTypes(): Promise<string> {
  const operations: Record<string, Schema> = {}
  for (const { id, operation } of listOperations()) {
    const members: Record<string, Schema> = {
      params: operation.params ?? nothing,
      query: operation.query ?? nothing,
      body: operation.body ?? nothing,
      reply: operation.reply ?? nothing,
    }
    operations[id] = {
      description: operation.summary,
      type: 'object',
      properties: members,
      required: Object.keys(members),
      additionalProperties: false,
    }
  }
  const root: Schema = {
    title: 'OperationTypes',
    description: 'What comes in and goes out of each operation.',
    type: 'object',
    properties: operations,
    required: Object.keys(operations),
    additionalProperties: false,
  }
  const convert = typescriptForm()
  const form = { ...convert(root), definitions: { Problem: convert(problem) } }
  return compile(form, 'OperationTypes', {
    unreachableDefinitions: true,
    bannerComment: '// Generated from contract/ by `npm run generate`. Do not edit.',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
    maxItems: -1,
  })
}

/**
 * The compiler names an object once per identity, and writes `examples` nowhere: it gets the same objects, with the example in the description.
 * Schemas of the same title are the same type, so their copies (another description on a property) are folded into one.
 */
function typescriptForm(): (schema: Schema) => JSONSchema {
  const byTitle = new Map<string, JSONSchema>()
  const convert = (schema: Schema): JSONSchema => {
    const known = schema.title ? byTitle.get(schema.title) : undefined
    if (known) return known
    const result: Record<string, unknown> = { ...schema }
    if (schema.title) byTitle.set(schema.title, result)
    else delete result['title']
    const example = schema.examples?.[0]
    if (example !== undefined && schema.description)
      result['description'] = `${schema.description}\n\n@example ${JSON.stringify(example)}`
    delete result['examples']
    delete result['default']
    if (schema.properties)
      result['properties'] = Object.fromEntries(
        Object.entries(schema.properties).map(([name, value]) => [name, convert(value)]),
      )
    if (schema.items) result['items'] = convert(schema.items)
    if (schema.anyOf) result['anyOf'] = schema.anyOf.map(convert)
    return result
  }
  return convert
}
