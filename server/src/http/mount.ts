import { listOperations, type Operation, type OperationId, type Who } from '@zapis/sdk/contract'
import { parse } from 'node:querystring'
import Router from '@koa/router'
import type { Context, Middleware, Next } from 'koa'
import type { Database } from '../db/database.ts'
import { Fault } from '../fault.ts'
import type { Ephemeral } from '../redis/ephemeral.ts'
import type { Limiters } from '../redis/limiter.ts'
import type { Secrets } from '../secrets.ts'
import type { AddressOf } from './address.ts'
import { coerce, refuseNul } from './address-values.ts'
import { readBytes, readJson } from './body.ts'
import type { Call, Caller } from './call.ts'
import { declared } from './declared.ts'
import { execute } from './execute.ts'
import { RawReply, type Handlers } from './handler.ts'
import { header } from './header.ts'
import { countRequest } from './rate-limit.ts'
import type { RequestState } from './request.ts'
import { check, validatorsOf, type Validators } from './validate.ts'

export interface MountOptions {
  handlers: Handlers
  authenticate(request: { authorization: string; origin: string }): Promise<Caller>
  db: Database
  ephemeral: Ephemeral
  secrets: Secrets
  /** null = no limits. */
  limiters: Limiters | null
  addressOf: AddressOf
  checkReplies: boolean
  afterWrite(): void
}

const PREFIX = '/v1'

/**
 * operations × handlers → routes. One router a noun, found by the path's first segment: trying every route of the API in turn costs more than
 * the rest of a small request. A path without parameters needs no router.
 */
export function mount(options: MountOptions): Middleware<RequestState> {
  const whole = new Map<string, Middleware<RequestState>>()
  const routers = new Map<string, Router<RequestState>>()
  for (const { id, operation } of staticFirst(listOperations())) {
    const path = `${PREFIX}${operation.path}`
    const segment = firstSegment(path)
    const router =
      routers.get(segment) ?? new Router<RequestState>({ strict: true, sensitive: true })
    routers.set(segment, router)
    const route = serve(id, operation, options)
    router.register(path, [operation.method], route)
    if (!path.includes(':')) whole.set(`${operation.method} ${path}`, route)
  }
  const dispatchers = new Map(
    [...routers].map(([segment, router]) => [segment, dispatcher(router)]),
  )
  return async (ctx, next) => {
    const route = whole.get(`${ctx.method} ${ctx.path}`)
    if (route !== undefined) {
      await route(ctx, next)
      return
    }
    const dispatch = dispatchers.get(firstSegment(ctx.path))
    if (dispatch === undefined) throw new Fault('not_found')
    await dispatch.routes(ctx, async () => {
      await dispatch.allowedMethods(ctx, next)
    })
    if (ctx.state.operation !== undefined) return
    // The router has said in Allow which methods there are.
    if (ctx.status === 405 || ctx.status === 501) throw new Fault('method_not_allowed')
    if (ctx.method !== 'OPTIONS') throw new Fault('not_found')
  }
}

/** After the prefix. */
function firstSegment(path: string): string {
  const end = path.indexOf('/', PREFIX.length + 1)
  return path.slice(PREFIX.length + 1, end === -1 ? undefined : end)
}

type Routed = Middleware<RequestState>

function dispatcher(router: Router<RequestState>): { routes: Routed; allowedMethods: Routed } {
  const allowed = router.allowedMethods()
  // The router's types want its own members on the context, which it sets itself.
  return {
    routes: router.routes() as unknown as Routed,
    allowedMethods: allowed as unknown as Routed,
  }
}

/** `/appointments/book` before `/appointments/:id`. */
function staticFirst(list: ReturnType<typeof listOperations>) {
  return list.sort(
    (a, b) => Number(a.operation.path.includes(':')) - Number(b.operation.path.includes(':')),
  )
}

function serve(
  id: OperationId,
  operation: Operation,
  options: MountOptions,
): Middleware<RequestState> {
  const validators = validatorsOf(operation)
  return async (ctx: Context & { state: RequestState }, _next: Next) => {
    ctx.state.operation = id
    const address = options.addressOf(ctx.req)
    const count = async (caller: Caller) => {
      if (options.limiters)
        await countRequest(
          options.limiters,
          caller,
          operation.method === 'GET',
          address,
          (name, value) => ctx.set(name, value),
        )
    }
    const presented = {
      authorization: header(ctx.req, 'authorization'),
      origin: header(ctx.req, 'origin'),
    }
    const caller = await options.authenticate(presented).catch(async (error: unknown) => {
      // Who guesses at keys is counted like one who has none.
      if (error instanceof Fault) await count({ kind: 'anyone', organizationId: null })
      throw error
    })
    ctx.state.caller = caller
    await count(caller)
    authorize(caller, operation)
    const call = await readCall(ctx, { id, operation, validators, caller, address })
    const { status, reply, replayed } = await execute(call, operation, options, ctx).catch(
      (error: unknown) => {
        throw options.checkReplies ? declared(error, operation) : error
      },
    )
    if (replayed) ctx.set('Idempotency-Replayed', 'true')
    respond(ctx, status, reply)
  }
}

function authorize(caller: Caller, operation: Operation): void {
  const { who } = operation
  if (who.includes('anyone')) return
  if (caller.kind === 'anyone') throw new Fault('unauthenticated')
  const as: Who = caller.kind === 'staff' ? caller.role : caller.kind
  if (!who.includes(as)) throw new Fault('forbidden')
  if (
    caller.kind === 'secret' &&
    caller.scopes !== null &&
    operation.scope !== undefined &&
    !caller.scopes.includes(operation.scope)
  )
    throw new Fault('forbidden')
}

interface Route {
  id: OperationId
  operation: Operation
  validators: Validators
  caller: Caller
  address: string
}

/** What the router found in the path. */
function paramsOf(ctx: Context): Record<string, string> | undefined {
  // @koa/router writes it, as texts.
  return ctx['params'] as Record<string, string> | undefined
}

async function readCall(ctx: Context & { state: RequestState }, route: Route): Promise<Call> {
  const { operation, validators, caller } = route
  const { locale, requestId } = ctx.state
  const params: Record<string, unknown> = { ...paramsOf(ctx) }
  if (operation.params) coerce(operation.params, params)
  // An id that cannot be is one that is not there.
  if (validators.params && !validators.params(params)) throw new Fault('not_found')
  // Not ctx.query: it keeps what it parsed and costs three times as much; this object is ours to coerce.
  const query: Record<string, unknown> = parse(ctx.querystring)
  if (operation.query) coerce(operation.query, query)
  if (ctx.querystring.includes('%00')) refuseNul(query)
  if (validators.query) check(validators.query, query, '#', locale)
  else if (ctx.querystring !== '') check(noMembers, query, '#', locale)
  const isRaw = operation.raw === true
  const rawBody = isRaw ? await readBytes(ctx.req) : null
  const body = isRaw || operation.method === 'GET' ? undefined : await readJson(ctx.req)
  if (validators.body) check(validators.body, body ?? {}, '', locale)
  else if (body !== undefined) check(noMembers, body, '', locale)
  return {
    operation: route.id,
    caller,
    // Just checked against the schemas that these types are generated from.
    params: params as unknown as Call['params'],
    query: query as Call['query'],
    body: validators.body ? (body ?? {}) : null,
    rawBody,
    locale,
    requestId,
    address: route.address,
    userAgent: header(ctx.req, 'user-agent').slice(0, 300),
    ifMatch: ifMatch(header(ctx.req, 'if-match')),
    header(name) {
      return ctx.get(name)
    },
  }
}

const noMembers = validatorsOf({
  method: 'POST',
  path: '',
  summary: '',
  who: [],
  status: 200,
  reply: null,
  errors: [],
  body: { type: 'object', properties: {}, additionalProperties: false },
}).body

function ifMatch(header: string): number | null {
  if (header === '' || header === '*') return null
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header)
  // A tag that was never ours matches nothing.
  return match ? Number(match[1]) : 0
}

function respond(ctx: Context, status: number, reply: unknown): void {
  ctx.status = status
  if (reply instanceof RawReply) {
    for (const [name, value] of Object.entries(reply.headers)) ctx.res.setHeader(name, value)
    ctx.body = reply.body
    const tag = reply.headers['etag']
    const known = header(ctx.req, 'if-none-match')
    // A proxy that compresses makes our tag a weak one.
    if (tag !== undefined && known !== '' && known.split(/\s*,\s*(?:W\/)?|^W\//).includes(tag))
      ctx.status = 304
    return
  }
  if (status === 204) return
  if (
    typeof reply === 'object' &&
    reply !== null &&
    'version' in reply &&
    typeof reply.version === 'number'
  )
    ctx.set('ETag', `"${reply.version}"`)
  ctx.type = 'application/json; charset=utf-8'
  ctx.body = JSON.stringify(reply)
}
