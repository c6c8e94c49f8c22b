/** A parcel as Telegram's Bot API wants it: no I/O, no clock. */
import type { Parcel } from './channel.ts'

interface Button {
  text: string
  callback_data?: string
  url?: string
}

export interface TelegramMessage {
  chat_id: string
  text: string
  parse_mode: 'HTML'
  link_preview_options: { is_disabled: true }
  disable_notification?: true
  reply_markup?: { inline_keyboard: Button[][] }
}

/** Telegram's own limits: 4096 characters of text without the tags, 64 bytes of a button's data. */
const LONGEST_TEXT = 4_000
const LONGEST_DATA_BYTES = 64
const IN_A_ROW = 3
/** More characters do not fit three buttons in a row of a telephone. */
const ROW_CHARACTERS = 30

const words = { ru: 'Подробнее', en: 'Details' } as const

export function telegramMessage(parcel: Parcel): TelegramMessage {
  const { recipient, title, body, url, locale } = parcel
  const link = url !== null && isForButton(url) ? { text: words[locale], url } : null
  const room = LONGEST_TEXT - title.length - (url?.length ?? 0)
  const parts = [`<b>${escaped(title)}</b>`, escaped(cut(body, room))]
  // A button with an address that Telegram does not like is refused together with the message.
  if (url !== null && link === null) parts.push(escaped(url))
  if (parcel.unsubscribeUrl !== null) parts.push(escaped(parcel.unsubscribeUrl))
  const rows = [...rowsOf(parcel.actions), ...(link ? [[link]] : [])]
  return {
    chat_id: recipient,
    text: parts.filter((part) => part !== '').join('\n'),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(parcel.isSilent ? { disable_notification: true } : {}),
    ...(rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
  }
}

function rowsOf(actions: Parcel['actions']): Button[][] {
  const rows: Button[][] = []
  for (const { text, data } of actions) {
    if (Buffer.byteLength(data) > LONGEST_DATA_BYTES) continue
    const row = rows.at(-1)
    const taken = row?.reduce((sum, button) => sum + button.text.length, text.length) ?? Infinity
    const button = { text, callback_data: data }
    if (row && row.length < IN_A_ROW && taken <= ROW_CHARACTERS) row.push(button)
    else rows.push([button])
  }
  return rows
}

/** The three characters that mean something in Telegram's HTML. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Not in the middle of a character that is two units long. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text
  return `${text.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A name of the public network; "localhost" and plain numbers are refused by Telegram. */
function isForButton(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) && /\.[a-z]{2,}$/i.test(hostname)
}
