import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

export type AddressOf = (request: IncomingMessage) => string

/** The visitor's address: X-Forwarded-For is believed from the right, as far as the proxies are ours. */
export function createAddressOf(trustedProxies: string[]): AddressOf {
  const trusted = trustedProxies.map((entry) =>
    ipaddr.parseCIDR(
      entry.includes('/') ? entry : `${entry}/${ipaddr.parse(entry).kind() === 'ipv6' ? 128 : 32}`,
    ),
  )
  const isTrusted = (address: string) => {
    if (!ipaddr.isValid(address)) return false
    const parsed = ipaddr.process(address)
    return trusted.some(
      ([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits),
    )
  }
  return (request) => {
    let address = request.socket.remoteAddress ?? ''
    const header = trusted.length > 0 ? request.headers['x-forwarded-for'] : undefined
    if (header === undefined) return address
    const hops = (Array.isArray(header) ? header.join(',') : header).split(',')
    while (hops.length > 0 && isTrusted(address)) {
      const next = hops.pop()?.trim() ?? ''
      if (!ipaddr.isValid(next)) break
      address = next
    }
    return address
  }
}
