import { bookingHoldHeader } from './availability.ts'
import { integer, text } from './common.ts'
import { event, eventTypes } from './events.ts'
import { exampleOf } from './example.ts'
import { nouns } from './nouns.ts'
import { errorExamples } from './openapi-errors.ts'
import { describeOperation } from './openapi-operation.ts'
import { createComponents, type Json } from './openapi-schemas.ts'
import { listOperations } from './operations.ts'
import { problem } from './problem.ts'
import type { Schema } from './schema.ts'

const guide = `Booking for clinics, studios and service businesses.

**Callers.** \`Authorization: Bearer X\`, where X is a publishable key (\`pk_…\`, for sites), a secret key (\`sk_…\`, for servers), or
the access token of a client or a member of staff. The organization comes from the credential.

**Booking.** Find a time (\`availability.search\`), hold it (\`appointments.book\`, two minutes), confirm it (\`appointments.confirm\`).

**Refusals** are RFC 9457 \`application/problem+json\`: \`code\` never changes, \`detail\` is in the caller’s language.
A member that a schema does not name is refused, never ignored.

**Repeating.** Every request that changes something takes an \`Idempotency-Key\`: the same key and body get the first answer again.

**Versions.** A single resource answers with \`ETag\` and \`version\`; a change with an older \`If-Match\` is refused with 412.

**Lists** are pages: \`{ data, has_more, next_cursor }\`, by \`limit\` and \`cursor\`.

**Values.** Money is an integer of minor units. Instants are RFC 3339 with an offset; dates and local times are the location’s.`

/** OpenAPI 3.1 of the whole contract; its paths are relative to /v1. */
export function openapi(): Json {
  const components = createComponents()
  components.refer(problem)
  const paths: Record<string, Json> = {}
  for (const listed of listOperations()) {
    const path = listed.operation.path.replace(/:(\w+)/g, '{$1}')
    const method = listed.operation.method.toLowerCase()
    paths[path] = { ...paths[path], [method]: describeOperation(listed, components) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zapis API',
      version: '1.0.0',
      summary: 'Booking.',
      description: guide,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/v1', description: 'This server.' }],
    tags: Object.entries(nouns).map(([name, description]) => ({ name, description })),
    paths,
    webhooks: { event: { post: webhook(components.refer(event)) } },
    components: {
      schemas: components.schemas,
      examples: errorExamples(),
      parameters,
      headers,
      securitySchemes,
    },
  }
}

function header(name: string, description: string, schema: Schema): Json {
  return { name, in: 'header', description, required: false, schema }
}

const parameters: Record<string, Json> = {
  'Idempotency-Key': header(
    'Idempotency-Key',
    'The same key and body get the first answer again, for at least 24 hours.',
    text('A random text.', 255, '8e03978e-40d5-43e8-bc93-6894a57f9324', 1),
  ),
  'If-Match': header(
    'If-Match',
    'The ETag that the change is meant for; 412 when there is something newer.',
    text('An ETag.', 100, '"7"'),
  ),
  'Booking-Hold': header('Booking-Hold', bookingHoldHeader.description ?? '', bookingHoldHeader),
  'Last-Event-ID': header(
    'Last-Event-ID',
    'The last event seen: the stream goes on after it.',
    integer('Id of an event.', 1, Number.MAX_SAFE_INTEGER, 41),
  ),
  'Accept-Language': header(
    'Accept-Language',
    'Language of `detail` and of texts: ru or en.',
    text('RFC 9110 language ranges.', 200, 'ru'),
  ),
}

const headers: Record<string, Json> = {
  'X-Request-Id': {
    description: 'Names the call in the server’s log.',
    schema: text('An id.', 200, '01JD3Q7Z6W'),
  },
  ETag: { description: 'The version, for If-Match.', schema: text('An ETag.', 100, '"7"') },
  'Idempotency-Replayed': {
    description: '`true` when it is the first answer again.',
    schema: { type: 'string', enum: ['true'], examples: ['true'] },
  },
  'Retry-After': {
    description: 'Seconds to wait.',
    schema: { type: 'integer', minimum: 0, examples: [7] },
  },
  RateLimit: {
    description: 'What is left of the limit (draft-ietf-httpapi-ratelimit-headers).',
    schema: text('A structured field.', 200, '"read";r=299;t=60'),
  },
  'RateLimit-Policy': {
    description: 'The limit.',
    schema: text('A structured field.', 200, '"read";q=300;w=60'),
  },
}

const securitySchemes: Record<string, Json> = {
  publishableKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A publishable key, `pk_…`: may be in a page’s source, works from its own origins.',
  },
  secretKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A secret key, `sk_…`: everything of its organization, as far as its scopes go.',
  },
  clientToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a client (`auth.token`).',
  },
  staffToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a member of staff (`auth.staff`).',
  },
}

function webhook(schema: Json): Json {
  const types = Object.entries(eventTypes).map(([type, meaning]) => `- \`${type}\`: ${meaning}`)
  return {
    operationId: 'webhook',
    summary: 'What is posted to webhook endpoints.',
    description: `Signed and repeated by Standard Webhooks.\n\n${types.join('\n')}`,
    security: [],
    requestBody: {
      required: true,
      content: { 'application/json': { schema, example: exampleOf(event) } },
    },
    responses: { '2XX': { description: 'Taken. Anything else is tried again.' } },
  }
}
