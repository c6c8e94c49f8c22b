import type { Operation } from '@zapis/sdk/contract'
import { callers, isAllowed, type CallerKind, type CallerName } from './callers.ts'
import type { World } from './ground.ts'
import { requestOf, thingsNamed, type Entry, type Request } from './request.ts'
import { missing, owned, type Thing, type Things } from './things.ts'

/** A request that must come to nothing. */
export interface Probe {
  caller: CallerName
  /** What is wrong with it. */
  what: string
  request: Request
  /** Statuses; `empty` = a page without rows, `page` = one of what is the caller's all the same. */
  wanted: readonly number[] | 'empty' | 'page'
  /** A request for what is not there at all, which must have the very same answer. */
  like?: Request
}

export const kinds = Object.entries(callers) as [CallerName, CallerKind][]

/** Those whom the contract does not name are turned away, whatever they ask for. */
export function unwanted(operation: Operation, entry: Entry, { own }: World): Probe[] {
  const nonsense = {
    method: operation.method,
    path: `/v1${operation.path.replace(/:\w+/g, 'x')}?nonsense=1`,
    body: operation.method === 'GET' ? undefined : { nonsense: 1 },
  }
  return kinds
    .filter(([, caller]) => !isAllowed(operation, caller))
    .flatMap(([caller, { who }]) => {
      const wanted = [who === 'anyone' ? 401 : 403]
      const valid = requestOf(operation, entry, own, 'owner')
      return [
        { caller, what: 'a valid request', request: valid, wanted },
        { caller, what: 'nonsense', request: nonsense, wanted },
      ]
    })
}

/** Those who are let in find nothing that is another's, and cannot tell it from what is not there. */
export function strange(operation: Operation, entry: Entry, home: World, abroad: World): Probe[] {
  return kinds
    .filter(([, caller]) => isAllowed(operation, caller) && !caller.lacksScope)
    .flatMap(([caller, kind]) => {
      if (kind.from === 'abroad') return fromAbroad(operation, entry, home, caller, kind)
      return withoutFail(operation, entry, { home, abroad, caller, kind })
    })
}

/** Everything in the request is ours, and so nothing of it is there for them. */
function fromAbroad(
  operation: Operation,
  entry: Entry,
  { own }: World,
  caller: CallerName,
  { who }: CallerKind,
): Probe[] {
  const { all, inPath } = thingsNamed(operation, entry, who)
  if (entry.bearer !== undefined) return []
  // What would change their own organization, and nothing else.
  if (all.length === 0 && operation.method !== 'GET') return []
  const request = requestOf(operation, entry, own, who)
  const special = all.flatMap((thing) => entry.refused?.[thing] ?? [])
  const isOwnAnswer = all.length === 0 || (isPage(operation) && inPath.length === 0)
  const wanted = isOwnAnswer
    ? 'page'
    : special.length > 0
      ? special
      : inPath.length > 0
        ? [404]
        : [404, 422]
  return [{ caller, what: 'things of this organization', request, wanted }]
}

interface Asking {
  home: World
  abroad: World
  caller: CallerName
  kind: CallerKind
}

/** One thing of the request at a time is another's. */
function withoutFail(
  operation: Operation,
  entry: Entry,
  { home, abroad, caller, kind }: Asking,
): Probe[] {
  const { who, has } = kind
  const own = home[has]
  const theirs = home[has === 'own' ? 'others' : 'own']
  const { all, inPath } = thingsNamed(operation, entry, who)
  const probe = (what: string, thing: Thing, from: Things): Probe => {
    const swapped = (things: Things) =>
      requestOf(operation, entry, { ...own, [thing]: things[thing] }, who)
    const special = entry.refused?.[thing]
    const asFilter = isPage(operation) && !inPath.includes(thing)
    const wanted = special ?? (asFilter ? 'page' : inPath.includes(thing) ? [404] : [404, 422])
    const like = special ? {} : { like: swapped(missing) }
    return { caller, what: `${what} ${thing}`, request: swapped(from), wanted, ...like }
  }
  const theirsAlone = [entry.bearer, who === 'anyone' ? entry.token : undefined]
  const probes = all.map((thing) =>
    theirsAlone.includes(thing)
      ? probe('nobody’s', thing, missing)
      : probe('another organization’s', thing, abroad.own),
  )
  for (const thing of mine(entry, who, all)) {
    const other = probe('another’s', thing, theirs)
    probes.push(other.wanted === 'page' ? { ...other, wanted: 'empty' } : other)
  }
  // What belongs to something else than the path says.
  for (const thing of inPath.slice(1)) probes.push(probe('an unrelated', thing, home.others))
  return probes
}

function mine(entry: Entry, who: CallerKind['who'], all: readonly Thing[]): Thing[] {
  if (entry.bearer !== undefined || (who !== 'client' && who !== 'specialist')) return []
  const things: readonly Thing[] = owned[who]
  return all.filter((thing) => things.includes(thing) && !entry.shared?.includes(thing))
}

function isPage({ reply }: Operation): boolean {
  return reply?.properties?.['has_more'] !== undefined
}
