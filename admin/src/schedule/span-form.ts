import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Wanted } from './absences.ts'
import { scheduleTexts } from './texts/texts.ts'

type Kind = 'dayOff' | 'hoursOff' | 'shift'
const kinds: readonly Kind[] = ['dayOff', 'hoursOff', 'shift']

/** What the chosen days are to be: `wanted` bears it. */
export class SpanForm extends PanelElement {
  static override properties = { kind: { state: true }, isBusy: { attribute: false } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      form {
        display: grid;
        gap: var(--s3);
      }
      .times {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s3);
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
    `,
  ]

  declare kind: Kind
  declare isBusy: boolean

  constructor() {
    super()
    this.kind = 'dayOff'
    this.isBusy = false
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    return html`<form @submit=${this.#sent}>
      <div class="kinds" role="group" aria-label=${say('whatDays')}>
        ${kinds.map(
          (kind) =>
            html`<button
              type="button"
              class="quiet"
              aria-pressed=${kind === this.kind}
              @click=${() => (this.kind = kind)}
            >
              ${say(kind)}
            </button>`,
        )}
      </div>
      ${this.kind === 'dayOff' ? nothing : this.#times(panel)}
      <div class="field">
        <label for="reason">${say('reason')}</label>
        <input id="reason" name="reason" maxlength="500" placeholder=${say('reasonHint')} />
      </div>
      <button class="main" aria-disabled=${this.isBusy}>${say('put')}</button>
    </form>`
  }

  #times(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const time = (name: 'from' | 'to', value: string) =>
      html`<div class="field">
        <label for=${name}>${say(name)}</label>
        <input id=${name} name=${name} type="time" required .value=${value} />
      </div>`
    return html`<div class="times">${time('from', '09:00')} ${time('to', '18:00')}</div>
      ${
        this.kind === 'shift' && panel.locations.length > 1
          ? html`<div class="field">
              <label for="place">${say('location')}</label>
              <select id="place" name="place">
                ${panel.locations.map(
                  ({ id, name }) =>
                    html`<option value=${id} ?selected=${id === panel.location?.id}>
                      ${name}
                    </option>`,
                )}
              </select>
            </div>`
          : nothing
      }`
  }

  #sent = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.isBusy || !(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    const read = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }
    const isWhole = this.kind === 'dayOff'
    const detail: Omit<Wanted, 'from' | 'to'> = {
      kind: this.kind === 'shift' ? 'shift' : 'off',
      starts: isWhole ? null : read('from'),
      ends: isWhole ? null : read('to') === '00:00' ? '24:00' : read('to'),
      place:
        this.kind === 'shift' ? Number(read('place')) || (this.panel.location?.id ?? null) : null,
      reason: read('reason'),
    }
    this.dispatchEvent(new CustomEvent('wanted', { detail }))
  }
}

customElements.define('span-form', SpanForm)
