import type { Client, ClientDiscount, ClientPackage, Service, Specialist, Wallet } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { nameOf, termsOf } from './catalogue.ts'
import { dayTexts } from './texts/texts.ts'

export type Method = 'on_site' | 'wallet' | 'package'

/** What the client has to pay with. */
export interface Means {
  wallet: Wallet | null
  packages: readonly ClientPackage[]
  discounts: readonly ClientDiscount[]
}

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
export function payFields(
  { panel, draft, change }: FieldsGiven,
  means: Means | undefined,
): unknown {
  const say = dayTexts(panel.language)
  const { wallet = null, packages = [] } = means ?? {}
  const usable = packages.find(({ service_id, usable }) => usable && service_id === draft.serviceId)
  const ways: [Method, string][] = [['on_site', say('on_site')]]
  if (wallet && wallet.balance.amount > 0) {
    const sum = panel.words.money(wallet.balance)
    ways.push(['wallet', `${say('wallet')}, ${say('balance', { sum })}`])
  }
  if (usable)
    ways.push(['package', `${say('package')}, ${say('visitsLeft', { count: usable.visits_left })}`])
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

/** The price, and the personal discount that the server will take off it. */
export function priceLine(
  panel: Panel,
  { wall, specialistId }: Draft,
  service: Service | undefined,
  means: Means | undefined,
): unknown {
  if (!service) return nothing
  const { amount } = termsOf(service, specialistId)
  const today = wall.slice(0, 10)
  const fitting = (means?.discounts ?? []).filter(
    ({ service_id, valid_from, valid_to }) =>
      (service_id === null || service_id === service.id) &&
      (valid_from ?? '') <= today &&
      today <= (valid_to ?? '9999'),
  )
  const best = Math.max(0, ...fitting.map(({ discount_percent }) => discount_percent))
  const percent = panel.words.percent(best / 100)
  return html`<span
    ><strong>${panel.words.sum(amount, service.price.currency)}</strong> ${
      best > 0
        ? html`<span class="tag"
            >${dayTexts(panel.language)('personalDiscount', { percent })}</span
          >`
        : nothing
    }</span
  >`
}

function valueOf({ target }: Event): string {
  const isField = target instanceof HTMLSelectElement || target instanceof HTMLInputElement
  return isField ? target.value : ''
}
