import type { Specialist } from '@zapis/sdk'
import { css, html, type CSSResultGroup } from 'lit'
import { fullName } from '../catalogue/noun.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { hrefOf } from '../panel/router.ts'
import type { OutsideVisit } from './subject.ts'
import { scheduleTexts } from './texts/texts.ts'
import '../parts/side-panel.ts'

const SHOWN = 50

/** Which coming visits hours would leave outside: they stay, somebody has to move or cancel them. `agreed` goes on. */
export class OutsideDialog extends PanelElement {
  static override properties = { visits: { attribute: false }, action: {} }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      li {
        padding-block: var(--s2);
        border-block-start: 1px solid var(--line);
      }
    `,
  ]

  declare visits: readonly OutsideVisit[]
  /** What goes on; left out, there is nothing to decide any more. */
  declare action: string | undefined
  #people = new Read<Specialist[]>(this, () =>
    this.panel.api.specialists.list({ limit: 100 }).toArray(),
  )

  constructor() {
    super()
    this.visits = []
  }

  protected override panelChanged(): void {
    if (!this.#people.value && !this.#people.isBusy) void this.#people.load()
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const count = this.visits.length
    return html`<side-panel
      mode="middle"
      .heading=${say('outsideTitle', { count })}
      @closed=${() => this.#say('closed')}
    >
      <p>${say('outsideText')}</p>
      <ul>
        ${this.visits.slice(0, SHOWN).map((visit) => html`<li>${this.#visit(panel, visit)}</li>`)}
      </ul>
      ${
        count > SHOWN
          ? html`<p class="muted">${say('outsideMore', { count: count - SHOWN })}</p>`
          : ''
      }
      <footer slot="footer">
        <button class="quiet" @click=${() => this.#say('closed')}>
          ${say(this.action ? 'back' : 'close')}
        </button>
        ${
          this.action
            ? html`<button class="main" @click=${() => this.#say('agreed')}>${this.action}</button>`
            : ''
        }
      </footer>
    </side-panel>`
  }

  #visit(panel: Panel, { id, starts_at, specialist_id, location_id }: OutsideVisit): unknown {
    const location = panel.locations.find((each) => each.id === location_id)
    const zone = location?.time_zone ?? panel.organization.time_zone
    const person = this.#people.value?.find((each) => each.id === specialist_id)
    // In a page of its own: what is painted here is not saved yet.
    return html`<a href=${hrefOf(`day/${starts_at.slice(0, 10)}?visit=${id}`)} target="_blank"
        >${panel.words.moment(starts_at, zone)}</a
      >
      <span class="muted">
        ${[person && fullName(person), panel.locations.length > 1 ? location?.name : '']
          .filter(Boolean)
          .join(', ')}
      </span>`
  }

  #say(what: 'agreed' | 'closed'): void {
    this.dispatchEvent(new CustomEvent(what))
  }
}

customElements.define('outside-dialog', OutsideDialog)
