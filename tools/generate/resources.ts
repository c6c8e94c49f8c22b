import { listOperations, nouns, type Operation, type Schema } from '@zapis/sdk/contract'

type Listed = ReturnType<typeof listOperations>[number]

/** The SDK’s resources: a class a noun, a documented one-line method a route. */
export function sdkResources(): Promise<string> {
  const operations = listOperations()
  const present = [...new Set(operations.map(({ noun }) => noun))]
  const classes = present.map((noun) =>
    resourceClass(
      noun,
      // What only a provider calls is nobody's method.
      operations.filter((listed) => listed.noun === noun && listed.operation.raw !== true),
    ),
  )
  const types = new Set(
    operations.flatMap(({ operation }) => (operation.raw ? [] : typesOf(operation))),
  )
  return Promise.resolve(`// Generated from contract/ by \`npm run generate\`. Do not edit.
import type { CallOptions, StreamOptions } from './options.ts'
import type { List } from './page.ts'
import { Resource, type Caller } from './resource.ts'
import type { OperationTypes, ${[...types].sort().join(', ')} } from './types.ts'

/** Method and path of what a page calls for its visitor; \`key\` where a key is taken and a token is not. */
export const visitorRoutes = {
${routeLines(operations.filter(isForVisitors))}
} as const satisfies { [Id in keyof OperationTypes]?: string }

/** The same of every call. */
export const routes = {
...visitorRoutes,
${routeLines(operations.filter((listed) => !isForVisitors(listed)))}
} as const satisfies Record<keyof OperationTypes, string>

${classes.join('\n\n')}

/** Every noun of the API. */
export interface Resources {
${present.map((noun) => `/** ${nouns[noun]} */\nreadonly ${noun}: ${className(noun)}`).join('\n')}
}

/** The resources over one client. */
export function createResources(client: Caller): Resources {
return {
${present.map((noun) => `${noun}: new ${className(noun)}(client),`).join('\n')}
}
}
`)
}

/** Open to visitors, and yet nothing that a page which books would ask: how the clinic works inside, and papers. */
const unasked = ['organizations', 'workplaces', 'locationSchedule', 'holidays', 'receipts']

/** Nor what no element asks yet: every route is loaded before the first view. */
const unaskedYet = [
  'auth.staff',
  'appointments.acknowledge',
  'manage.acknowledge',
  'me.notifications',
  'me.pushSubscriptions',
  'me.removePushSubscription',
  'payments.list',
  'servicePackages.get',
]

/**
 * With a publishable key, signed in as a client, or with nothing at all. Files and streams are opened by their addresses,
 * not called.
 */
function isForVisitors({ id, noun, operation }: Listed): boolean {
  const visitors = ['anyone', 'publishable', 'client']
  const isOpen = operation.who.some((caller) => visitors.includes(caller))
  const isCalled = operation.media === undefined && operation.raw !== true
  return isOpen && isCalled && !unasked.includes(noun) && !unaskedYet.includes(id)
}

function routeLines(operations: Listed[]): string {
  return operations.map(({ id, operation }) => `'${id}': '${route(operation)}',`).join('\n')
}

function resourceClass(noun: Listed['noun'], listed: Listed[]): string {
  return `/** ${nouns[noun]} */
export class ${className(noun)} extends Resource {
${listed.map(method).join('\n\n')}
}`
}

function method({ id, verb, operation }: Listed): string {
  const { params, query, body } = operation
  const names = Object.keys(params?.properties ?? {})
  const path = names.map((name) => `${camel(name)}: ${scalar(params?.properties[name])}`)
  const input = body ?? query
  const inputName = body ? 'body' : 'query'
  const optional = input && !input.required?.length && !input.minProperties ? ' = {}' : ''
  const given = [
    ...(names.length > 0 ? [`params: { ${names.map(pair).join(', ')} }`] : []),
    ...(input ? [inputName] : []),
  ]
  const streams = operation.media === 'text/event-stream'
  const parameters = [
    ...path,
    ...(input ? [`${inputName}: ${input.title ?? 'object'}${optional}`] : []),
    `options?: ${streams ? 'StreamOptions' : 'CallOptions'}`,
  ]
  const item = itemOf(operation)
  const call = streams ? 'stream' : item ? 'list' : 'request'
  const reply = typeName(item ?? operation.reply)
  const result = streams ? `AsyncIterable<${reply}>` : item ? `List<${reply}>` : `Promise<${reply}>`
  return `${comment(operation)}
${verb}(${parameters.join(', ')}): ${result} {
return this.client.${call}('${id}', { ${given.join(', ')} }, options)
}`
}

function comment({ summary, params, body, query, errors }: Operation): string {
  const input = body ?? query
  const lines = [
    summary,
    '',
    ...Object.entries(params?.properties ?? {}).map(
      ([name, { description }]) => `@param ${camel(name)} ${description}`,
    ),
    ...(input ? [`@param ${body ? 'body' : 'query'} ${input.description}`] : []),
    ...(errors.length > 0 ? [`@throws {BookingError} ${errors.join(', ')}`] : []),
  ]
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`
}

function route({ method, path, who }: Operation): string {
  const signedIn = ['client', 'specialist', 'reception', 'admin', 'owner', 'secret']
  return `${method} ${path}${who.some((caller) => signedIn.includes(caller)) ? '' : ' key'}`
}

function itemOf({ reply }: Operation): Schema | undefined {
  const members = reply?.properties ?? {}
  return members['next_cursor'] ? members['data']?.items : undefined
}

function typesOf(operation: Operation): string[] {
  const { body, query, reply } = operation
  const shown = [body ?? query, itemOf(operation) ?? reply]
  return shown.flatMap((schema) => schema?.title ?? [])
}

function typeName(schema: Schema | null): string {
  if (schema === null) return 'void'
  return schema.title ?? scalar(schema)
}

function scalar(schema: Schema | undefined): string {
  return schema?.type === 'integer' ? 'number' : String(schema?.type)
}

function className(noun: string): string {
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}Resource`
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function pair(name: string): string {
  return camel(name) === name ? name : `${name}: ${camel(name)}`
}
