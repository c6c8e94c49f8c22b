import type { WalletTransaction } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { failureNotice } from '../parts/failure-notice.ts'
import type { Account } from './account.ts'
import { backButton } from './back-button.ts'
import { amountOf, topUp } from './change.ts'
import { serviceName } from './known.ts'
import { moreLines } from './load.ts'
import { pastDay } from './past-day.ts'

/** The ledger, newest first. */
export function moneyTab(account: Account): unknown {
  const { lines, tell, busy } = account
  if (!lines) return account.failure ? nothing : rowBones()
  if (lines.items.length === 0)
    return html`<div class="empty" part="empty">
      <p><b>${tell('noLines')}</b></p>
      <p class="muted">${tell('topUpHint')}</p>
    </div>`
  return html`<ul class="lines">
      ${lines.items.map((line) => ledgerLine(account, line))}
    </ul>
    ${
      lines.next
        ? html`<button
            type="button"
            class="quiet more"
            part="more"
            aria-disabled=${busy}
            @click=${() => moreLines(account)}
          >
            ${tell('more')}
          </button>`
        : nothing
    }`
}

function ledgerLine(account: Account, line: WalletTransaction): unknown {
  const { tell, speak, known } = account
  const date = pastDay(speak, line.created_at, known?.organization.time_zone ?? 'UTC')
  const isIn = line.amount.amount > 0
  // A minus as long as the plus.
  const sum = speak.money(line.amount).replace('-', '−')
  return html`<li class="line ledger" part="transaction">
    <span class="muted line-date">${date}</span>
    <span class="line-what">
      <b>${tell(`line_${line.type}`)}</b>
      <span class="small muted">${whatFor(account, line)}</span>
    </span>
    <span class="line-sum">
      <b class=${isIn ? 'in' : ''}>${isIn ? `+${sum}` : sum}</b>
      <span class="small muted">${tell('left', { balance: speak.money(line.balance_after) })}</span>
    </span>
  </li>`
}

/** The service of a visit where it is known, and what was said of it. */
function whatFor({ tell, known, visits }: Account, line: WalletTransaction): string {
  const visit = visits.get(line.appointment_id ?? 0)
  const service = visit && known ? serviceName(known, visit.service_id) : ''
  return [service, reasonOf(tell, line.reason)].filter(Boolean).join(' · ')
}

/** The server's own words for what it does by itself. */
function reasonOf(tell: Account['tell'], reason: string): string {
  if (reason === 'refund_refused') return ''
  return ['cancelled', 'no_show', 'expired'].includes(reason) ? tell('line_cancelled') : reason
}

/** How much; it is paid on the provider's page. */
export function topUpView(account: Account): unknown {
  const { tell, speak, failure, wrong, sum, busy, balance, hasNoCard } = account
  const currency = balance?.currency ?? 'RUB'
  const sign = new Intl.NumberFormat(speak.tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value
  const amount = amountOf(account)
  const typed = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) account.set({ sum: target.value, wrong: {} })
  }
  const send = (event: Event) => {
    event.preventDefault()
    void topUp(account)
  }
  return html`${backButton(account)}
    <div>
      <h2 tabindex="-1" part="heading">${tell('topUpTitle')}</h2>
      <p class="muted">${tell('topUpHint')}</p>
    </div>
    ${failure ? failureNotice(speak, failure) : nothing}
    <form class="fields" part="form" novalidate @submit=${send}>
      <div class="field short" part="field">
        <label for="sum">${tell('amount', { currency: sign ?? currency })}</label>
        <input
          id="sum"
          part="input"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${wrong['sum'] ? 'true' : 'false'}
          aria-describedby=${wrong['sum'] ? 'sum-wrong' : nothing}
          .value=${sum}
          @input=${typed}
        />
        ${wrong['sum'] ? html`<p class="wrong" id="sum-wrong" part="error">${wrong['sum']}</p>` : nothing}
      </div>
      ${
        hasNoCard
          ? html`<p>${tell('cardAway')}</p>`
          : html`<button class="main" part="submit" aria-disabled=${busy}>
              ${amount > 0 ? tell('topUpBy', { amount: speak.money({ amount, currency }) }) : tell('topUp')}
            </button>`
      }
      <p class="hint">${speak.say('pay_card_hint')}</p>
    </form>`
}

export function rowBones(): unknown {
  return html`<div class="stack" aria-hidden="true">
    ${[1, 2, 3, 4].map(() => html`<i class="bone row-bone"></i>`)}
  </div>`
}
