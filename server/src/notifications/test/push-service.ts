import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'

/** A browser that has subscribed: its keys, and what it read. */
export interface Browser {
  draft: { endpoint: string; keys: { p256dh: string; auth: string } }
  received: Delivery[]
  /** How the push service answers for it from now on. */
  answer: (response: ServerResponse) => void
}

export interface Delivery {
  headers: IncomingHttpHeaders
  /** Decrypted; the VAPID signature was right. */
  text: string
}

export interface PushService {
  /** For PUSH_SERVICES. */
  origin: string
  subscribe(): Browser
  /** How many posts there were in all, refused ones too. */
  posts: number
  close(): Promise<void>
}

export const answerWith =
  (status: number, headers: Record<string, string> = {}): Browser['answer'] =>
  (response) =>
    void response.writeHead(status, headers).end()

/** Written from the RFCs and not with the library that the server sends with: what both read is right. */
export async function startPushService(publicKey: () => string): Promise<PushService> {
  const browsers = new Map<string, Browser & { open(body: Buffer): string }>()
  const server = createServer((request, response) => {
    service.posts++
    const browser = browsers.get(request.url ?? '')
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (browser === undefined) {
        answerWith(404)(response)
        return
      }
      void readVapid(request.headers.authorization ?? '', service.origin, publicKey())
        .then(() => {
          const text = browser.open(Buffer.concat(parts))
          browser.received.push({ headers: request.headers, text })
          browser.answer(response)
        })
        .catch((error: unknown) => void response.writeHead(403).end(String(error)))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const service: PushService = {
    origin: `http://127.0.0.1:${port}`,
    posts: 0,
    subscribe() {
      const ecdh = createECDH('prime256v1')
      const p256dh = ecdh.generateKeys()
      const auth = randomBytes(16)
      const path = `/push/${randomBytes(24).toString('base64url')}`
      const browser = {
        draft: {
          endpoint: `${service.origin}${path}`,
          keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') },
        },
        received: [],
        answer: answerWith(201),
        open: (body: Buffer) => decrypt(body, ecdh, p256dh, auth),
      }
      browsers.set(path, browser)
      return browser
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return service
}

/** RFC 8292. */
async function readVapid(header: string, audience: string, ours: string): Promise<void> {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=([\w-]+)$/.exec(header) ?? []
  const point = Buffer.from(key, 'base64url')
  if (key !== ours) throw new Error('another key than the one subscribed with')
  if (decodeProtectedHeader(token).alg !== 'ES256') throw new Error('another algorithm')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const { payload } = await jwtVerify(token, await importJWK(jwk, 'ES256'), {
    audience,
    requiredClaims: ['exp', 'sub'],
  })
  if (Number(payload.exp) > Date.now() / 1000 + 86_400) throw new Error('for longer than a day')
  if (!/^(mailto:|https:)/.test(payload.sub ?? '')) throw new Error('nobody to write to')
}

/** RFC 8188 and 8291: one record. */
function decrypt(
  body: Buffer,
  ecdh: ReturnType<typeof createECDH>,
  ownPublic: Buffer,
  auth: Buffer,
): string {
  const salt = body.subarray(0, 16)
  const senderPublic = body.subarray(21, 21 + (body[20] ?? 0))
  const record = body.subarray(21 + senderPublic.length)
  if (record.length > body.readUInt32BE(16)) throw new Error('more than one record')
  const shared = ecdh.computeSecret(senderPublic)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ownPublic, senderPublic])
  const input = Buffer.from(hkdfSync('sha256', shared, auth, info, 32))
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', input, salt, `Content-Encoding: ${what}\0`, length))
  const open = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  open.setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([open.update(record.subarray(0, -16)), open.final()])
  const end = plain.lastIndexOf(2)
  if (end < 0) throw new Error('no end of the last record')
  return plain.subarray(0, end).toString('utf8')
}
