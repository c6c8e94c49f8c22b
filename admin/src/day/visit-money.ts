import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { dayTexts } from './texts/texts.ts'

/** What it costs with each discount, what was paid, what is left. */
export function visitMoney({ language, words }: Panel, visit: Appointment): unknown {
  const say = dayTexts(language)
  const { code, price, discounts, total, paid, paid_by } = visit
  const left = Math.max(0, total.amount - paid.amount)
  const kinds = {
    client: say('clientDiscount'),
    promo: say('promoDiscount'),
    manual: say('manualDiscount'),
  }
  const line = (name: unknown, value: string, className = '') =>
    html`<dt class=${className}>${name}</dt>
      <dd class=${className}>${value}</dd>`
  return html`<section>
    <h3>${say('payment')}</h3>
    <dl class="sums">
      ${line(say('price'), words.money(price))}
      ${discounts.map(({ kind, discount_percent, amount, reason }) => {
        const percent =
          discount_percent === null ? '' : `, ${words.percent(discount_percent / 100)}`
        const name = html`${kinds[kind]}${percent}${
          reason ? html` <span class="muted small">${reason}</span>` : nothing
        }`
        return line(name, `−${words.money(amount)}`)
      })}
      ${line(say('toPay'), words.money(total), 'total')}
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
