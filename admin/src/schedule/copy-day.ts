import { css, html, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { scheduleTexts } from './texts/texts.ts'
import { DAYS, timeOf, type Hours } from './week.ts'
import { dayName } from './week-grid.ts'
import '../parts/side-panel.ts'

/** Which day goes onto which: `copied` bears them. */
export class CopyDay extends PanelElement {
  static override properties = {
    hours: { attribute: false },
    from: { state: true },
    onto: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      label.day {
        display: flex;
        gap: var(--s2);
        align-items: center;
        min-block-size: var(--control);
        text-transform: capitalize;
      }
      label .muted {
        text-transform: none;
      }
    `,
  ]

  declare hours: readonly Hours[]
  declare from: number
  declare onto: readonly number[]

  constructor() {
    super()
    this.hours = []
    this.from = 1
    this.onto = [2, 3, 4, 5]
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const spell = (day: number) =>
      this.hours
        .filter((each) => each.day === day)
        .map(({ from, to }) => `${timeOf(from)}–${timeOf(to)}`)
        .join(', ') || say('closed')
    const turn = (day: number) =>
      (this.onto = this.onto.includes(day)
        ? this.onto.filter((each) => each !== day)
        : [...this.onto, day])
    return html`<side-panel
      mode="middle"
      .heading=${say('copyDay')}
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <div class="stack">
        <div class="field">
          <label for="from">${say('copyFrom')}</label>
          <select
            id="from"
            @change=${({ target }: Event) =>
              target instanceof HTMLSelectElement && (this.from = Number(target.value))}
          >
            ${DAYS.map(
              (day) =>
                html`<option value=${day} ?selected=${day === this.from}>
                  ${dayName(panel, day, 'long')}: ${spell(day)}
                </option>`,
            )}
          </select>
        </div>
        <fieldset>
          <legend class="label">${say('copyOnto')}</legend>
          ${DAYS.filter((day) => day !== this.from).map(
            (day) =>
              html`<label class="day"
                ><input
                  type="checkbox"
                  .checked=${this.onto.includes(day)}
                  @change=${() => turn(day)}
                /><span>${dayName(panel, day, 'long')}</span>
                <span class="muted small">${spell(day)}</span></label
              >`,
          )}
        </fieldset>
      </div>
      <footer slot="footer">
        <button class="main" aria-disabled=${this.onto.length === 0} @click=${() => this.#copy()}>
          ${say('copy')}
        </button>
      </footer>
    </side-panel>`
  }

  #copy(): void {
    if (this.onto.length === 0) return
    const detail = { from: this.from, onto: [...this.onto] }
    this.dispatchEvent(new CustomEvent('copied', { detail }))
  }
}

customElements.define('copy-day', CopyDay)
