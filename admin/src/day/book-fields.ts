import type { Client, Quote, Service, Specialist } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { reasonOf } from '../panel/refusal.ts'
import { nameOf, termsOf } from './catalogue.ts'
import { dayTexts } from './texts/texts.ts'
import { priceLines } from './visit-money.ts'

export type Method = 'on_site' | 'wallet' | 'package'

/** What is wished so far. */
export interface Draft {
  wall: string
  specialistId: number | null
  serviceId: number | null
  method: Method
  client: Client | null
}

interface FieldsGiven {
  panel: Panel
  draft: Draft
  services: readonly Service[]
  change(changes: Partial<Draft>): void
}

export function whenFields({ panel, draft, change }: FieldsGiven): unknown {
  const say = dayTexts(panel.language)
  const [date = '', time = ''] = draft.wall.split('T')
  const set = (wallOf: (value: string) => string) => (event: Event) => {
    const value = valueOf(event)
    if (value) change({ wall: wallOf(value) })
  }
  return html`<div class="field">
      <label for="date">${say('date')}</label>
      <input id="date" type="date" .value=${date} @change=${set((value) => `${value}T${time}`)} />
    </div>
    <div class="field">
      <label for="time">${say('time')}</label>
      <input
        id="time"
        type="time"
        step="300"
        .value=${time}
        @change=${set((value) => `${date}T${value}`)}
      />
    </div>`
}

export function whatFields(
  { panel, draft, services, change }: FieldsGiven,
  people: readonly Specialist[],
  isWrong: boolean,
): unknown {
  const say = dayTexts(panel.language)
  return html`<div class="field">
      <label for="specialist">${say('specialist')}</label>
      <select
        id="specialist"
        @change=${(event: Event) => change({ specialistId: Number(valueOf(event)) || null })}
      >
        ${panel.me.role === 'specialist' ? nothing : html`<option value="">${say('anySpecialist')}</option>`}
        ${people.map(
          (each) =>
            html`<option value=${each.id} ?selected=${each.id === draft.specialistId}>
              ${nameOf(each)}
            </option>`,
        )}
      </select>
    </div>
    <div class="field">
      <label for="service">${say('service')}</label>
      <select
        id="service"
        aria-invalid=${isWrong ? 'true' : 'false'}
        @change=${(event: Event) => change({ serviceId: Number(valueOf(event)) })}
      >
        ${services.map((service) => {
          const { minutes } = termsOf(service, draft.specialistId)
          return html`<option value=${service.id} ?selected=${service.id === draft.serviceId}>
            ${service.name} · ${panel.words.minutes(minutes)}
          </option>`
        })}
      </select>
      ${services.length === 0 ? html`<p class="wrong">${say('notDone')}</p>` : nothing}
    </div>`
}

/** Ways to pay, where there is a choice. */
export function payFields({ panel, draft, change }: FieldsGiven, quote: Quote | null): unknown {
  const say = dayTexts(panel.language)
  const { balance = null, methods = [], package_visits_left: left } = quote ?? {}
  const ways: [Method, string][] = [['on_site', say('on_site')]]
  if (balance && balance.amount > 0 && methods.includes('wallet')) {
    const sum = panel.words.money(balance)
    ways.push(['wallet', `${say('wallet')}, ${say('balance', { sum })}`])
  }
  if (methods.includes('package'))
    ways.push(['package', `${say('package')}, ${say('visitsLeft', { count: left ?? 0 })}`])
  if (ways.length < 2) return nothing
  return html`<fieldset class="field wide">
    <legend class="label">${say('payment')}</legend>
    <div class="ways">
      ${ways.map(
        ([method, name]) =>
          html`<label
            ><input
              type="radio"
              name="method"
              .checked=${draft.method === method}
              @change=${() => change({ method })}
            />${name}</label
          >`,
      )}
    </div>
  </fieldset>`
}

/** What it costs and why, before it is booked; of a time that is taken, that it is. */
export function quoteLines(
  { panel, draft }: FieldsGiven,
  quote: Quote | null,
  error: unknown,
): unknown {
  if (error) return html`<p class="wide hint" role="status">${reasonOf(error, panel.language)}</p>`
  // With nothing to take off, the sum beside the button says it all.
  if (!quote || draft.method === 'package' || quote.discounts.length === 0) return nothing
  return html`<dl class="sums wide">${priceLines(panel, quote)}</dl>`
}

/** What is to be paid. */
export function sumLine(
  panel: Panel,
  { specialistId, method }: Draft,
  service: Service | undefined,
  quote: Quote | null,
): unknown {
  if (!service) return nothing
  const say = dayTexts(panel.language)
  if (method === 'package') return html`<strong>${say('byPackage')}</strong>`
  const { amount } = termsOf(service, specialistId)
  const sum = quote
    ? panel.words.money(quote.total)
    : panel.words.sum(amount, service.price.currency)
  return html`<span role="status"><strong>${sum}</strong></span>`
}

function valueOf({ target }: Event): string {
  const isField = target instanceof HTMLSelectElement || target instanceof HTMLInputElement
  return isField ? target.value : ''
}
