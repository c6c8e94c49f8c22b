import type { ManagedAppointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Speak } from '../../texts/speak.ts'
import type { siteSay } from '../texts/texts.ts'
import type { Managed } from './managed.ts'

/** What may be done with the visit; nothing is done without a second tap. */
export function actions(
  managed: Managed,
  visit: ManagedAppointment,
  speak: Speak,
  say: ReturnType<typeof siteSay>,
): unknown {
  const { mode, busy, code } = managed
  const isOn = visit.status === 'confirmed' || visit.status === 'pending'
  if (mode === 'cancel')
    return html`<div class="choice">
      <p>${say('cancelAskHint')}</p>
      ${visit.cancel_fee.amount > 0 ? html`<p>${say('cancelFee', { fee: speak.money(visit.cancel_fee) })}</p>` : nothing}
      ${visit.cancel_keeps_visit ? html`<p>${say('cancelKeepsVisit')}</p>` : nothing}
      <div class="row">
        <button
          type="button"
          class="main"
          part="cancel-yes"
          aria-disabled=${busy}
          @click=${() => managed.cancel()}
        >
          ${say('cancelYes')}
        </button>
        <button type="button" class="quiet" @click=${() => managed.set({ mode: 'view' })}>
          ${say('keep')}
        </button>
      </div>
    </div>`
  if (!isOn) return html`<div class="row"><a class="quiet" href="/">${say('bookAgain')}</a></div>`
  return html`<div class="row">
      ${
        visit.payment_url
          ? html`<a class="main" part="pay" href=${visit.payment_url}>${say('pay')}</a>`
          : nothing
      }
      ${
        visit.can_reschedule
          ? html`<button
              type="button"
              class=${visit.payment_url ? 'quiet' : 'main'}
              part="move"
              @click=${() => managed.showTimes()}
            >
              ${say('move')}
            </button>`
          : nothing
      }
      ${papers(visit, code, speak, say)}
      ${
        visit.can_cancel
          ? html`<button
              type="button"
              class="quiet"
              part="cancel"
              @click=${() => managed.set({ mode: 'cancel', done: null, failure: null })}
            >
              ${say('cancelVisit')}
            </button>`
          : nothing
      }
    </div>
    ${visit.can_cancel || visit.can_reschedule ? nothing : html`<p class="muted">${say('tooLate')}</p>`}`
}

/** Of the visit, to keep or to print. */
function papers(
  visit: ManagedAppointment,
  code: string,
  speak: Speak,
  say: ReturnType<typeof siteSay>,
): unknown {
  const address = `/v1/manage/${encodeURIComponent(code)}`
  return html`<a class="quiet" part="calendar-file" href="${address}/calendar.ics"
      >${speak.say('toCalendar')}</a
    >
    ${
      visit.total.amount > 0
        ? html`<a class="quiet" part="invoice" href="${address}/invoice" target="_blank"
            >${say('invoice')}</a
          >`
        : nothing
    }`
}
