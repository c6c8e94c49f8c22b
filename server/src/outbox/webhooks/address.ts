import dns from 'node:dns'
import net from 'node:net'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Fault } from '../../fault.ts'

/** Names of no public host, whatever they resolve to. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|onion)$/
const LOOKUP_MS = 2_000
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3')

export type Resolve = (hostname: string) => Promise<string[]>

export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
  readonly code = 'address_not_allowed'
}

/** Of the public Internet: none of the ranges that reach this machine, its network, or another address by translation. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_V6)
}

/** By what the address itself says. The parser has already turned `127.1`, `0x7f.1` and `2130706433` into 127.0.0.1. */
export function isPublicUrl(url: URL): boolean {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false
  if (url.port === '0') return false
  const host = hostOf(url)
  return net.isIP(host) ? isPublicAddress(host) : !PRIVATE_NAMES.test(host) && host.includes('.')
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

/**
 * When an endpoint is saved. A name that cannot be resolved now is accepted: what counts is asked again with every connection
 * (guardedLookup), this here is for telling early.
 */
export async function requirePublicUrl(
  text: string,
  allowPrivate: boolean,
  resolve: Resolve = resolveAll,
): Promise<void> {
  if (allowPrivate) return
  const url = new URL(text)
  const host = hostOf(url)
  const addresses = isPublicUrl(url) && !net.isIP(host) ? await resolve(host) : []
  if (!isPublicUrl(url) || !addresses.every(isPublicAddress))
    throw new Fault('address_not_allowed', { errors: [{ pointer: '/url', code: 'not_allowed' }] })
}

/** Empty when nothing answers in time. */
async function resolveAll(hostname: string): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string[]>((done) => (timer = setTimeout(() => done([]), LOOKUP_MS)))
  const found = dns.promises
    .lookup(hostname, { all: true })
    .then((all) => all.map(({ address }) => address))
    .catch(() => [])
  return Promise.race([found, late]).finally(() => clearTimeout(timer))
}

/**
 * For the socket: connects only to the addresses that were just judged, so a name that answers otherwise the second time
 * gains nothing. One private address among public ones refuses them all.
 */
export function guardedLookup(lookup: LookupFunction = dns.lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [] : found
      const [first] = addresses
      const isPublic = addresses.every(({ address }) => isPublicAddress(address))
      if (error) callback(error, '')
      else if (first === undefined || !isPublic) callback(new AddressRefused(), '')
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
