import type { NotificationRule, NotificationRules, Service } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { nameIn } from '../panel/names.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { rulesSheet } from './rules-sheet.ts'
import { rulesTable } from './rules-table.ts'
import { sectionSheet } from './section-sheet.ts'
import { ownOf, rulesOf, withoutOwn, withRule } from './service-rules.ts'
import { settingsTexts } from './texts/texts.ts'
import { waiting } from './waiting.ts'

type Rule = NotificationRule

/** What is told, when and by which way, and when nobody is woken. Put as a whole. */
export class NotificationsSection extends PanelElement {
  static override properties = {
    typed: { state: true },
    serviceId: { state: true },
    failure: { state: true },
    isBusy: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet, rulesSheet]

  declare typed: NotificationRules | undefined
  /** Whose rules are shown; null = those for all. */
  declare serviceId: number | null
  declare failure: unknown
  declare isBusy: boolean
  #letGo: (() => void) | undefined
  #read = new Read<NotificationRules>(this, async () => {
    const rules = await this.panel.api.notificationRules.get()
    this.typed = rules
    return rules
  })
  #services = new Read<Service[]>(this, () =>
    this.panel.api.services.list({ archived: true, limit: 100 }).toArray(),
  )

  constructor() {
    super()
    this.isBusy = false
    this.serviceId = null
  }

  get #isChanged(): boolean {
    return JSON.stringify(this.typed) !== JSON.stringify(this.#read.value)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#letGo?.()
    this.#letGo = undefined
  }

  protected override panelChanged(panel: Panel): void {
    this.#letGo ??= panel.guard(() => this.isConnected && this.#isChanged && !this.isBusy)
    if (!this.#read.value && !this.#read.isBusy) void this.#read.load()
    if (!this.#services.value && !this.#services.isBusy) void this.#services.load()
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const { typed } = this
    return html`<header>
        <h2>${say('notifications')}</h2>
        <p>${say('notificationsText')}</p>
      </header>
      ${typed ? this.#form(panel, typed) : waiting(panel, this.#read)}`
  }

  #form(panel: Panel, typed: NotificationRules): unknown {
    const say = settingsTexts(panel.language)
    return html`${this.#hours(panel, typed)} ${this.#whose(panel, typed)}
      ${rulesTable({
        panel,
        rules: rulesOf(typed.rules, this.serviceId),
        serviceId: this.serviceId,
        change: (rule, changes) => this.#change(rule, changes),
      })}
      ${
        this.failure
          ? html`<p class="notice bad" role="alert">${reasonOf(this.failure, panel.language)}</p>`
          : nothing
      }
      <footer>
        <button
          class="main"
          aria-disabled=${this.isBusy || !this.#isChanged}
          @click=${() => this.#save(panel)}
        >
          ${say('save')}
        </button>
      </footer>`
  }

  /** For which service, and the way back to what holds for all. */
  #whose(panel: Panel, { rules }: NotificationRules): unknown {
    const say = settingsTexts(panel.language)
    const { serviceId } = this
    const services = (this.#services.value ?? []).filter(
      ({ id, archived_at }) => archived_at === null || ownOf(rules, id).length > 0,
    )
    const chosen = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) this.serviceId = Number(target.value) || null
    }
    const named = (service: Service) => {
      const name = nameIn(service, panel.language)
      const count = ownOf(rules, service.id).length
      return count > 0 ? say('ownRules', { name, count }) : name
    }
    return html`<div class="filters">
      <label class="row"
        >${say('forWhat')}
        <select id="service" @change=${chosen}>
          <option value="">${say('forAll')}</option>
          ${services.map(
            (each) =>
              html`<option value=${each.id} ?selected=${each.id === serviceId}>
                ${named(each)}
              </option>`,
          )}
        </select></label
      >
      ${
        serviceId !== null && ownOf(rules, serviceId).length > 0
          ? html`<button
              class="quiet"
              @click=${() => this.#set({ rules: withoutOwn(rules, serviceId) })}
            >
              ${say('asForAll')}
            </button>`
          : nothing
      }
    </div>`
  }

  #hours(panel: Panel, typed: NotificationRules): unknown {
    const say = settingsTexts(panel.language)
    const time = (name: 'quiet_from' | 'quiet_to', label: string) =>
      html`<label class="row"
        >${label}
        <input
          type="time"
          .value=${typed[name]}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement &&
            target.value &&
            this.#set({ [name]: target.value })}
      /></label>`
    return html`<div class="card stack narrow">
      <div class="quiet-hours">
        ${time('quiet_from', say('quietFrom'))} ${time('quiet_to', say('quietTo'))}
      </div>
      <p class="muted small">${say('quietHint')}</p>
      <label class="row"
        ><input
          type="checkbox"
          .checked=${typed.shows_service}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#set({ shows_service: target.checked })}
        /><span>${say('showsService')}</span></label
      >
      <div class="field">
        <label for="review">${say('reviewUrl')}</label>
        <input
          id="review"
          type="url"
          placeholder="https://…"
          .value=${typed.review_url ?? ''}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#set({ review_url: target.value || null })}
        />
      </div>
    </div>`
  }

  #change(rule: Rule, changes: Partial<Rule>): void {
    if (this.typed) this.#set({ rules: withRule(this.typed.rules, rule, this.serviceId, changes) })
  }

  #set(changes: Partial<NotificationRules>): void {
    if (this.typed) this.typed = { ...this.typed, ...changes }
  }

  async #save(panel: Panel): Promise<void> {
    const { typed } = this
    if (!typed || this.isBusy || !this.#isChanged) return
    this.isBusy = true
    this.failure = undefined
    try {
      const { version, rules, ...common } = typed
      // A rule that is not named is as it comes: only what was set is put.
      const set = rules
        .filter(({ is_default }) => !is_default)
        .map(({ is_default: _isDefault, blocked_by: _blockedBy, ...rule }) => rule)
      const saved = await panel.api.notificationRules.put(
        { ...common, rules: set },
        { ifMatch: version },
      )
      this.#read.set(saved)
      this.typed = saved
      panel.toast({ text: settingsTexts(panel.language)('saved') })
    } catch (error) {
      this.failure = error
    } finally {
      this.isBusy = false
    }
  }
}

customElements.define('notifications-section', NotificationsSection)
