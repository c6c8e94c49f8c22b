import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { catalogueTexts } from './texts/texts.ts'
import '../parts/money-input.ts'

/** Somebody does a service, or a service is done by them: at the usual price and length where these are null. */
export interface Offer {
  id: number
  price: number | null
  duration_min: number | null
}

/** Offers as the contract’s list of them says, whose other side is named by `key`. */
export function offersOf(value: unknown, key: 'specialist_id' | 'service_id'): Offer[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return []
    const read = (name: string) => {
      const found: unknown = Reflect.get(each, name)
      return typeof found === 'number' ? found : null
    }
    const id = read(key)
    return id === null ? [] : [{ id, price: read('price'), duration_min: read('duration_min') }]
  })
}

/** Who does it, or what somebody does: ticked, with a price and a length of their own where they have any. */
export class OfferList extends PanelElement {
  static override properties = { options: { attribute: false }, value: { attribute: false } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      ul {
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 120px 110px;
        gap: var(--s2);
        align-items: center;
        padding: var(--s1) var(--s3);
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      label.who {
        display: flex;
        gap: var(--s2);
        align-items: center;
        min-block-size: var(--control);
      }
      .unit {
        position: relative;
      }
      .unit input {
        padding-inline-end: 42px !important;
        text-align: end;
      }
      .unit span {
        position: absolute;
        inset-block-start: 50%;
        inset-inline-end: 10px;
        translate: 0 -50%;
        color: var(--muted);
        pointer-events: none;
      }
      @media (max-width: 480px) {
        li {
          grid-template-columns: 1fr 1fr;
        }
        label.who {
          grid-column: 1 / -1;
        }
      }
    `,
  ]

  declare options: readonly { id: number; name: string }[]
  declare value: readonly Offer[]

  constructor() {
    super()
    this.options = []
    this.value = []
  }

  protected override content(panel: Panel): unknown {
    return html`<ul>
      ${this.options.map(({ id, name }) => {
        const offer = this.value.find((each) => each.id === id)
        return html`<li>
          <label class="who"
            ><input
              type="checkbox"
              .checked=${offer !== undefined}
              @change=${() => this.#turn(id)}
            /><span>${name}</span></label
          >
          ${offer ? this.#own(panel, offer, name) : nothing}
        </li>`
      })}
    </ul>`
  }

  #own({ language }: Panel, offer: Offer, name: string): unknown {
    const say = catalogueTexts(language)
    const typed = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return
      this.#set({ ...offer, duration_min: target.value === '' ? null : Number(target.value) })
    }
    return html`<money-input
        .label=${`${say('ownPrice')}: ${name}`}
        .amount=${offer.price}
        @changed=${({ detail }: CustomEvent<number | null>) =>
          this.#set({ ...offer, price: detail })}
      ></money-input>
      <div class="unit">
        <input
          type="number"
          min="1"
          max="1440"
          aria-label=${`${say('ownDuration')}: ${name}`}
          .value=${offer.duration_min === null ? '' : String(offer.duration_min)}
          @change=${typed}
        /><span aria-hidden="true">${shellTexts(language)('minutesShort')}</span>
      </div>`
  }

  #turn(id: number): void {
    const isOn = this.value.some((each) => each.id === id)
    const others = this.value.filter((each) => each.id !== id)
    this.#tell(isOn ? others : [...others, { id, price: null, duration_min: null }])
  }

  #set(offer: Offer): void {
    this.#tell(this.value.map((each) => (each.id === offer.id ? offer : each)))
  }

  #tell(value: readonly Offer[]): void {
    this.value = value
    this.dispatchEvent(new CustomEvent<readonly Offer[]>('changed', { detail: value }))
  }
}

customElements.define('offer-list', OfferList)
