import type { StaffNotificationPreferences, TelegramLink } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'

const whose = ['none', 'own', 'all'] as const
type Whose = (typeof whose)[number]

/** What one is told of as a member of staff, and whether by Telegram. */
export class OwnTelling extends PanelElement {
  static override properties = { link: { state: true }, refusals: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  declare link: TelegramLink | undefined
  declare refusals: number
  #known = new Read(this, (signal) => this.panel.api.notificationPreferences.get({ signal }))

  constructor() {
    super()
    this.refusals = 0
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.#look)
    void this.updateComplete.then(() => this.#known.load())
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#look)
    super.disconnectedCallback()
  }

  /** Who comes back from Telegram sees that it is linked; a link that is over makes room for another. */
  #look = (): void => {
    if (document.hidden || !this.link) return
    if (Date.parse(this.link.expires_at) < Date.now()) this.link = undefined
    void this.#known.load()
  }

  protected override content(panel: Panel): unknown {
    const { value: known, error } = this.#known
    const say = settingsTexts(panel.language)
    if (error)
      return html`<p class="notice bad" role="alert">${reasonOf(error, panel.language)}</p>`
    return html`<div class="card stack narrow">
      <h3>${say('ownTelling')}</h3>
      ${
        known
          ? html`${this.#choices(panel, known)} ${this.#telegram(panel, known)}`
          : html`<i class="bone"></i>`
      }
    </div>`
  }

  /** What was refused is drawn anew: what is shown is what holds. */
  #choices(panel: Panel, known: StaffNotificationPreferences): unknown {
    return keyed(
      this.refusals,
      html`${this.#choice(panel, 'bookings', known)} ${this.#choice(panel, 'cancellations', known)}`,
    )
  }

  #choice(
    panel: Panel,
    what: 'bookings' | 'cancellations',
    known: StaffNotificationPreferences,
  ): unknown {
    const say = settingsTexts(panel.language)
    const changed = ({ target }: Event) => {
      const wanted = whose.find(
        (each) => target instanceof HTMLSelectElement && target.value === each,
      )
      if (wanted) void this.#change(panel, { [what]: wanted })
    }
    const name = (each: Whose) => say(`told_${each}`)
    // Who is no specialist has no visits of their own: to them it is the same as none.
    const isSpecialist = panel.me.specialist_id !== null
    const offered = whose.filter((each) => isSpecialist || each !== 'own')
    const chosen = offered.find((each) => each === known[what]) ?? 'none'
    return html`<div class="field">
      <label for=${what}>${say(`told_of_${what}`)}</label>
      <select id=${what} @change=${changed}>
        ${offered.map(
          (each) => html`<option value=${each} .selected=${chosen === each}>${name(each)}</option>`,
        )}
      </select>
    </div>`
  }

  #telegram(panel: Panel, { telegram }: StaffNotificationPreferences): unknown {
    const say = settingsTexts(panel.language)
    if (telegram === 'unavailable')
      return html`<p class="small muted">${say('telegramUnavailable')}</p>`
    if (telegram === 'linked')
      return html`<p>${say('telegramLinked')}</p>
        <div>
          <button class="quiet" @click=${() => this.#unlink(panel)}>
            ${say('unlinkTelegram')}
          </button>
        </div>`
    const { link } = this
    return html`<p class="small muted">${say('telegramUnlinked')}</p>
      <div class="row">
        ${
          link
            ? html`<a class="main" href=${link.url} target="_blank" rel="noreferrer"
                >${say('openTelegram')}</a
              >`
            : html`<button class="quiet" @click=${() => this.#link(panel)}>
                ${say('linkTelegram')}
              </button>`
        }
      </div>
      ${link ? html`<p class="small muted">${say('linkOnce')}</p>` : nothing}`
  }

  async #change(
    panel: Panel,
    changes: Parameters<Panel['api']['notificationPreferences']['update']>[0],
  ): Promise<void> {
    try {
      this.#known.set(await panel.api.notificationPreferences.update(changes))
      panel.toast({ text: settingsTexts(panel.language)('saved') })
    } catch (error) {
      panel.refused(error)
      await this.#known.load()
      this.refusals++
    }
  }

  async #link(panel: Panel): Promise<void> {
    try {
      this.link = await panel.api.notificationPreferences.telegramLink()
    } catch (error) {
      panel.refused(error)
    }
  }

  async #unlink(panel: Panel): Promise<void> {
    try {
      await panel.api.notificationPreferences.unlinkTelegram()
      this.link = undefined
      await this.#known.load()
    } catch (error) {
      panel.refused(error)
    }
  }
}

customElements.define('own-telling', OwnTelling)
