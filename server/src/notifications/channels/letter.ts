/** A parcel as a letter: no I/O, no clock. */
import type { Parcel } from './channel.ts'
import type { Letter } from './mailer.ts'

const words = {
  ru: { open: 'Открыть запись', stop: 'Отписаться' },
  en: { open: 'Open the booking', stop: 'Unsubscribe' },
} as const

export function letterOf(parcel: Parcel): Letter {
  const { recipient, title, body, url, unsubscribeUrl, calendar, key, locale } = parcel
  const { open, stop } = words[locale]
  const text = [
    body,
    url === null ? '' : `${open}: ${url}`,
    unsubscribeUrl === null ? '' : `${stop}: ${unsubscribeUrl}`,
  ]
  return {
    to: recipient,
    // A subject is one line; nodemailer encodes the rest.
    subject: title.replace(/\s+/g, ' ').trim(),
    text: `${text.filter((part) => part !== '').join('\n\n')}\n`,
    html: html(parcel),
    messageId: `notification-${key.replace(/[^\w.-]/g, '')}`,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribeUrl) },
    ...(calendar === null ? {} : { calendar }),
  }
}

/** RFC 2369 and 8058: the mail program's own button, which needs no page. */
function unsubscribing(url: string | null): Record<string, string> {
  if (url === null) return {}
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

const CSS = `:root{color-scheme:light dark}body{margin:0;padding:24px 16px;background:#f4f5f4;color:#1c2320;font:16px/1.5 system-ui,sans-serif}
main{max-width:480px;margin:0 auto;padding:24px;border-radius:12px;background:#fff}
h1{margin:0 0 12px;font-size:20px;line-height:1.3}p{margin:0 0 16px;white-space:pre-line}
.open{display:inline-block;padding:12px 20px;border-radius:8px;background:#1f6f54;color:#fff;text-decoration:none}
footer{max-width:480px;margin:16px auto 0;padding:0 24px;font-size:13px;color:#66706b}footer a{color:inherit}
@media (prefers-color-scheme:dark){body{background:#121614;color:#e6ebe8}main{background:#1c2220}.open{background:#2f8a6b}footer{color:#9aa5a0}}`

function html({ title, body, url, unsubscribeUrl, locale }: Parcel): string {
  const { open, stop } = words[locale]
  const button = isWeb(url) ? `<a class="open" href="${escaped(url)}">${open}</a>` : ''
  const footer = isWeb(unsubscribeUrl)
    ? `<footer><a href="${escaped(unsubscribeUrl)}">${stop}</a></footer>`
    : ''
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><style>${CSS}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(body)}</p>${button}</main>${footer}</body></html>
`
}

function isWeb(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url)
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
