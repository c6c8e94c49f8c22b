import ipaddr from 'ipaddr.js'

/** Who is counted as one visitor: an IPv4 address, or an IPv6 network of one subscriber (/64). */
export function visitor(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : parsed.toNormalizedString().split(':').slice(0, 4).join(':')
}
