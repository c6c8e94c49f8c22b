import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Everything secret derives from one key; each purpose has a key of its own. */
export interface Secrets {
  /** Signs access tokens; asymmetric, so others can check them by the published key. */
  signing: { privateKey: KeyObject; publicKey: KeyObject; keyId: string }
  /** Keyed hash of something short (codes, refresh tokens, holds). */
  mac(purpose: string, text: string): Buffer
  seal(purpose: string, text: string): Buffer
  /** null when it was not sealed by this key for this purpose. */
  open(purpose: string, sealed: Buffer): string | null
}

export function createSecrets(secretKey: string): Secrets {
  const derived = new Map<string, Buffer>()
  const key = (purpose: string) => {
    let found = derived.get(purpose)
    if (!found) {
      found = Buffer.from(hkdfSync('sha256', secretKey, 'zapis', purpose, 32))
      derived.set(purpose, found)
    }
    return found
  }
  const privateKey = ed25519(key('access-token'))
  const publicKey = createPublicKey(privateKey)
  const keyId = createHmac('sha256', 'key-id')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('base64url')
    .slice(0, 16)
  return {
    signing: { privateKey, publicKey, keyId },
    mac: (purpose, text) => createHmac('sha256', key(purpose)).update(text).digest(),
    seal(purpose, text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(purpose), iv)
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(purpose, sealed) {
      if (sealed.length < 28) return null
      const decipher = createDecipheriv('aes-256-gcm', key(purpose), sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(-16))
      try {
        return Buffer.concat([
          decipher.update(sealed.subarray(12, -16)),
          decipher.final(),
        ]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

/** An Ed25519 key from its 32-byte seed: the fixed PKCS #8 prefix of RFC 8410, then the seed. */
function ed25519(seed: Buffer): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
}

export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The configured key, or the one made once and kept in the data folder. */
export async function secretKeyOf(config: {
  secretKey: string | undefined
  dataDir: string
}): Promise<string> {
  if (config.secretKey !== undefined) return config.secretKey
  const file = path.join(config.dataDir, 'secret-key')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept.length >= 32) return kept
  await mkdir(config.dataDir, { recursive: true })
  const made = randomBytes(32).toString('base64url')
  await writeFile(file, made, { mode: 0o600 })
  return made
}
