/** What of OpenAPI 3.1 our document uses, as strict as the specification or stricter. Schemas are checked on their own. */
const text = { type: 'string', minLength: 1 }
const reference = strict({ $ref: { type: 'string', pattern: '^#/components/' } }, ['$ref'])
const orReference = (name: string) => ({ anyOf: [reference, { $ref: `#/$defs/${name}` }] })
const map = (value: object, names = '^[A-Za-z0-9._-]+$') => ({
  type: 'object',
  propertyNames: { pattern: names },
  additionalProperties: value,
})

function strict(properties: Record<string, unknown>, required: string[]) {
  return { type: 'object', properties, required, additionalProperties: false }
}

const content = map(
  strict({ schema: { type: 'object' }, example: {}, examples: map(orReference('example')) }, [
    'schema',
  ]),
  '^[a-z]+/[a-z+.-]+$',
)
const responses = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: '^[1-5](?:[0-9]{2}|XX)$' },
  additionalProperties: orReference('response'),
}

const operation = strict(
  {
    operationId: { type: 'string', pattern: '^[A-Za-z.]+$' },
    tags: { type: 'array', items: text, minItems: 1 },
    summary: text,
    description: text,
    security: { type: 'array', items: map({ type: 'array', items: text }) },
    parameters: { type: 'array', items: orReference('parameter') },
    requestBody: strict({ description: text, required: { type: 'boolean' }, content }, ['content']),
    responses,
    'x-who': { type: 'array', items: text, minItems: 1 },
    'x-scope': text,
  },
  ['operationId', 'summary', 'description', 'responses', 'security'],
)

export const documentSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...strict(
    {
      openapi: { type: 'string', pattern: '^3\\.1\\.[0-9]+$' },
      info: strict(
        {
          title: text,
          version: text,
          summary: text,
          description: text,
          license: strict({ name: text, identifier: text }, ['name']),
        },
        ['title', 'version'],
      ),
      servers: { type: 'array', items: strict({ url: text, description: text }, ['url']) },
      tags: {
        type: 'array',
        items: strict({ name: text, description: text }, ['name', 'description']),
      },
      paths: map(
        strict(
          { get: operation, post: operation, put: operation, patch: operation, delete: operation },
          [],
        ),
        '^/[a-zA-Z0-9_./{}-]*$',
      ),
      webhooks: map(strict({ post: operation }, ['post'])),
      components: strict(
        {
          schemas: map({ type: 'object' }),
          examples: map(orReference('example')),
          parameters: map(orReference('parameter')),
          headers: map(orReference('header')),
          securitySchemes: map(
            strict(
              {
                type: { const: 'http' },
                scheme: { const: 'bearer' },
                bearerFormat: text,
                description: text,
              },
              ['type', 'scheme'],
            ),
          ),
        },
        ['schemas'],
      ),
    },
    ['openapi', 'info', 'paths', 'components'],
  ),
  $defs: {
    example: strict({ summary: text, value: {} }, ['value']),
    header: strict({ description: text, schema: { type: 'object' } }, ['schema']),
    parameter: {
      ...strict(
        {
          name: text,
          in: { enum: ['path', 'query', 'header'] },
          description: text,
          required: { type: 'boolean' },
          schema: { type: 'object' },
        },
        ['name', 'in', 'description', 'schema'],
      ),
      if: { properties: { in: { const: 'path' } } },
      then: { properties: { required: { const: true } } },
    },
    response: strict({ description: text, headers: map(orReference('header')), content }, [
      'description',
    ]),
  },
}
