import type { Appointment, ClientPackage } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { failureNotice } from '../parts/failure-notice.ts'
import type { Account } from './account.ts'
import { backButton } from './back-button.ts'
import { payByCard, payNow } from './change.ts'
import { dueOf } from './terms.ts'
import { visitTicket } from './visit-ticket.ts'

/** What is still to pay of a visit: from the balance, with a package, by card. */
export function payView(account: Account, visit: Appointment): unknown {
  const { tell, speak, failure, balance, busy, hasNoCard } = account
  const due = { ...visit.total, amount: dueOf(visit) }
  const amount = speak.money(due)
  const missing = due.amount - (balance?.amount ?? 0)
  const button = (part: string, isMain: boolean, act: () => unknown, words: string) =>
    html`<button
      type="button"
      class=${isMain ? 'main' : 'quiet'}
      part=${part}
      aria-disabled=${busy}
      @click=${act}
    >
      ${words}
    </button>`
  const pack = packageFor(account, visit)
  return html`${backButton(account)}
    <h2 tabindex="-1" part="heading">${tell('payTitle')}</h2>
    ${failure ? failureNotice(speak, failure) : nothing} ${visitTicket(account, visit)}
    <div class="ways">
      ${pack ? button('pay-package', true, () => payNow(account, visit, 'package'), tell('payPackage', { name: pack.name })) : nothing}
      ${
        missing > 0
          ? nothing
          : button(
              'pay-wallet',
              !pack,
              () => payNow(account, visit, 'wallet'),
              tell('payWallet', { amount }),
            )
      }
      ${
        hasNoCard
          ? html`<p class="muted">${tell('cardAway')}</p>`
          : button(
              'pay-card',
              !pack && missing > 0,
              () => payByCard(account, visit),
              tell('payCard', { amount }),
            )
      }
      ${
        missing > 0 && balance && balance.amount > 0
          ? html`<p class="small muted">
              ${tell('notEnough', {
                balance: speak.money(balance),
                missing: speak.money({ ...due, amount: missing }),
              })}
            </p>`
          : nothing
      }
    </div>`
}

/** A package pays the whole visit or nothing of it. */
function packageFor({ packages }: Account, visit: Appointment): ClientPackage | undefined {
  if (visit.paid.amount > 0) return undefined
  return packages?.find(({ usable, service_id }) => usable && service_id === visit.service_id)
}
