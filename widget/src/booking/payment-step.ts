import { html, nothing } from 'lit'
import { type } from '../flow/flow.ts'
import type { Key } from '../texts/texts.ts'
import type { Booking } from './booking.ts'
import { promoOffer } from './promo-offer.ts'
import { submit } from './submit.ts'
import { submitWords } from './submit-words.ts'

const order = ['package', 'wallet', 'on_site', 'card'] as const
type Method = (typeof order)[number]

/** How it is paid, what it costs and why, and the button that books. */
export function paymentStep(booking: Booking): unknown {
  const { quote, speak, busy, flow } = booking
  const send = (event: Event) => {
    event.preventDefault()
    void submit(booking)
  }
  if (!quote)
    return html`<div class="methods">${order.map(() => html`<i class="bone method"></i>`)}</div>`
  const prepayment = flow.typed.method === 'on_site' && quote.prepayment.amount > 0
  const amount = speak.money(quote.prepayment)
  return html`<form class="fields" part="form" novalidate @submit=${send}>
    <div class="methods" role="radiogroup" aria-label=${speak.say('howToPay')}>
      ${order.filter((each) => quote.methods.includes(each)).map((each) => methodRow(booking, each))}
    </div>
    ${prepayment ? html`<p class="notice">${speak.say('prepaidHint', { amount })}</p>` : nothing}
    ${promoOffer(booking)}
    <button class="main" part="submit" aria-disabled=${busy}>${submitWords(booking)}</button>
  </form>`
}

function methodRow(booking: Booking, method: Method): unknown {
  const { flow, speak } = booking
  const id = `method-${method}`
  const choose = () => booking.set({ flow: type(booking.flow, { method }) })
  return html`<div class="method check" part="method">
    <input
      type="radio"
      name="method"
      id=${id}
      .checked=${flow.typed.method === method}
      aria-describedby="${id}-hint"
      @change=${choose}
    />
    <label for=${id}>${speak.say(`pay_${method}`)}</label>
    <p class="hint" id="${id}-hint">${hint(booking, method)}</p>
  </div>`
}

function hint({ quote, speak }: Booking, method: Method): string {
  const key: Key = `pay_${method}_hint`
  return speak.say(key, {
    balance: quote?.balance ? speak.money(quote.balance) : '',
    count: quote?.package_visits_left ?? 0,
  })
}
