import { RawReply } from '../http/handler.ts'
import {
  contentPolicy,
  escapeHtml,
  formatMoney,
  htmlPage,
  pageHeaders,
  type HtmlPage,
} from '../pages/html.ts'
import type { NamedAppointment } from './reads.ts'

type Locale = 'ru' | 'en'

const texts = {
  ru: {
    title: 'Счёт №',
    of: 'от',
    seller: 'Исполнитель',
    buyer: 'Заказчик',
    what: 'Услуга',
    sum: 'Сумма',
    client: 'Персональная скидка',
    promo: 'Промокод',
    manual: 'Скидка',
    total: 'Итого',
    paid: 'Оплачено',
    left: 'К оплате',
    prepayment: 'Из них до визита',
    package: 'Оплачено визитом пакета услуг.',
    over: 'Визит не состоится: счёт не действует.',
    pay: 'Оплатить',
  },
  en: {
    title: 'Invoice No.',
    of: 'of',
    seller: 'From',
    buyer: 'To',
    what: 'Service',
    sum: 'Sum',
    client: 'Personal discount',
    promo: 'Promo code',
    manual: 'Discount',
    total: 'Total',
    paid: 'Paid',
    left: 'To pay',
    prepayment: 'Of it before the visit',
    package: 'Paid by a visit of a package.',
    over: 'The visit does not take place: this invoice is void.',
    pay: 'Pay',
  },
} as const

const OVER = new Set(['cancelled', 'expired', 'no_show'])

/** What a visit costs and why, what was paid and what is left: a page to print. */
export function invoicePage(row: NamedAppointment, payer: string | null, locale: Locale): HtmlPage {
  const text = texts[locale]
  const title = `${text.title} ${row.id}`
  const left = OVER.has(row.status) ? 0 : row.total - row.paid
  const date = dateOf(row, row.created_at, locale, {})
  const body = `<h1>${title} ${text.of} ${escapeHtml(date)}</h1>
<p><strong>${text.seller}:</strong> ${escapeHtml(sellerOf(row))}${payer === null ? '' : `<br><strong>${text.buyer}:</strong> ${escapeHtml(payer)}`}</p>
${OVER.has(row.status) ? `<p class="note">${text.over}</p>` : ''}
<table><thead><tr><th scope="col">${text.what}</th><th scope="col">${text.sum}</th></tr></thead>
<tbody>${linesOf(row, locale)}</tbody><tfoot>${sumsOf(row, left, locale)}</tfoot></table>
${row.paid_by === 'package' && row.paid > 0 ? `<p>${text.package}</p>` : ''}${payLink(row, left, text.pay)}`
  return { locale, title, body }
}

function sellerOf(row: NamedAppointment): string {
  const place = [row.location_name, row.location_city, row.location_address, row.location_phone]
  return [row.organization_name, ...place].filter(Boolean).join(', ')
}

function linesOf(row: NamedAppointment, locale: Locale): string {
  const text = texts[locale]
  const at = dateOf(row, row.starts_at, locale, { timeStyle: 'short' })
  const what = `${escapeHtml(row.service_name)}<br><small>${escapeHtml(`${row.specialist_name}, ${at}`)}</small>`
  const percent = (value: number | null) =>
    value === null
      ? ''
      : ` ${new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100)}`
  const discounts = row.discounts.map(({ kind, percent: off, amount, reason }) => {
    const note = reason ? `<br><small>${escapeHtml(reason)}</small>` : ''
    return line(`${text[kind]}${escapeHtml(percent(off))}${note}`, sum(row, -amount, locale))
  })
  return [line(what, sum(row, row.price, locale)), ...discounts].join('')
}

function sumsOf(row: NamedAppointment, left: number, locale: Locale): string {
  const text = texts[locale]
  const before = Math.max(0, Math.min(left, row.prepayment - row.paid))
  const rows: [string, number][] = [
    [text.total, row.total],
    [text.paid, row.paid],
    [text.left, left],
    ...(before > 0 && before < left ? [[text.prepayment, before] as [string, number]] : []),
  ]
  return rows
    .map(
      ([name, amount]) =>
        `<tr><th scope="row">${name}</th><th>${sum(row, amount, locale)}</th></tr>`,
    )
    .join('')
}

/** On paper it is of no use. */
function payLink({ payment_url: url }: NamedAppointment, left: number, name: string): string {
  return url === null || left <= 0
    ? ''
    : `<p class="screen"><a class="button" href="${escapeHtml(url)}">${name}</a></p>`
}

const line = (what: string, amount: string) => `<tr><td>${what}</td><td>${amount}</td></tr>`
const sum = ({ currency }: NamedAppointment, amount: number, locale: Locale) =>
  escapeHtml(formatMoney(amount, currency, locale))

function dateOf(
  { time_zone: timeZone }: NamedAppointment,
  at: Date,
  locale: Locale,
  time: Pick<Intl.DateTimeFormatOptions, 'timeStyle'>,
): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...time, timeZone }).format(at)
}

export function invoiceReply(
  row: NamedAppointment,
  payer: string | null,
  locale: Locale,
): RawReply {
  const page = invoicePage(row, payer, locale)
  return new RawReply(htmlPage(page), {
    ...pageHeaders,
    'content-security-policy': contentPolicy(),
  })
}
