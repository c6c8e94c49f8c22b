import type { Client, NotificationPreferences, NotificationPreferencesChange } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { overNewer } from '../panel/over-newer.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { tabSheet } from './tab-sheet.ts'
import { clientTexts } from './texts/texts.ts'

type Channel = NotificationPreferences['available'][number]

/** How somebody wants to be told, which the desk may change at their word. */
export class TellingCard extends PanelElement {
  static override properties = { client: { attribute: false } }
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
  #known = new Read(this, (signal) =>
    this.panel.api.clients.notificationPreferences(this.client.id, { signal }),
  )

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('client')) void this.updateComplete.then(() => this.#known.load())
  }

  protected override content(panel: Panel): unknown {
    const { value: known, error } = this.#known
    if (error)
      return html`<p class="notice bad" role="alert">${reasonOf(error, panel.language)}</p>`
    if (!known) return html`<i class="bone block"></i>`
    const say = clientTexts(panel.language)
    return html`<section class="card stack" aria-label=${say('howToTell')}>
      <strong>${say('howToTell')}</strong>
      <div class="row">
        ${known.available.map((channel) =>
          this.#flag(panel, say(`channel_${channel}`), isOn(known, channel), (isWanted) => ({
            channels: withChannel(known, channel, isWanted),
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
    change: (isWanted: boolean) => NotificationPreferencesChange,
  ): unknown {
    const changed = ({ target }: Event) =>
      target instanceof HTMLInputElement && this.#change(panel, change(target.checked))
    return html`<label class="row"
      ><input type="checkbox" .checked=${isSet} @change=${changed} /><span>${name}</span></label
    >`
  }

  /** Both or neither: with one of them typed, nothing is sent yet. */
  #hours(panel: Panel, { quiet_from, quiet_to }: NotificationPreferences): unknown {
    const say = clientTexts(panel.language)
    const changed = () => {
      const [quiet_from = '', quiet_to = ''] = [...this.renderRoot.querySelectorAll('.hours input')]
        .filter((input) => input instanceof HTMLInputElement)
        .map(({ value }) => value)
      if ((quiet_from === '') !== (quiet_to === '')) return
      void this.#change(panel, { quiet_from: quiet_from || null, quiet_to: quiet_to || null })
    }
    const time = (name: string, value: string | null) =>
      html`<label class="row"
        >${name} <input type="time" .value=${value ?? ''} @change=${changed}
      /></label>`
    return html`<div class="row hours">
        ${time(say('quietFrom'), quiet_from)} ${time(say('quietTo'), quiet_to)}
        ${
          quiet_from === null
            ? html`<span class="small muted">${say('quietAsClinic')}</span>`
            : html`<button
                class="quiet"
                @click=${() => this.#change(panel, { quiet_from: null, quiet_to: null })}
              >
                ${say('quietAsClinicAgain')}
              </button>`
        }
      </div>
      ${quiet_from !== null && quiet_from === quiet_to ? html`<p class="small muted">${say('quietNever')}</p>` : nothing}`
  }

  async #change(panel: Panel, changes: NotificationPreferencesChange): Promise<void> {
    const { api, toast, refused, language } = panel
    const ifMatch = this.#known.value?.version
    try {
      const known = await overNewer(
        () =>
          api.clients.updateNotificationPreferences(this.client.id, changes, {
            ...(ifMatch === undefined ? {} : { ifMatch }),
          }),
        () => this.#known.load(),
      )
      this.#known.set(known)
      toast({ text: clientTexts(language)('saved'), tone: 'good' })
    } catch (error) {
      refused(error)
      // What is shown is what holds.
      void this.#known.load()
    }
  }
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
