import type { NotificationRule, NotificationRules } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { schemaOf } from '../form/field-plan.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { sectionSheet } from './section-sheet.ts'
import { rulesSheet } from './rules-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import { waiting } from './waiting.ts'

type Rule = NotificationRule
type Channel = Rule['channels'][number]

const channels: readonly Channel[] = ['webpush', 'telegram', 'email', 'whatsapp']

/** Told at once, so that how far does not matter. */
const atOnce = new Set<Rule['template']>([
  'confirmed',
  'moved',
  'cancelled',
  'package_low',
  'balance',
  'staff_booked',
  'staff_cancelled',
])

/** What is told, when and by which way, and when nobody is woken. Put as a whole. */
export class NotificationsSection extends PanelElement {
  static override properties = {
    typed: { state: true },
    failure: { state: true },
    isBusy: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet, rulesSheet]

  declare typed: NotificationRules | undefined
  declare failure: unknown
  declare isBusy: boolean
  #letGo: (() => void) | undefined
  #read = new Read<NotificationRules>(this, async () => {
    const rules = await this.panel.api.notificationRules.get()
    this.typed = rules
    return rules
  })

  constructor() {
    super()
    this.isBusy = false
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
    const general = typed.rules.filter(({ service_id }) => service_id === null)
    const own = typed.rules.length - general.length
    return html`${this.#hours(panel, typed)}
      <div class="around" role="region" tabindex="0" aria-label=${say('notifications')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${say('told')}</th>
              <th scope="col">${say('howFar')}</th>
              <th scope="col">${say('channels')}</th>
            </tr>
          </thead>
          <tbody>
            ${general.map((rule) => this.#rule(panel, rule))}
          </tbody>
        </table>
      </div>
      ${own > 0 ? html`<p class="muted small">${say('ownRules', { count: own })}</p>` : nothing}
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

  #rule(panel: Panel, rule: Rule): unknown {
    const say = settingsTexts(panel.language)
    const name = say(`template_${rule.template}`)
    return html`<tr>
      <td>
        <label
          ><input
            type="checkbox"
            .checked=${rule.enabled}
            @change=${({ target }: Event) =>
              target instanceof HTMLInputElement && this.#change(rule, { enabled: target.checked })}
          /><span>${name}</span></label
        >
      </td>
      <td>${atOnce.has(rule.template) ? '—' : this.#offset(panel, rule, name)}</td>
      <td>
        <div class="ways" role="group" aria-label=${`${say('channels')}: ${name}`}>
          ${[...rule.channels, ...channels.filter((each) => !rule.channels.includes(each))].map(
            (channel) => {
              const at = rule.channels.indexOf(channel)
              return html`<button
                class="quiet"
                aria-pressed=${at !== -1}
                @click=${() => this.#turn(rule, channel)}
              >
                ${at === -1 ? '' : `${at + 1}. `}${say(`channel_${channel}`)}
              </button>`
            },
          )}
        </div>
      </td>
    </tr>`
  }

  #offset({ language, words }: Panel, rule: Rule, name: string): unknown {
    const { offset_min } = rule
    const spelled =
      offset_min % 1440 === 0
        ? words.number(offset_min / 1440, { style: 'unit', unit: 'day', unitDisplay: 'long' })
        : words.number(offset_min / 60, {
            style: 'unit',
            unit: 'hour',
            unitDisplay: 'long',
            maximumFractionDigits: 1,
          })
    const { minimum, maximum } = schemaOf(operations.notificationRules.put.body, 'offset_min')
    return html`<div class="row">
      <input
        type="number"
        min=${minimum ?? 0}
        max=${maximum ?? 525600}
        aria-label=${`${settingsTexts(language)('howFar')}: ${name}`}
        .value=${String(offset_min)}
        @change=${({ target }: Event) =>
          target instanceof HTMLInputElement &&
          this.#change(rule, { offset_min: Math.max(0, Math.round(Number(target.value))) })}
      />
      <span class="muted small">${spelled}</span>
    </div>`
  }

  /** The first that is pressed is the best; the last one stays: something has to be told by. */
  #turn(rule: Rule, channel: Channel): void {
    const isOn = rule.channels.includes(channel)
    const next = isOn
      ? rule.channels.filter((each) => each !== channel)
      : [...rule.channels, channel]
    if (next.length > 0) this.#change(rule, { channels: next })
  }

  #change(rule: Rule, changes: Partial<Rule>): void {
    const rules = this.typed?.rules.map((each) =>
      each === rule ? { ...each, ...changes, is_default: false } : each,
    )
    if (rules) this.#set({ rules })
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
        .map(({ is_default: _isDefault, ...rule }) => rule)
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
