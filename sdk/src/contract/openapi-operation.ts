import { exampleOf } from './example.ts'
import { errorResponses } from './openapi-errors.ts'
import type { Components, Json } from './openapi-schemas.ts'
import type { Operation, Who } from './operation.ts'
import type { ObjectSchema } from './schema.ts'

/** One call as OpenAPI has it. */
export function describeOperation(
  { id, noun, operation }: { id: string; noun: string; operation: Operation },
  components: Components,
): Json {
  const { summary, who, scope, body } = operation
  const callers = `Callers: ${who.join(', ')}.${scope ? ` A secret key needs the scope \`${scope}\`.` : ''}`
  return {
    operationId: id,
    tags: [noun],
    summary,
    description: operation.description ? `${operation.description}\n\n${callers}` : callers,
    'x-who': who,
    ...(scope && { 'x-scope': scope }),
    security: security(operation),
    parameters: [
      ...parametersOf(operation.params, 'path', components),
      ...parametersOf(operation.query, 'query', components),
      ...headersOf(id, operation),
    ],
    ...(body && { requestBody: requestBody(body, components) }),
    responses: { [operation.status]: success(operation, components), ...errorResponses(operation) },
  }
}

const schemes: Record<
  Exclude<Who, 'anyone'>,
  'publishableKey' | 'secretKey' | 'clientToken' | 'staffToken'
> = {
  publishable: 'publishableKey',
  secret: 'secretKey',
  client: 'clientToken',
  specialist: 'staffToken',
  reception: 'staffToken',
  admin: 'staffToken',
  owner: 'staffToken',
}

/** Any one of them will do; `{}` = without a credential. */
function security({ who, scope }: Operation): Json[] {
  const roles = who.filter((caller) => caller !== 'anyone' && schemes[caller] === 'staffToken')
  const needs = {
    publishableKey: [],
    clientToken: [],
    staffToken: roles,
    secretKey: scope ? [scope] : [],
  }
  const accepted = new Set(who.map((caller) => (caller === 'anyone' ? null : schemes[caller])))
  return [...accepted].map((scheme) => (scheme === null ? {} : { [scheme]: needs[scheme] }))
}

function parametersOf(
  schema: ObjectSchema | undefined,
  place: 'path' | 'query',
  components: Components,
): Json[] {
  return Object.entries(schema?.properties ?? {}).map(([name, { description, ...member }]) => ({
    name,
    in: place,
    description,
    required: schema?.required?.includes(name) ?? false,
    schema: components.refer(member),
  }))
}

function headersOf(id: string, { method, errors }: Operation): Json[] {
  const names = [
    ...(method === 'GET' ? [] : ['Idempotency-Key']),
    ...(errors.includes('version_conflict') ? ['If-Match'] : []),
    ...(id === 'availability.search' ? ['Booking-Hold'] : []),
    ...(id === 'events.stream' ? ['Last-Event-ID'] : []),
    'Accept-Language',
  ]
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }))
}

function requestBody(body: ObjectSchema, components: Components): Json {
  const example = exampleOf(body, 'required')
  return {
    description: body.description,
    required: true,
    content: { 'application/json': { schema: components.refer(body), example } },
  }
}

function success(
  { method, reply, media = 'application/json' }: Operation,
  components: Components,
): Json {
  const names = [
    'X-Request-Id',
    'RateLimit',
    'RateLimit-Policy',
    ...(reply?.properties?.['version'] ? ['ETag'] : []),
    ...(method === 'GET' ? [] : ['Idempotency-Replayed']),
  ]
  return {
    description: reply?.description ?? 'Done.',
    headers: Object.fromEntries(
      names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    ),
    ...(reply && {
      content: { [media]: { schema: components.refer(reply), example: exampleOf(reply) } },
    }),
  }
}
