import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { failureNotice } from '../parts/failure-notice.ts'
import type { Account } from './account.ts'
import { backButton } from './back-button.ts'
import { cancel } from './change.ts'
import { policiesOf } from './known.ts'
import { zoneOfVisit } from './move.ts'
import { termsOf } from './terms.ts'
import { visitTicket } from './visit-ticket.ts'

/** What cancelling costs and gives back, and one question. */
export function cancelView(account: Account, visit: Appointment): unknown {
  const { tell, failure, speak, busy } = account
  return html`${backButton(account)}
    <h2 tabindex="-1" part="heading">${tell('cancelTitle')}</h2>
    ${failure ? failureNotice(speak, failure) : nothing} ${visitTicket(account, visit)}
    <ul class="terms" part="terms">
      ${consequences(account, visit).map((line) => html`<li>${line}</li>`)}
    </ul>
    <div class="row">
      <button
        type="button"
        class="main danger"
        part="submit"
        aria-disabled=${busy}
        @click=${() => cancel(account, visit)}
      >
        ${tell('cancelYes')}
      </button>
      <button type="button" class="quiet" part="keep" @click=${() => account.go({ name: 'tabs' })}>
        ${tell('keep')}
      </button>
    </div>`
}

/** By the clinic's rules; the server counts the same again. */
function consequences(account: Account, visit: Appointment): string[] {
  const { known, tell, speak } = account
  if (!known) return []
  const terms = termsOf(visit, policiesOf(known, visit), Date.now())
  const money = (amount: number) => speak.money({ ...visit.total, amount })
  const until = speak.date(terms.freeUntil, zoneOfVisit(account, visit), {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
  const lines: string[] = []
  if (visit.client_package_id !== null)
    lines.push(terms.fee > 0 ? tell('cancelPackageGone', { until }) : tell('cancelPackageBack'))
  else if (terms.fee > 0)
    lines.push(
      tell(visit.paid.amount > 0 ? 'cancelFee' : 'cancelDebt', { until, fee: money(terms.fee) }),
    )
  else lines.push(terms.isLate ? tell('cancelFree') : tell('cancelFreeUntil', { until }))
  if (terms.back > 0)
    lines.push(
      tell(
        terms.to === 'wallet' || visit.paid_by === 'wallet' ? 'cancelRefund' : 'cancelRefundCard',
        {
          amount: money(terms.back),
        },
      ),
    )
  return [...lines, tell('cancelGone')]
}
