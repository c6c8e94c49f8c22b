import { asOne, type Channel, type Outcome, type Parcel } from './channel.ts'
import { createHttpPoster, jsonOf, member, secondsOf, type Answer } from './http-post.ts'

export interface MaxOptions {
  apiRoot: string
  token: string
  deadlineMs?: number
}

/** MAX bears thirty requests a second of a bot; what the bot itself answers needs some room. */
const EVERY_MS = 1000 / 25
const PERSON_EVERY_MS = 1_000
/** A token that is not believed is mended by people. */
const REFUSED_SECONDS = 60
const LONGEST_TEXT = 4_000
const words = {
  ru: { open: 'Подробнее', stop: 'Отписаться' },
  en: { open: 'Details', stop: 'Unsubscribe' },
} as const

/** MAX's Bot API (dev.max.ru/docs-api): POST /messages, the token in a header without Bearer. */
export function maxChannel({ apiRoot, token, deadlineMs }: MaxOptions): Channel {
  const poster = createHttpPoster(deadlineMs)
  return {
    name: 'max',
    limits: { everyMs: EVERY_MS, recipientEveryMs: PERSON_EVERY_MS, room: 40 },
    ...asOne('max'),
    isShownOnce: false,
    async send(parcel, { signal }) {
      const posting = {
        headers: { authorization: token, 'content-type': 'application/json' },
        body: JSON.stringify(messageOf(parcel)),
      }
      const query = new URLSearchParams({ user_id: parcel.recipient })
      return outcomeOf(await poster.post(`${apiRoot}/messages?${query}`, posting, signal))
    },
    close: () => poster.close(),
  }
}

/** Plain words, so that nothing in a name is taken for markup. */
function messageOf({
  title,
  body,
  url,
  unsubscribeUrl,
  actions,
  locale,
  isSilent,
}: Parcel): object {
  const { open, stop } = words[locale]
  const tail = unsubscribeUrl === null ? '' : `\n${stop}: ${unsubscribeUrl}`
  const text = [title, body].filter((part) => part !== '').join('\n')
  const buttons = [
    ...actions.map(({ text: label, data }) => [{ type: 'callback', text: label, payload: data }]),
    ...(isWeb(url) ? [[{ type: 'link', text: open, url }]] : []),
  ]
  return {
    text: `${text.slice(0, LONGEST_TEXT - tail.length)}${tail}`,
    ...(isSilent ? { notify: false } : {}),
    attachments: buttons.length > 0 ? [{ type: 'inline_keyboard', payload: { buttons } }] : [],
  }
}

function isWeb(url: string | null): boolean {
  return url !== null && /^https?:\/\//.test(url)
}

/** Blocked, suspended, or never begun. */
const nobody = /chat\.denied|dialog\.(suspended|not\.?found)|chat\.not\.found|user\.not\.found/i

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === 'lost') return { ...answer, kind: 'again', seconds: null }
  const { status, text, retryAfter } = answer
  const json = jsonOf(text)
  const error = `http_${status}`
  if (status === 200) {
    const mid = member(json, 'message', 'body', 'mid')
    return typeof mid === 'string' ? { kind: 'sent', providerId: mid } : { kind: 'sent' }
  }
  if (status === 401) return { kind: 'again', error, seconds: REFUSED_SECONDS, isOfAll: true }
  if (status === 429) return { kind: 'again', error, seconds: secondsOf(retryAfter), isOfAll: true }
  const said = `${String(member(json, 'code'))} ${String(member(json, 'message'))}`
  if (status === 403 || nobody.test(said)) return { kind: 'gone', error: 'blocked' }
  if (status < 500) return { kind: 'failed', error }
  return { kind: 'again', error, seconds: null, isUncertain: status === 502 || status === 504 }
}
