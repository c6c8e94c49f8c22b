import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { dayTexts } from './texts/texts.ts'

type Priced = Pick<Appointment, 'price' | 'discounts' | 'total'>

function line(name: unknown, value: string, className = ''): unknown {
  return html`<dt class=${className}>${name}</dt>
    <dd class=${className}>${value}</dd>`
}

/** The price, each discount, and what is left of it: of a visit, or of one that is quoted. */
export function priceLines({ language, words }: Panel, priced: Priced): unknown {
  const say = dayTexts(language)
  const { price, discounts, total } = priced
  const kinds = {
    client: say('clientDiscount'),
    promo: say('promoDiscount'),
    manual: say('manualDiscount'),
  }
  return html`${line(say('price'), words.money(price))}
  ${discounts.map(({ kind, discount_percent, amount, reason }) => {
    const percent = discount_percent === null ? '' : `, ${words.percent(discount_percent / 100)}`
    const name = html`${kinds[kind]}${percent}${
      reason ? html` <span class="muted small">${reason}</span>` : nothing
    }`
    return line(name, `−${words.money(amount)}`)
  })}
  ${line(say('toPay'), words.money(total), 'total')}`
}

/** What it costs with each discount, what was paid, what is left. */
export function visitMoney(panel: Panel, visit: Appointment): unknown {
  const { language, words } = panel
  const say = dayTexts(language)
  const { code, total, paid, paid_by } = visit
  const left = Math.max(0, total.amount - paid.amount)
  return html`<section>
    <h3>${say('payment')}</h3>
    <dl class="sums">
      ${priceLines(panel, visit)}
      ${line(
        html`${say('paid')}${
          paid.amount > 0 && paid_by
            ? html` <span class="muted small">${say(paid_by).toLocaleLowerCase()}</span>`
            : nothing
        }`,
        words.money(paid),
      )}
      ${left > 0 ? line(say('left'), words.money({ ...total, amount: left }), 'left') : nothing}
    </dl>
    ${
      total.amount > 0
        ? html`<p class="invoice">
            <a href="/v1/manage/${encodeURIComponent(code)}/invoice" target="_blank"
              >${say('invoice')}</a
            >
          </p>`
        : nothing
    }
  </section>`
}
