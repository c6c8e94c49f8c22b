import type { Client, NotificationPreferences, NotificationPreferencesChange } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { tabSheet } from './tab-sheet.ts'
import { clientTexts } from './texts/texts.ts'

type Channel = NotificationPreferences['available'][number]
type Change = (known: NotificationPreferences) => NotificationPreferencesChange

/** How somebody wants to be told, which the desk may change at their word. */
export class TellingCard extends PanelElement {
  static override properties = { client: { attribute: false }, refusals: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    tabSheet,
    css`
      section {
        margin-block-end: var(--s4);
      }
      .row {
        gap: var(--s2) var(--s6);
      }
      label.row {
        gap: var(--s2);
      }
    `,
  ]

  declare client: Client
  declare refusals: number
  #known = new Read(this, (signal) =>
    this.panel.api.clients.notificationPreferences(this.client.id, { signal }),
  )
  /** One change after another: each is over what the last one made. */
  #turn = Promise.resolve()

  constructor() {
    super()
    this.refusals = 0
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('client')) void this.updateComplete.then(() => this.#known.load())
  }

  protected override content(panel: Panel): unknown {
    const { value: known, error } = this.#known
    if (error)
      return html`<p class="notice bad" role="alert">${reasonOf(error, panel.language)}</p>`
    if (!known) return html`<i class="bone block"></i>`
    // What was refused is drawn anew: what is shown is what holds.
    return keyed(this.refusals, this.#fields(panel, known))
  }

  #fields(panel: Panel, known: NotificationPreferences): unknown {
    const say = clientTexts(panel.language)
    return html`<section class="card stack" aria-label=${say('howToTell')}>
      <strong>${say('howToTell')}</strong>
      <div class="row">
        ${known.available.map((channel) =>
          this.#flag(panel, say(`channel_${channel}`), isOn(known, channel), (isWanted, now) => ({
            channels: withChannel(now, channel, isWanted),
          })),
        )}
      </div>
      <div class="row">
        ${this.#flag(panel, say('toBeReminded'), known.reminders, (reminders) => ({ reminders }))}
        ${this.#flag(panel, say('afterVisits'), known.follow_ups, (follow_ups) => ({ follow_ups }))}
        ${this.#flag(
          panel,
          say('calendarByEmail'),
          known.calendar_by_email,
          (calendar_by_email) => ({ calendar_by_email }),
        )}
      </div>
      ${this.#hours(panel, known)}
    </section>`
  }

  #flag(
    panel: Panel,
    name: string,
    isSet: boolean,
    change: (isWanted: boolean, known: NotificationPreferences) => NotificationPreferencesChange,
  ): unknown {
    const changed = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return
      const { checked } = target
      this.#change(panel, (known) => change(checked, known))
    }
    return html`<label class="row"
      ><input type="checkbox" .checked=${isSet} @change=${changed} /><span>${name}</span></label
    >`
  }

  /** Both or neither, and when they are left: each key that is pressed in a time is a change of it. */
  #hours(panel: Panel, { quiet_from, quiet_to }: NotificationPreferences): unknown {
    const say = clientTexts(panel.language)
    const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
      const isWithin = relatedTarget instanceof Node && isIn(currentTarget, relatedTarget)
      const [from = '', to = ''] = [...this.renderRoot.querySelectorAll('.hours input')]
        .filter((input) => input instanceof HTMLInputElement)
        .map(({ value }) => value)
      if (isWithin || (from === '') !== (to === '')) return
      if (from === (quiet_from ?? '') && to === (quiet_to ?? '')) return
      this.#change(panel, () => ({ quiet_from: from || null, quiet_to: to || null }))
    }
    const time = (name: string, value: string | null) =>
      html`<label class="row">${name} <input type="time" .value=${value ?? ''} /></label>`
    return html`<div class="row hours" @focusout=${left}>
        ${time(say('quietFrom'), quiet_from)} ${time(say('quietTo'), quiet_to)}
        ${
          quiet_from === null
            ? html`<span class="small muted">${say('quietAsClinic')}</span>`
            : html`<button
                class="quiet"
                @click=${() => this.#change(panel, () => ({ quiet_from: null, quiet_to: null }))}
              >
                ${say('quietAsClinicAgain')}
              </button>`
        }
      </div>
      ${quiet_from !== null && quiet_from === quiet_to ? html`<p class="small muted">${say('quietNever')}</p>` : nothing}`
  }

  #change(panel: Panel, change: Change): void {
    this.#turn = this.#turn.then(() => this.#send(panel, change))
  }

  async #send({ api, toast, refused, language }: Panel, change: Change): Promise<void> {
    const { value: known } = this.#known
    if (!known) return
    try {
      this.#known.set(
        await api.clients.updateNotificationPreferences(this.client.id, change(known), {
          ifMatch: known.version,
        }),
      )
      toast({ text: clientTexts(language)('saved'), tone: 'good' })
    } catch (error) {
      refused(error)
      await this.#known.load()
      this.refusals++
    }
  }
}

function isIn(row: EventTarget | null, target: Node): boolean {
  return row instanceof Node && row.contains(target)
}

function isOn({ channels }: NotificationPreferences, channel: Channel): boolean {
  return channels.find((one) => one.channel === channel)?.enabled ?? channel !== 'whatsapp'
}

/** All that the clinic writes by, in the order that they have: one that is let in again does not come before the others. */
function withChannel(
  known: NotificationPreferences,
  channel: Channel,
  isWanted: boolean,
): NotificationPreferences['channels'] {
  const own = known.channels.map((one) => one.channel)
  const usual = (['telegram', 'max', 'webpush', 'email', 'whatsapp'] as const).filter(
    (each) => !own.includes(each),
  )
  return [...own, ...usual].map((each) => ({
    channel: each,
    enabled: each === channel ? isWanted : isOn(known, each),
  }))
}

customElements.define('telling-card', TellingCard)
