import type {
  Appointment,
  CancelRequest,
  ManualDiscount,
  SettleRequest,
  Specialist,
} from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { nameOf } from './catalogue.ts'
import { dayTexts } from './texts/texts.ts'

interface FormGiven {
  panel: Panel
  visit: Appointment
  isBusy: boolean
  close(): void
}

/** Reads a form when it is sent. */
function sent(send: (value: (name: string) => string) => void) {
  return (event: Event) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    send((name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value.trim() : ''
    })
  }
}

function foot({ panel, isBusy, close }: FormGiven, action: string, look = 'main'): unknown {
  return html`<div class="row end">
    <button type="button" class="quiet" @click=${close}>
      ${shellTexts(panel.language)('cancel')}
    </button>
    <button class=${look} aria-disabled=${isBusy}>${action}</button>
  </div>`
}

export function moveForm(
  given: FormGiven & {
    wall: string
    people: readonly Specialist[]
    /** How long it is; null = that is not changed here. */
    minutes: number | null
    move(to: { wall: string; specialistId: number; minutes: number | null }): void
  },
): unknown {
  const { panel, visit, wall, people, minutes, move } = given
  const say = dayTexts(panel.language)
  return html`<form
    class="card inner"
    @submit=${sent((value) =>
      move({
        wall: `${value('date')}T${value('time')}`,
        specialistId: Number(value('specialist')) || visit.specialist_id,
        minutes: Number(value('minutes')) || null,
      }),
    )}
  >
    <div class="field">
      <label for="move-date">${say('date')}</label>
      <input id="move-date" name="date" type="date" required .value=${wall.slice(0, 10)} />
    </div>
    <div class="field">
      <label for="move-time">${say('time')}</label>
      <input id="move-time" name="time" type="time" step="300" required .value=${wall.slice(11)} />
    </div>
    <div class="field whole">
      <label for="move-specialist">${say('specialist')}</label>
      <select id="move-specialist" name="specialist">
        ${people.map(
          (each) =>
            html`<option value=${each.id} ?selected=${each.id === visit.specialist_id}>
              ${nameOf(each)}
            </option>`,
        )}
      </select>
    </div>
    ${
      minutes === null
        ? nothing
        : html`<div class="field whole">
            <label for="move-minutes">${say('lengthMin')}</label>
            <input
              id="move-minutes"
              name="minutes"
              type="number"
              min="1"
              max="1440"
              required
              .value=${String(minutes)}
              aria-describedby="move-minutes-hint"
            />
            <p class="hint" id="move-minutes-hint">${say('lengthHint')}</p>
          </div>`
    }
    ${foot(given, say('doMove'))}
  </form>`
}

const refunds = ['policy', 'full', 'none'] as const

/** Against the policy, somebody says why. */
function demandReason({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLSelectElement)) return
  const reason = currentTarget.form?.elements.namedItem('reason')
  if (reason instanceof HTMLInputElement) reason.required = currentTarget.value !== 'policy'
}

export function cancelForm(given: FormGiven & { cancel(request: CancelRequest): void }): unknown {
  const { panel, visit, cancel } = given
  const say = dayTexts(panel.language)
  const names = { policy: say('refundPolicy'), full: say('refundFull'), none: say('refundNone') }
  // Against the policy the desk decides; a specialist cancels by it.
  const mayDecide = visit.paid.amount > 0 && panel.me.role !== 'specialist'
  return html`<form
    class="card inner"
    @submit=${sent((value) => {
      const refund = refunds.find((each) => each === value('refund'))
      const reason = value('reason')
      cancel({ ...(reason ? { reason } : {}), ...(refund && mayDecide ? { refund } : {}) })
    })}
  >
    <div class="field whole">
      <label for="cancel-reason">${say('cancelReason')}</label>
      <input id="cancel-reason" name="reason" maxlength="500" autocomplete="off" />
    </div>
    ${
      mayDecide
        ? html`<div class="field whole">
            <label for="cancel-refund">${say('moneyBack')}</label>
            <select id="cancel-refund" name="refund" @change=${demandReason}>
              ${refunds.map((each) => html`<option value=${each}>${names[each]}</option>`)}
            </select>
          </div>`
        : nothing
    }
    ${foot(given, say('cancelVisit'), 'main danger')}
  </form>`
}

const methods = ['on_site', 'wallet', 'package'] as const

export function payForm(given: FormGiven & { pay(body: SettleRequest): void }): unknown {
  const { panel, visit, pay } = given
  const say = dayTexts(panel.language)
  const left = visit.total.amount - visit.paid.amount
  return html`<form
    class="card inner"
    @submit=${sent((value) => {
      const method = methods.find((each) => each === value('method')) ?? 'on_site'
      pay({ method })
    })}
  >
    <div class="field whole">
      <label for="pay-method">${say('payHow')}</label>
      <select id="pay-method" name="method">
        ${methods.map((each) => html`<option value=${each}>${say(each)}</option>`)}
      </select>
    </div>
    ${foot(given, `${say('pay')} ${panel.words.sum(left, visit.total.currency)}`)}
  </form>`
}

export function discountForm(given: FormGiven & { give(body: ManualDiscount): void }): unknown {
  const { panel, give } = given
  const say = dayTexts(panel.language)
  return html`<form
    class="card inner"
    @submit=${sent((value) => give({ percent: Number(value('percent')), reason: value('reason') }))}
  >
    <div class="field">
      <label for="discount-percent">${say('percentOff')}</label>
      <input
        id="discount-percent"
        name="percent"
        type="number"
        min="0.01"
        max="100"
        step="0.01"
        required
      />
    </div>
    <div class="field">
      <label for="discount-reason">${say('because')}</label>
      <input id="discount-reason" name="reason" maxlength="500" autocomplete="off" required />
    </div>
    ${foot(given, say('give'))}
  </form>`
}
