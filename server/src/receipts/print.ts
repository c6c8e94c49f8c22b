import { escapeHtml, formatMoney, type HtmlPage } from '../pages/html.ts'
import type { ReceiptRow } from './rows.ts'

type Locale = 'ru' | 'en'

const texts = {
  ru: {
    income: 'Чек прихода',
    income_refund: 'Чек возврата прихода',
    what: 'Наименование',
    sum: 'Сумма',
    total: 'Итого',
    number: 'Фискальный документ',
    offset: 'Зачёт предоплаты, чек',
    demo: 'Демонстрационный чек: не является фискальным документом.',
    queued: 'Ожидает регистрации',
    sent: 'Отправлен на регистрацию',
    registered: 'Зарегистрирован',
    failed: 'Не зарегистрирован',
    full_prepayment: 'предоплата 100 %',
    prepayment: 'предоплата',
    advance: 'аванс',
    full_payment: 'полный расчёт',
  },
  en: {
    income: 'Receipt',
    income_refund: 'Refund receipt',
    what: 'Item',
    sum: 'Sum',
    total: 'Total',
    number: 'Fiscal document',
    offset: 'Offsets the prepayment of receipt',
    demo: 'A demonstration: this is not a fiscal document.',
    queued: 'Waits to be registered',
    sent: 'Sent to be registered',
    registered: 'Registered',
    failed: 'Not registered',
    full_prepayment: 'prepayment in full',
    prepayment: 'prepayment',
    advance: 'advance',
    full_payment: 'payment in full',
  },
} as const

export function receiptPage(
  row: ReceiptRow,
  seller: { name: string; time_zone: string },
  locale: Locale,
): HtmlPage {
  const text = texts[locale]
  const title = `${text[row.kind]} ${row.id}`
  const money = (amount: number) => escapeHtml(formatMoney(amount, row.currency, locale))
  const lines = row.items.map(
    (item) =>
      `<tr><td>${escapeHtml(item.title)} × ${item.quantity}<br><small>${text[item.payment_method]}</small></td><td>${money(item.amount)}</td></tr>`,
  )
  const at = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: seller.time_zone,
  }).format(row.registered_at ?? row.created_at)
  const notes = [
    ...(row.fiscal_number === null ? [] : [`${text.number}: ${row.fiscal_number}`]),
    ...(row.offset_of === null ? [] : [`${text.offset} ${row.offset_of}`]),
  ]
  const body = `<h1>${title}</h1><p>${escapeHtml(seller.name)}<br>${escapeHtml(at)}<br>${text[row.status]}</p>
${row.provider === 'demo' ? `<p class="note">${text.demo}</p>` : ''}
<table><thead><tr><th scope="col">${text.what}</th><th scope="col">${text.sum}</th></tr></thead><tbody>${lines.join('')}</tbody>
<tfoot><tr><th scope="row">${text.total}</th><th>${money(row.total)}</th></tr></tfoot></table>
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}`
  return { locale, title, body }
}
