import webpush from 'web-push'
import { asOne, type Channel, type Outcome, type Parcel } from './channel.ts'
import { createHttpPoster, secondsOf, type Answer } from './http-post.ts'
import { isPushService } from './push-services.ts'
import type { Vapid } from './vapid.ts'

export interface WebPushOptions {
  vapid: Vapid
  /** Origins besides the known services. */
  services: readonly string[]
  deadlineMs?: number
}

/** No push service keeps a message longer. */
const LONGEST_TTL_SECONDS = 28 * 86_400
/** A push service takes 4096 bytes encrypted; of a longer text the beginning tells where to read the rest. */
const LONGEST_BODY = 1_000

/** Web push (RFC 8030, 8291, 8292). `web-push` encrypts and signs; its own sending speaks no http, and its timeout is none. */
export function webPushChannel({ vapid, services, deadlineMs }: WebPushOptions): Channel {
  const poster = createHttpPoster(deadlineMs)
  return {
    name: 'webpush',
    limits: { everyMs: null, recipientEveryMs: null, room: 100 },
    ...asOne('webpush'),
    isShownOnce: true,
    async send(parcel, { signal }) {
      if (parcel.push === null) return { kind: 'failed', error: 'no_keys' }
      if (!isPushService(parcel.recipient, services))
        return { kind: 'failed', error: 'address_not_allowed' }
      const posting = encrypted(parcel, parcel.push, vapid)
      if (posting === null) return { kind: 'failed', error: 'bad_keys' }
      return outcomeOf(await poster.post(parcel.recipient, posting, signal))
    },
    close: () => poster.close(),
  }
}

/** null: these keys encrypt nothing. */
function encrypted(
  parcel: Parcel,
  { p256dh, auth }: NonNullable<Parcel['push']>,
  vapid: Vapid,
): { headers: Record<string, string>; body: Buffer } | null {
  const subscription = { endpoint: parcel.recipient, keys: { p256dh, auth } }
  const options = {
    vapidDetails: vapid,
    TTL: Math.max(0, Math.min(Math.floor(parcel.ttlSeconds), LONGEST_TTL_SECONDS)),
    urgency: parcel.isUrgent ? 'high' : 'normal',
    topic: parcel.topic,
    contentEncoding: 'aes128gcm',
  } as const
  try {
    const { headers, body } = webpush.generateRequestDetails(subscription, textOf(parcel), options)
    return { headers, body }
  } catch {
    return null
  }
}

/** Declarative Web Push: Safari shows it by itself, the others' service worker reads the same and shows an event once. */
function textOf({ title, body, locale, url, tag, push }: Parcel): string {
  return JSON.stringify({
    web_push: 8030,
    notification: {
      title,
      body: body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY)}…` : body,
      lang: locale,
      navigate: url,
      tag,
      data: { event: push?.event },
    },
  })
}

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === 'lost') return { kind: 'again', error: answer.error, seconds: null }
  const { status, retryAfter } = answer
  const error = `http_${status}`
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'gone', error: 'gone' }
  if (status === 429 || status >= 500)
    return { kind: 'again', error, seconds: secondsOf(retryAfter) }
  // Our key is not believed: that is mended by people, and then the message is still wanted.
  if (status === 401 || status === 403) return { kind: 'again', error, seconds: null }
  return { kind: 'failed', error }
}
