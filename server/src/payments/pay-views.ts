import { escapeHtml, sayMoney, type HtmlPage } from '../pages/html.ts'
import type { PaymentRow } from './rows.ts'

type Locale = 'ru' | 'en'

const texts = {
  ru: {
    demoTitle: 'Демонстрационная оплата',
    demoNote:
      'Это не платёжная система, а её замена для знакомства с программой. Деньги не списываются, данные карты не нужны.',
    pay: 'Оплатить',
    decline: 'Отклонить',
    to: 'Получатель',
    back: 'Вернуться на сайт',
    again: 'Попробовать ещё раз',
    succeeded: ['Оплачено', 'Спасибо! Оплата получена.'],
    unapplied: [
      'Оплата получена',
      'То, за что вы платили, уже недоступно. Деньги зачислены на ваш баланс в клинике.',
    ],
    refunded: ['Деньги возвращены', 'Эта оплата возвращена полностью.'],
    failed: ['Оплата не прошла', 'Платёж отклонён, деньги не списаны. Начните оплату ещё раз.'],
    cancelled: ['Срок оплаты истёк', 'Оплатить по этой ссылке уже нельзя. Начните оплату ещё раз.'],
    pending: ['Ждём оплату', 'Оплата ещё не поступила. Если вы уже заплатили, подождите минуту.'],
    silent: ['Платёжная система не ответила', 'Деньги не списаны. Попробуйте ещё раз.'],
    missing: ['Оплата не найдена', 'Проверьте ссылку.'],
  },
  en: {
    demoTitle: 'Demonstration payment',
    demoNote:
      'This is not a payment system but its substitute, to try the program with. No money is taken and no card is asked for.',
    pay: 'Pay',
    decline: 'Decline',
    to: 'To',
    back: 'Back to the site',
    again: 'Try again',
    succeeded: ['Paid', 'Thank you! The payment has come.'],
    unapplied: [
      'The payment has come',
      'What it was for is not available any more. The money is on your balance at the clinic.',
    ],
    refunded: ['The money went back', 'This payment was refunded in full.'],
    failed: [
      'The payment failed',
      'It was declined and nothing was charged. Begin the payment again.',
    ],
    cancelled: ['Too late to pay', 'This link cannot be paid any more. Begin the payment again.'],
    pending: [
      'Waiting for the payment',
      'The payment has not come yet. If you have paid, wait for a minute.',
    ],
    silent: ['The payment system did not answer', 'Nothing was charged. Please try again.'],
    missing: ['There is no such payment', 'Check the link.'],
  },
} as const

export type Verdict = PaymentRow['status'] | 'silent' | 'missing'

export interface Shown {
  locale: Locale
  row: PaymentRow | null
  /** Of the organization. */
  name: string
}

/** How it stands, in words; and where to go from here. */
export function verdictPage(verdict: Verdict, { locale, row, name }: Shown): HtmlPage {
  const text = texts[locale]
  const [title, sentence] = text[verdict]
  const sum = row === null ? '' : sumOf(row, locale, name)
  const link = row === null ? '' : linksOf(verdict, row, locale)
  return { locale, title, body: `<h1>${title}</h1>${sum}<p role="status">${sentence}</p>${link}` }
}

function linksOf(verdict: Verdict, row: PaymentRow, locale: Locale): string {
  const text = texts[locale]
  const again =
    verdict === 'pending' || verdict === 'silent'
      ? `<p><a class="button" href="/pay/${escapeHtml(row.code ?? '')}">${text.again}</a></p>`
      : ''
  const back =
    row.return_url === null
      ? ''
      : `<p><a href="${escapeHtml(row.return_url)}" rel="noreferrer">${text.back}</a></p>`
  return again + back
}

function sumOf(row: PaymentRow, locale: Locale, name: string): string {
  const sum = sayMoney(row.amount, row.currency, locale)
  return `<p class="sum">${escapeHtml(sum)}</p><p>${texts[locale].to}: ${escapeHtml(name)}</p>`
}

/** The page of the demo's own provider: two buttons, and it says what it is. */
export function demoPage(
  { locale, row, name }: Shown & { row: PaymentRow },
  token: string,
): HtmlPage {
  const text = texts[locale]
  const body = `<h1>${text.demoTitle}</h1><p class="note">${text.demoNote}</p>${sumOf(row, locale, name)}
<form method="post" action="/pay/${escapeHtml(row.code ?? '')}"><input type="hidden" name="token" value="${escapeHtml(token)}">
<button name="action" value="pay">${text.pay}</button><button class="second" name="action" value="decline">${text.decline}</button></form>`
  return { locale, title: text.demoTitle, body }
}
