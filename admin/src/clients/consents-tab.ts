import type { Client, ConsentChange, ConsentRecord } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { clientTexts, type ClientKey } from './texts/texts.ts'
import { tabSheet } from './tab-sheet.ts'

type Kind = ConsentChange['kind']

const kinds: readonly (readonly [Kind, ClientKey])[] = [
  ['personal_data', 'personal_data'],
  ['marketing', 'adverts'],
  ['third_party', 'third_party'],
]

/** What somebody has agreed to: the latest word on each, and every word before it. */
export class ConsentsTab extends PanelElement {
  static override properties = { client: { attribute: false } }
  static override styles: CSSResultGroup = [PanelElement.styles, tabSheet]

  declare client: Client
  #records = new Read(this, () =>
    this.panel.api.clients.consents(this.client.id, { limit: 100 }).toArray(),
  )

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('client')) void this.updateComplete.then(() => this.#records.load())
  }

  protected override content(panel: Panel): unknown {
    const { value: records, error } = this.#records
    if (error)
      return html`<p class="notice bad" role="alert">${reasonOf(error, panel.language)}</p>`
    if (!records) return html`<i class="bone block"></i>`
    return html`<ul class="cards">
      ${kinds.map(([kind, key]) =>
        this.#card(
          kind,
          key,
          records.filter((each) => each.kind === kind),
          panel,
        ),
      )}
    </ul>`
  }

  #card(kind: Kind, key: ClientKey, records: ConsentRecord[], panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const [latest] = records
    const isGiven = latest?.granted === true
    return html`<li class="card stack">
      <div class="row">
        <strong>${say(key)}</strong><span class="space"></span>
        <span class="tag">${say(latest ? (isGiven ? 'granted' : 'withdrawn') : 'neverGiven')}</span>
      </div>
      ${latest ? html`<p class="small muted">${lineOf(latest, panel)}</p>` : nothing}
      ${
        records.length > 1
          ? html`<details>
              <summary class="small">${say('consentHistory')}</summary>
              <ul class="small muted">
                ${records
                  .slice(1)
                  .map(
                    (each) =>
                      html`<li>
                        ${say(each.granted ? 'granted' : 'withdrawn')}, ${lineOf(each, panel)}
                      </li>`,
                  )}
              </ul>
            </details>`
          : nothing
      }
      ${
        panel.may('clients.addConsent') && !this.client.erased_at
          ? html`<div>
              <button class="quiet" @click=${() => this.#say(kind, !isGiven)}>
                ${say(isGiven ? 'withdrawConsent' : 'giveConsent')}
              </button>
            </div>`
          : nothing
      }
    </li>`
  }

  async #say(kind: Kind, granted: boolean): Promise<void> {
    const { api, toast, refused, language } = this.panel
    const record = (isGranted: boolean) =>
      api.clients.addConsent(this.client.id, { kind, granted: isGranted })
    try {
      await record(granted)
      toast({
        text: clientTexts(language)('consentSaved'),
        tone: 'good',
        undo: async () => {
          await record(!granted)
          await this.#records.load()
        },
      })
      await this.#records.load()
    } catch (error) {
      refused(error)
    }
  }
}

function lineOf({ version, at }: ConsentRecord, { language, words, organization }: Panel): string {
  return clientTexts(language)('consentVersion', {
    version,
    date: words.moment(at, organization.time_zone),
  })
}

customElements.define('consents-tab', ConsentsTab)
