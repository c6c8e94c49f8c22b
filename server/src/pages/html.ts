import type { Context } from 'koa'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

const styles = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1c2b2a;background:#fbfbf9}
h1{font-size:1.4rem;line-height:1.25}.sum{font-size:2rem;font-weight:600;margin:.5rem 0}.note{padding:.75rem 1rem;border-left:4px solid #b7791f;background:#fff7e6}
form{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.5rem 0}button,a.button{font:inherit;min-height:44px;padding:.5rem 1.5rem;border-radius:.5rem;border:1px solid #0a6e5c;background:#0a6e5c;color:#fff;cursor:pointer;text-decoration:none;display:inline-block;box-sizing:border-box}
button.second{background:transparent;color:inherit}a{color:#0a6e5c}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .5rem;border-bottom:1px solid #d5d9d8}td:last-child,th:last-child{text-align:right}
@media (prefers-color-scheme:dark){body{color:#e6ebe9;background:#141a19}.note{background:#332a15}a{color:#7fd1bd}td,th{border-color:#3a4443}}
@media print{body{margin:0;max-width:none;color:#000;background:#fff}.screen{display:none}}`

export interface HtmlPage {
  locale: 'ru' | 'en'
  title: string
  /** Already escaped. */
  body: string
}

export function htmlPage({ locale, title, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>
<style>${styles}</style></head>
<body><main>${body}</main></body></html>`
}

/** Nothing is loaded and no script runs; forms go to the named origins only, redirects included. */
export function contentPolicy(formAction = "'none'"): string {
  return `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'`
}

export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

export function sendPage(ctx: Context, status: number, page: HtmlPage, formAction?: string): void {
  ctx.status = status
  ctx.set(pageHeaders)
  ctx.set('Content-Security-Policy', contentPolicy(formAction))
  ctx.vary('Accept-Language')
  ctx.body = htmlPage(page)
}

/** 2 500,00 ₽, RUB 2,500.00: as papers have it. */
export function formatMoney(amount: number, currency: string, locale: 'ru' | 'en'): string {
  return moneyIn(locale, amount, { currency })
}

/** 2 500 ₽, ₽2,500: as the elements say it. */
export function sayMoney(amount: number, currency: string, locale: 'ru' | 'en'): string {
  const short = { currencyDisplay: 'narrowSymbol', trailingZeroDisplay: 'stripIfInteger' } as const
  return moneyIn(locale, amount, { currency, ...short })
}

function moneyIn(locale: 'ru' | 'en', amount: number, options: Intl.NumberFormatOptions): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', ...options })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}
