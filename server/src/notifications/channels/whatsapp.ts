import type { WhatsappSettings } from '../../config-whatsapp.ts'
import { asOne, type Channel, type Outcome, type Parcel } from './channel.ts'
import { createHttpPoster, jsonOf, member, type Answer } from './http-post.ts'

/** Of a number, unless Meta has given it more; and to one person one every six seconds. */
export const WHATSAPP_A_SECOND = 80
const EVERY_MS = 1000 / (WHATSAPP_A_SECOND - 5)
const PERSON_EVERY_MS = 6_000
const LONGEST_VARIABLE = 500
const words = { ru: 'Отписаться', en: 'Unsubscribe' } as const

/** WhatsApp's Cloud API. Whoever did not write in the last day is reached by an approved template alone, so it is always one. */
export function whatsappChannel(settings: WhatsappSettings, deadlineMs?: number): Channel {
  const poster = createHttpPoster(deadlineMs)
  const { apiRoot, phoneId, token } = settings
  return {
    name: 'whatsapp',
    limits: {
      everyMs: EVERY_MS,
      recipientEveryMs: PERSON_EVERY_MS,
      room: 60,
    },
    ...asOne(`whatsapp:${phoneId}`),
    isShownOnce: false,
    async send(parcel, { signal }) {
      const posting = {
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(messageOf(parcel, settings)),
      }
      return outcomeOf(await poster.post(`${apiRoot}/${phoneId}/messages`, posting, signal))
    },
    close: () => poster.close(),
  }
}

function messageOf(parcel: Parcel, { template }: WhatsappSettings): object {
  const { title, body, url, unsubscribeUrl, locale, recipient } = parcel
  const stop = unsubscribeUrl === null ? '' : ` · ${words[locale]}: ${unsubscribeUrl}`
  const said = `${flat(body, LONGEST_VARIABLE - stop.length)}${stop}`
  return {
    messaging_product: 'whatsapp',
    to: recipient.replace(/^\+/, ''),
    type: 'template',
    template: {
      name: template,
      language: { code: locale },
      components: [
        {
          type: 'body',
          parameters: [flat(title), said, flat(url ?? '')].map((text) => ({ type: 'text', text })),
        },
      ],
    },
  }
}

/** A variable of a template may have neither line breaks nor four spaces in a row, and may not be empty. */
function flat(text: string, longest = LONGEST_VARIABLE): string {
  const line = text
    .trim()
    .replace(/\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ')
  return line.slice(0, longest) || '—'
}

/** Nobody has WhatsApp there, or they want nothing of us. */
const gone: Record<number, string> = { 131026: 'not_on_whatsapp', 131050: 'stopped' }
/** What a code of Meta's means to a message that it had taken. */
export function refusalOf(code: number): { error: string; isGone: boolean } {
  const known = gone[code]
  return {
    error: known ?? `whatsapp_${Number.isFinite(code) ? code : 'failed'}`,
    isGone: known !== undefined,
  }
}

/** Too much at once, in seconds: of the number, of what people reported, of the account, of the application. */
const tooMuch: Record<number, number> = { 130429: 5, 131048: 300, 80007: 60, 4: 60 }
/** Mended by people: the token, what it may do, the account's standing, its payment. */
const refused = new Set([10, 190, 200, 131005, 131031, 131042, 131045, 133010])
const REFUSED_SECONDS = 60
/** Too much to this person. */
const TO_ONE = 131056
/** Passes by itself. */
const passing = new Set([0, 1, 2, 131000, 131016, 133004])

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === 'lost') return { ...answer, kind: 'again', seconds: null }
  const { status, text } = answer
  const json = jsonOf(text)
  if (status >= 200 && status < 300) {
    const [message] = arrayOf(member(json, 'messages'))
    const id = member(message, 'id')
    return typeof id === 'string' ? { kind: 'sent', providerId: id } : { kind: 'sent' }
  }
  const code = member(json, 'error', 'code')
  if (typeof code !== 'number') return withoutCode(status)
  const error = `whatsapp_${code}`
  if (gone[code] !== undefined) return { kind: 'gone', error: gone[code] }
  const seconds = refused.has(code) ? REFUSED_SECONDS : tooMuch[code]
  if (seconds !== undefined) return { kind: 'again', error, seconds, isOfAll: true }
  if (code === TO_ONE) return { kind: 'again', error, seconds: REFUSED_SECONDS }
  return passing.has(code) || status >= 500
    ? { kind: 'again', error, seconds: null }
    : { kind: 'failed', error }
}

function withoutCode(status: number): Outcome {
  const error = `http_${status}`
  if (status !== 429 && status < 500 && status !== 401) return { kind: 'failed', error }
  return { kind: 'again', error, seconds: null, isUncertain: status === 502 || status === 504 }
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
