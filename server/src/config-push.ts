import { createECDH } from 'node:crypto'
import { StartupError } from './startup-error.ts'

export interface PushSettings {
  /** Both base64url; null = derived from the secret key. */
  vapid: { publicKey: string; privateKey: string } | null
  /** Whom a push service writes to when we misbehave: mailto: or https:. */
  subject: string | null
  /** Origins of push services besides the known ones; of these http and any port are right too. */
  services: string[]
}

type Value = (name: string) => string | undefined

export function readPush(value: Value): PushSettings {
  const publicKey = value('VAPID_PUBLIC_KEY')
  const privateKey = value('VAPID_PRIVATE_KEY')
  const subject = value('VAPID_SUBJECT') ?? null
  if (subject !== null && !/^(mailto:\S+@\S+|https:\/\/\S+)$/.test(subject))
    throw new StartupError('VAPID_SUBJECT must begin with mailto: or https://.')
  return {
    vapid: pair(publicKey, privateKey),
    subject,
    services: origins(value('PUSH_SERVICES') ?? ''),
  }
}

function pair(publicKey?: string, privateKey?: string): PushSettings['vapid'] {
  if (publicKey === undefined && privateKey === undefined) return null
  if (publicKey === undefined || privateKey === undefined)
    throw new StartupError(
      `${publicKey === undefined ? 'VAPID_PUBLIC_KEY' : 'VAPID_PRIVATE_KEY'} must be set too: VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together.`,
    )
  if (publicOf(privateKey) !== publicKey)
    throw new StartupError('VAPID_PUBLIC_KEY is not the public key of VAPID_PRIVATE_KEY.')
  return { publicKey, privateKey }
}

/** null: it is no private key of P-256. */
export function publicOf(privateKey: string): string | null {
  const ecdh = createECDH('prime256v1')
  try {
    ecdh.setPrivateKey(Buffer.from(privateKey, 'base64url'))
    return ecdh.getPublicKey('base64url')
  } catch {
    return null
  }
}

function origins(text: string): string[] {
  const list = text.split(',').flatMap((entry) => entry.trim() || [])
  const wrong = list.find((entry) => !URL.canParse(entry) || new URL(entry).origin !== entry)
  if (wrong !== undefined)
    throw new StartupError(
      `PUSH_SERVICES must be origins divided by commas, such as https://push.example.org, not "${wrong}".`,
    )
  return list
}
