import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { scheduleTexts } from './texts/texts.ts'

export interface HolidayWanted {
  name: string
  /** null = closed. */
  opens: string | null
  closes: string | null
  isEverywhere: boolean
}

/** What the chosen days are to be for the branch: `wanted` bears it. */
export class HolidayForm extends PanelElement {
  static override properties = { isShort: { state: true }, isBusy: { attribute: false } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      form {
        display: grid;
        gap: var(--s3);
      }
      .times,
      .kinds {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s2);
      }
      label.flag {
        display: flex;
        gap: var(--s2);
        align-items: center;
      }
    `,
  ]

  declare isShort: boolean
  declare isBusy: boolean

  constructor() {
    super()
    this.isShort = false
    this.isBusy = false
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const choice = (isShort: boolean) =>
      html`<button
        type="button"
        class="quiet"
        aria-pressed=${isShort === this.isShort}
        @click=${() => (this.isShort = isShort)}
      >
        ${say(isShort ? 'shortDay' : 'closed')}
      </button>`
    const time = (name: 'from' | 'to', value: string) =>
      html`<div class="field">
        <label for=${name}>${say(name)}</label>
        <input id=${name} name=${name} type="time" required .value=${value} />
      </div>`
    return html`<form @submit=${this.#sent}>
      <div class="kinds" role="group" aria-label=${say('whatDays')}>
        ${choice(false)}${choice(true)}
      </div>
      ${this.isShort ? html`<div class="times">${time('from', '10:00')} ${time('to', '16:00')}</div>` : nothing}
      <div class="field">
        <label for="name">${say('holidayName')}</label>
        <input id="name" name="name" required maxlength="200" placeholder=${say('holidayHint')} />
      </div>
      ${
        panel.locations.length > 1
          ? html`<label class="flag"
              ><input type="checkbox" name="everywhere" /><span>${say('everywhere')}</span></label
            >`
          : nothing
      }
      <button class="main" aria-disabled=${this.isBusy}>${say('put')}</button>
    </form>`
  }

  #sent = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.isBusy || !(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    const read = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }
    const detail: HolidayWanted = {
      name: read('name'),
      opens: this.isShort ? read('from') : null,
      closes: this.isShort ? (read('to') === '00:00' ? '24:00' : read('to')) : null,
      isEverywhere: data.has('everywhere'),
    }
    this.dispatchEvent(new CustomEvent('wanted', { detail }))
  }
}

customElements.define('holiday-form', HolidayForm)
