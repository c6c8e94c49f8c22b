import type { Client } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { nameOf } from './client-name.ts'
import { factOf, facts, mergedFact } from './merged.ts'
import { clientTexts, type ClientKey } from './texts/texts.ts'
import '../parts/search-box.ts'
import '../parts/side-panel.ts'

const names: Record<(typeof facts)[number], ClientKey> = {
  last_name: 'lastName',
  first_name: 'firstName',
  iname: 'iname',
  birth_date: 'birthday',
  phone: 'phone',
  email: 'email',
  notes: 'notes',
  tags: 'tags',
}

/** Finds the duplicate, shows side by side what stays, and merges; `merged` bears who stays. */
export class MergeDialog extends PanelElement {
  static override properties = {
    client: { attribute: false },
    duplicate: { state: true },
    failure: { state: true },
    isBusy: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      search-box {
        inline-size: 100%;
      }
      li button {
        display: grid;
        inline-size: 100%;
        padding: var(--s2) var(--s3);
        border-radius: var(--radius);
      }
      li button:hover {
        background: var(--wash);
      }
      .around {
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: var(--s2);
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: baseline;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      thead th,
      tbody th {
        font-size: var(--small);
        font-weight: 500;
        color: var(--muted);
      }
      .gone {
        color: var(--muted);
      }
      footer {
        display: flex;
        gap: var(--s2);
        justify-content: flex-end;
        padding: var(--s3) var(--s6);
        border-block-start: 1px solid var(--line);
      }
    `,
  ]

  declare client: Client
  declare duplicate: Client | undefined
  declare failure: unknown
  declare isBusy: boolean
  #words = ''
  #found = new Read(this, async (signal) => {
    const { data } = await this.panel.api.clients.list(
      { search: this.#words, limit: 10 },
      { signal },
    )
    return data.filter(({ id, erased_at }) => id !== this.client.id && erased_at === null)
  })

  constructor() {
    super()
    this.isBusy = false
  }

  override firstUpdated(): void {
    // Whoever has the same family name is the likeliest.
    this.#look(this.client.last_name || this.client.first_name)
  }

  #look(words: string): void {
    this.#words = words
    if (words) void this.#found.load()
    else this.#found.set([])
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const close = () => this.dispatchEvent(new CustomEvent('closed'))
    return html`<side-panel mode="middle" heading=${say('mergeTitle')} @closed=${close}>
      <div class="stack">
        <p class="muted">${say('mergeText')}</p>
        ${this.duplicate ? this.#compared(this.duplicate, panel) : this.#search(panel)}
        ${
          this.failure
            ? html`<p class="notice bad" role="alert">${reasonOf(this.failure, panel.language)}</p>`
            : nothing
        }
      </div>
      ${
        this.duplicate
          ? html`<footer slot="footer">
              <button class="quiet" @click=${() => (this.duplicate = undefined)}>
                ${say('otherDuplicate')}
              </button>
              <button class="main" aria-disabled=${this.isBusy} @click=${this.#merge}>
                ${say('mergeDo')}
              </button>
            </footer>`
          : nothing
      }
    </side-panel>`
  }

  #search({ language }: Panel): unknown {
    const say = clientTexts(language)
    const { value: found = [], isBusy } = this.#found
    return html`<search-box
        .label=${say('mergeFind')}
        .value=${this.#words}
        @searched=${({ detail }: CustomEvent<string>) => this.#look(detail)}
      ></search-box>
      <ul aria-busy=${isBusy}>
        ${found.map(
          (each) =>
            html`<li>
              <button @click=${() => (this.duplicate = each)}>
                <strong>${nameOf(each) || say('noName')}</strong>
                <span class="small muted"
                  >${[each.phone, each.email].filter(Boolean).join(', ')}</span
                >
              </button>
            </li>`,
        )}
      </ul>
      ${
        found.length === 0 && !isBusy && this.#words
          ? html`<p class="muted">${shellTexts(language)('nothingFound')}</p>`
          : nothing
      }`
  }

  #compared(duplicate: Client, { language }: Panel): unknown {
    const say = clientTexts(language)
    const { client } = this
    return html`<div class="around" role="region" tabindex="0" aria-label=${say('mergeTitle')}>
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${say('mergeKept')}</th>
            <th scope="col">${say('mergeGone')}</th>
            <th scope="col">${say('mergeResult')}</th>
          </tr>
        </thead>
        <tbody>
          ${facts
            .filter((fact) => mergedFact(client, duplicate, fact))
            .map(
              (fact) =>
                html`<tr>
                  <th scope="row">${say(names[fact])}</th>
                  <td>${factOf(client, fact)}</td>
                  <td class="gone">${factOf(duplicate, fact)}</td>
                  <td><strong>${mergedFact(client, duplicate, fact)}</strong></td>
                </tr>`,
            )}
        </tbody>
      </table>
    </div>`
  }

  #merge = async (): Promise<void> => {
    const { duplicate, client } = this
    const { api, confirm, toast, language } = this.panel
    const say = clientTexts(language)
    if (!duplicate || this.isBusy) return
    if (!(await confirm({ title: say('mergeSure'), action: say('mergeDo'), tone: 'danger' })))
      return
    this.isBusy = true
    this.failure = undefined
    try {
      const merged = await api.clients.merge(
        client.id,
        { duplicate_id: duplicate.id },
        { ifMatch: client.version },
      )
      toast({ text: say('merged'), tone: 'good' })
      this.dispatchEvent(new CustomEvent<Client>('merged', { detail: merged }))
    } catch (error) {
      this.failure = error
    } finally {
      this.isBusy = false
    }
  }
}

customElements.define('merge-dialog', MergeDialog)
