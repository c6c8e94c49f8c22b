import { Ajv2020 } from 'ajv/dist/2020.js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { registerFormats } from '../../../server/src/http/formats.ts'
import { codes, errorCodes } from './codes.ts'
import { exampleOf } from './example.ts'
import { openapi } from './openapi.ts'
import { documentSchema } from '../test/openapi-document.ts'
import { listOperations } from './operations.ts'
import { problem } from './problem.ts'
import type { Schema } from './schema.ts'

const document = openapi()
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true })
registerFormats(ajv)

/** Every schema of the contract with its place. */
function* everySchema(): Generator<[place: string, schema: Schema]> {
  const seen = new Set<Schema>()
  for (const [place, schema] of placed())
    if (seen.size !== seen.add(schema).size) yield [place, schema]
}

function* placed(): Generator<[place: string, schema: Schema]> {
  yield* below('Problem', problem)
  for (const { id, operation } of listOperations()) {
    for (const part of ['params', 'query', 'body', 'reply'] as const) {
      const schema = operation[part]
      if (schema) yield* below(`${id}.${part}`, schema)
    }
  }
}

function* below(place: string, schema: Schema): Generator<[string, Schema]> {
  yield [place, schema]
  for (const [name, member] of Object.entries(schema.properties ?? {}))
    yield* below(`${schema.title ?? place}.${name}`, member)
  if (schema.items) yield* below(`${place}[]`, schema.items)
  for (const branch of schema.anyOf ?? []) if (branch.type !== 'null') yield* below(place, branch)
}

/** What is in the document at these steps. */
function at(...steps: string[]): unknown {
  let value: unknown = document
  for (const step of steps) value = Reflect.get(Object(value), step)
  return value
}

/** Everything of the document, with its place. */
function* walk(value: unknown, place = '#'): Generator<[string, unknown]> {
  yield [place, value]
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) yield* walk(member, `${place}/${name}`)
}

test('the document is OpenAPI 3.1', () => {
  const valid = new Ajv2020({ strict: false, allErrors: true }).compile(documentSchema)
  assert.ok(valid(document), JSON.stringify(valid.errors?.slice(0, 5), null, 2))
})

test('every reference of the document leads somewhere', () => {
  for (const [place, value] of walk(document)) {
    if (!place.endsWith('/$ref')) continue
    assert.ok(at(...String(value).split('/').slice(1)), `${place}: ${String(value)}`)
  }
})

test('every operation is in the document, with every way it can be refused', () => {
  const ids = new Set<string>()
  for (const { id, operation } of listOperations()) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    const place = ['paths', path, operation.method.toLowerCase()]
    assert.is(at(...place, 'operationId'), id)
    ids.add(id)
    for (const code of [...operation.errors, 'rate_limited', 'unavailable'] as const) {
      const status = String(codes[code].status)
      const content = [...place, 'responses', status, 'content', 'application/problem+json']
      assert.ok(at(...content, 'examples', code), `${id}: ${code}`)
    }
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    assert.equal(Object.keys(operation.params?.properties ?? {}), inPath, id)
  }
  assert.is(ids.size, listOperations().length, 'no two of the same id')
})

test('every schema is JSON Schema 2020-12 that validates', () => {
  for (const [place, schema] of everySchema()) {
    assert.ok(ajv.validateSchema(schema), `${place}: ${ajv.errorsText()}`)
    assert.not.throws(() => ajv.compile({ ...schema, $id: undefined }), place)
  }
})

test('every property has a description, every value an example', () => {
  for (const [place, schema] of everySchema()) {
    if (!place.endsWith('[]')) assert.ok(schema.description, `${place} has no description`)
    const isValue = !schema.properties && !schema.items && !schema.anyOf
    if (isValue) assert.ok(schema.examples?.length, `${place} has no example`)
  }
})

test('every example is valid', () => {
  for (const [place, schema] of everySchema()) {
    const validate = ajv.compile(schema)
    for (const members of ['all', 'required'] as const) {
      const example = exampleOf(schema, members)
      assert.ok(
        validate(example),
        `${place}: ${JSON.stringify(example)} ${ajv.errorsText(validate.errors)}`,
      )
    }
    for (const example of schema.examples ?? [])
      assert.ok(validate(example), `${place}: ${JSON.stringify(example)}`)
  }
})

test('schemas of one title are one shape', () => {
  const shapes = new Map<string, string>()
  for (const [place, schema] of everySchema()) {
    if (!schema.title) continue
    const shape = shapeOf(schema)
    assert.is(shapes.get(schema.title) ?? shape, shape, `${place} is another ${schema.title}`)
    shapes.set(schema.title, shape)
  }
})

test('examples of refusals are problems', () => {
  const validate = ajv.compile(problem)
  assert.equal(Object.keys(Object(at('components', 'examples'))), errorCodes)
  for (const code of errorCodes)
    assert.ok(
      validate(at('components', 'examples', code, 'value')),
      ajv.errorsText(validate.errors),
    )
})

/** What remains of a schema without its words. */
function shapeOf(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) =>
    (key === 'description' && typeof value === 'string') ||
    (key === 'examples' && Array.isArray(value))
      ? undefined
      : value,
  )
}

test.run()
