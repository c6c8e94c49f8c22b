import type { App } from '../../app-context.ts'
import { publicOf } from '../../config-push.ts'

export interface Vapid {
  publicKey: string
  privateKey: string
  subject: string
}

/**
 * Who we are to push services (RFC 8292). The pair derives from the secret key, so that every process has the same and a
 * subscription outlives restarts; with another secret key the browsers subscribe anew.
 */
export function vapidOf({ config, secrets }: Pick<App, 'config' | 'secrets'>): Vapid {
  const { push, publicUrl } = config
  const home = publicUrl.startsWith('https:') ? publicUrl : 'mailto:no-reply@localhost.localdomain'
  return { ...(push.vapid ?? derived(secrets)), subject: push.subject ?? home }
}

function derived(secrets: App['secrets']): { publicKey: string; privateKey: string } {
  // One number in 2^32 is no key of P-256: then the next.
  for (let count = 0; ; count++) {
    const privateKey = secrets.mac('vapid', String(count)).toString('base64url')
    const publicKey = publicOf(privateKey)
    if (publicKey !== null) return { publicKey, privateKey }
  }
}
