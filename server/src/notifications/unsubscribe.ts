import type { App } from '../app-context.ts'
import { sameBytes } from '../secrets.ts'

/** Who wants no more by a link: of marketing, and of letters after visits. */
export interface Unsubscribing {
  organizationId: number
  clientId: number
}

const MAC_BYTES = 16

/** Good for ever: whoever finds an old message may still want no more of them. */
export function unsubscribeUrl(
  { config, secrets }: Pick<App, 'config' | 'secrets'>,
  { organizationId, clientId }: Unsubscribing,
): string {
  const named = `${organizationId}-${clientId}`
  return `${config.publicUrl}/unsubscribe/${named}-${mac(secrets, named).toString('base64url')}`
}

/** null: we did not make it. */
export function readUnsubscribeToken(
  { secrets }: Pick<App, 'secrets'>,
  token: string,
): Unsubscribing | null {
  const match = /^([1-9]\d{0,9})-([1-9]\d{0,9})-([A-Za-z0-9_-]{22})$/.exec(token)
  if (match === null) return null
  const [, organization = '', client = '', signature = ''] = match
  const expected = mac(secrets, `${organization}-${client}`)
  if (!sameBytes(Buffer.from(signature, 'base64url'), expected)) return null
  return { organizationId: Number(organization), clientId: Number(client) }
}

function mac(secrets: App['secrets'], named: string): Buffer {
  return secrets.mac('unsubscribe', named).subarray(0, MAC_BYTES)
}
