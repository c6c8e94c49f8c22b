import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { amountOf, typedOf } from '../words/amount.ts'

/**
 * A sum in the organization’s currency, typed as people write it; `amount` is minor units, null while it is no sum. `changed`
 * tells of each.
 */
export class MoneyInput extends PanelElement {
  static override properties = {
    amount: { attribute: false },
    label: {},
    isWrong: { attribute: false },
  }
  static override shadowRootOptions = { ...PanelElement.shadowRootOptions, delegatesFocus: true }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      div {
        position: relative;
      }
      input {
        padding-inline-end: 36px !important;
        text-align: end;
      }
      span {
        position: absolute;
        inset-block-start: 50%;
        inset-inline-end: 12px;
        translate: 0 -50%;
        color: var(--muted);
      }
    `,
  ]

  declare amount: number | null | undefined
  declare label: string
  declare isWrong: boolean

  constructor() {
    super()
    this.label = ''
    this.isWrong = false
  }

  protected override content({ organization, words }: Panel): unknown {
    const { currency } = organization
    const decimal = words.number(0.5, { minimumFractionDigits: 1 }).includes(',') ? ',' : '.'
    const [sign = currency] = words.sum(0, currency).match(/[^\d\s.,]+/) ?? []
    const shown = this.amount == null ? '' : typedOf(this.amount, currency, decimal)
    return html`<div>
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${this.label || nothing}
        aria-invalid=${this.isWrong ? 'true' : 'false'}
        .value=${shown}
        @change=${this.#typed}
      />
      <span aria-hidden="true">${sign}</span>
    </div>`
  }

  #typed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return
    const amount = amountOf(target.value, this.panel.organization.currency)
    this.isWrong = amount === null && target.value.trim() !== ''
    this.amount = this.isWrong ? this.amount : amount
    this.dispatchEvent(
      new CustomEvent<number | null>('changed', { detail: this.isWrong ? null : amount }),
    )
  }
}

customElements.define('money-input', MoneyInput)
