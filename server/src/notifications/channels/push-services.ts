/** Of Chrome and its kin, Firefox, Safari, Edge. Nobody else is asked to carry a message: an endpoint is an address that a stranger chose. */
const known = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /^(?:[\w-]+\.)*push\.apple\.com$/,
  /^(?:[\w-]+\.)+notify\.windows\.com$/,
]

/** Whether a push service that we know, or one of the named origins, has this address. */
export function isPushService(endpoint: string, more: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false
  const url = new URL(endpoint)
  if (url.username !== '' || url.password !== '') return false
  if (more.includes(url.origin)) return true
  const isPlain = url.protocol === 'https:' && url.port === ''
  return isPlain && known.some((host) => host.test(url.hostname))
}
