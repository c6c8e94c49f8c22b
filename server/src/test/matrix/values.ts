import type { Operation, Schema, Who } from '@zapis/sdk/contract'
import { isAllowed } from './callers.ts'
import { requestOf, thingsNamed, type Entry, type Request } from './request.ts'
import { traces, type Thing, type Things } from './things.ts'

/** Texts that have broken programs before. */
const naughty = [
  'a\0b',
  'half a pair \ud800',
  `' or 1=1 --'; drop table clients; select '%_\\`,
  '\u202edesrever\u202c zero\u200bwidth e\u0301 👩‍👩‍👧 \ufeff ﷽',
  'a\r\nb\t\u2028<img src=x onerror=alert(1)>{{7*7}}${7*7}../../etc/passwd',
  '__proto__',
  'a'.repeat(50_000),
]

/** Of a right form, and out of all proportion. */
const extreme = [
  ...['1900-01-01', '2099-12-31', '1900-01-01T00:00:00-14:00', '2099-12-31T23:59:59.999999999Z'],
  ...['infinity', '24:00', 'https://[::1]:0/'],
]
const hasForm = /^(\d{4}-\d\d|\d\d:\d\d|https?:)/

/** As JSON, in place of a number or a truth. */
const wrongScalars = [
  ...['-1', '0.5', '1e309', '-0', '9007199254740993', '1e21', '"1"', 'true', 'null', '{}'],
]

/** As JSON, in place of an id. */
const wrongIds = [
  ...['0', '-1', '2147483648', '1e309', '1.5', 'true', '[1]'],
  ...['""', '"abc"', '"1 or 1=1"', '"0x10"', `"${'9'.repeat(5000)}"`],
]

export interface Try {
  what: string
  request: Omit<Request, 'body'> & { body?: string }
  /** What the answer shows there, if it shows anything. */
  echo?: { pointer: readonly string[]; value: unknown }
  /** Must be refused. */
  wrong?: true
}

/** Who may do the most. */
export function strongest(operation: Operation): 'the owner' | 'a client' | 'the publishable key' {
  const may = (who: Who) => isAllowed(operation, { who, from: 'home', has: 'own' })
  if (may('owner')) return 'the owner'
  return may('client') ? 'a client' : 'the publishable key'
}

/** An id that is none, wherever the request has one. */
export function idTries(operation: Operation, entry: Entry, own: Things, who: Who): Try[] {
  const { all } = thingsNamed(operation, entry, who)
  return all
    .filter((thing) => typeof own[thing] === 'number')
    .flatMap((thing) => wrongIds.map((json) => idTry(operation, entry, own, { thing, json, who })))
}

function idTry(
  operation: Operation,
  entry: Entry,
  own: Things,
  { thing, json, who }: { thing: Thing; json: string; who: Who },
): Try {
  const { method, path, body } = requestOf(operation, entry, traced(own, thing), who)
  const trace = String(traces[thing])
  const text = encodeURIComponent(json.replaceAll('"', ''))
  return {
    what: `${thing} = ${json.slice(0, 30)}`,
    request: {
      method,
      path: path.replaceAll(trace, text),
      ...(body && { body: JSON.stringify(body).replaceAll(trace, json) }),
    },
    wrong: true,
  }
}

function traced(own: Things, thing: Thing): Things {
  return { ...own, [thing]: traces[thing] }
}

/** Every member of the body, one at a time. */
export function bodyTries(operation: Operation, entry: Entry, own: Things, who: Who): Try[] {
  const { body } = requestOf(operation, entry, own, who)
  if (body === undefined) return []
  // A change has the members of a draft, which gets the whole list.
  const isChange = operation.method === 'PATCH'
  return leavesOf(body).flatMap((pointer) => {
    const values = valuesFor(at(body, pointer)).filter((_, index) => !isChange || index % 3 === 0)
    return values.map((json) => {
      const fresh = requestOf(operation, entry, own, who)
      const marked = JSON.stringify(replaced(fresh.body, pointer))
      return {
        what: `/${pointer.join('/')} = ${json.slice(0, 40)}`,
        request: { ...fresh, body: marked.replace(`"${mark}"`, () => json) },
        echo: { pointer, value: JSON.parse(json) as unknown },
      }
    })
  })
}

const mark = 'here it goes'

/** Members that no schema names are refused, above all those that a row has. */
export function unknownTries(operation: Operation, entry: Entry, own: Things, who: Who): Try[] {
  const request = requestOf(operation, entry, own, who)
  const known = (schema: Schema | undefined, name: string) => schema?.properties?.[name]
  const names = ['organization_id', 'id', 'version', 'status', 'total', 'session_version']
  const unknown = names.filter((name) => !known(operation.body, name))
  const { method, path, body } = request
  const sent = JSON.stringify(body)
  const addressed = `${path}${path.includes('?') ? '&' : '?'}`
  const asked = ['organization_id=1', '_method=DELETE', '__proto__=1'].map((query): Try => {
    const there = { method, path: `${addressed}${query}`, ...(sent ? { body: sent } : {}) }
    return { what: query, request: there, wrong: true }
  })
  if (body === undefined) return asked
  return [
    ...asked,
    ...unknown.map((name): Try => {
      const more = JSON.stringify({ ...body, [name]: 1 })
      return { what: `/${name}`, request: { method, path, body: more }, wrong: true }
    }),
  ]
}

/** Every parameter of the query, alone beside what has to be there. */
export function queryTries(operation: Operation, entry: Entry, own: Things, who: Who): Try[] {
  const { query } = operation
  const { method, path } = requestOf(operation, entry, own, who)
  const [start = '', search = ''] = path.split('?')
  return Object.keys(query?.properties ?? {}).flatMap((name) => {
    const values = [...naughty, ...extreme, '', '-1', '1e309'].map((text) => text.slice(0, 3000))
    const sent = (change: (params: URLSearchParams) => void): Try['request'] => {
      const params = new URLSearchParams(search)
      change(params)
      return { method, path: `${start}?${params.toString()}` }
    }
    return [
      ...values.map((text) => ({
        what: `?${name}=${text.slice(0, 30)}`,
        request: sent((params) => params.set(name, text)),
      })),
      {
        what: `?${name} twice`,
        request: sent((params) => [0, 1].forEach(() => params.append(name, '1'))),
        wrong: true as const,
      },
      {
        what: `?${name}[$ne]`,
        request: sent((params) => params.set(`${name}[$ne]`, '1')),
        wrong: true as const,
      },
    ]
  })
}

/** As JSON. */
function valuesFor(valid: unknown): string[] {
  if (typeof valid !== 'string') return wrongScalars
  const texts = hasForm.test(valid) ? [...naughty, ...extreme] : naughty
  return texts.map((text) => JSON.stringify(text))
}

function leavesOf(value: unknown, pointer: string[] = []): string[][] {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object') return [pointer]
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...pointer, name]))
}

export function at(value: unknown, pointer: readonly string[]): unknown {
  return pointer.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  )
}

function replaced(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return mark
  if (Array.isArray(value))
    return value.map((member, index) => (String(index) === name ? replaced(member, rest) : member))
  return { ...(value as object), [name]: replaced(at(value, [name]), rest) }
}
