import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { overNewer } from '../panel/over-newer.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { hrefOf } from '../panel/router.ts'
import type { Ask, Known, Noun, Row, Values } from './noun.ts'
import { catalogueTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/side-panel.ts'

/** One of a noun, to be seen and changed, archived and brought back; or a new one. `changed` when it was, `closed` when it closes. */
export class CatalogueCard extends PanelElement {
  static override properties = {
    noun: { attribute: false },
    which: { attribute: false },
    known: { attribute: false },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      side-panel {
        --side: 620px;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s4);
        margin-block-end: var(--s4);
      }
      .deeds {
        margin-inline-end: auto;
      }
    `,
  ]

  declare noun: Noun
  /** null = a new one. */
  declare which: number | null
  declare known: Known
  #item = new Read<Row | null>(this, async () =>
    this.which === null ? null : this.noun.get(this.panel.api, this.which),
  )
  #shown: unknown
  #value: Values = {}

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('noun') || changed.has('which')) void this.#item.load()
    // The form begins anew only with what was read anew: never over what is being typed.
    if (this.#item.value === undefined || this.#item.value === this.#shown) return
    this.#shown = this.#item.value
    this.#value = this.noun.begin(this.#ask(this.panel), this.#item.value)
  }

  #ask(panel: Panel): Ask {
    return { panel, say: catalogueTexts(panel.language), known: this.known }
  }

  protected override content(panel: Panel): unknown {
    const ask = this.#ask(panel)
    const { value: item, error } = this.#item
    const heading = item ? this.noun.nameOf(item, ask) : ask.say(this.noun.add)
    return html`<side-panel .heading=${heading} mode="side" @closed=${() => this.#close()}>
      ${
        item?.archived_at
          ? html`<span slot="beside" class="tag">${ask.say('archived')}</span>`
          : nothing
      }
      ${error ? this.#failed(panel, error) : item === undefined ? bones : this.#form(ask, item)}
    </side-panel>`
  }

  #failed({ language }: Panel, error: unknown): unknown {
    return html`<div class="notice bad" role="alert">
      <p>${reasonOf(error, language)}</p>
      <button class="quiet" @click=${() => this.#item.load()}>
        ${catalogueTexts(language)('again')}
      </button>
    </div>`
  }

  #form(ask: Ask, item: Row | null): unknown {
    const links = item ? (this.noun.links?.(item) ?? []) : []
    return html`${
        links.length > 0
          ? html`<nav>
              ${links.map(({ name, path }) => html`<a href=${hrefOf(path)}>${ask.say(name)}</a>`)}
            </nav>`
          : nothing
      }
      <entity-form
        .schema=${this.noun.schema}
        .fields=${this.noun.fields(ask, item)}
        .value=${this.#value}
        .action=${item ? undefined : ask.say('create')}
        .save=${(values: Values, changes: Values) => this.#save(ask, item, values, changes)}
      >
        ${item ? this.#deed(ask, item) : nothing}
      </entity-form>`
  }

  #deed(ask: Ask, item: Row): unknown {
    const isArchived = item.archived_at !== null
    return html`<button
      slot="beside"
      type="button"
      class="quiet deeds ${isArchived ? '' : 'danger'}"
      @click=${() => (isArchived ? this.#restore(ask, item) : this.#archive(ask, item))}
    >
      ${ask.say(isArchived ? 'restore' : 'archive')}
    </button>`
  }

  async #save(ask: Ask, item: Row | null, values: Values, changes: Values): Promise<void> {
    if (item && Object.keys(changes).length === 0) {
      this.#close()
      return
    }
    const saved = await overNewer(
      () => this.noun.save({ ask, item, values, changes }),
      () => this.#lookAgain(ask, item),
    )
    ask.panel.toast({ text: ask.say('saved') })
    this.dispatchEvent(new CustomEvent('changed'))
    if (!item && this.noun.isContinued)
      await ask.panel.go(`catalogue/${this.noun.id}/${saved.id}`, { replace: true })
    else this.#close()
  }

  /** What is typed stays: the form does not begin anew. */
  async #lookAgain({ panel }: Ask, item: Row | null): Promise<void> {
    if (!item) return
    const newer = await this.noun.get(panel.api, item.id)
    this.#shown = newer
    this.#item.set(newer)
  }

  async #archive(ask: Ask, item: Row): Promise<void> {
    const { panel, say } = ask
    const name = this.noun.nameOf(item, ask)
    const isSure = await panel.confirm({
      title: say('archiveTitle', { name }),
      text: say('archiveText'),
      action: say('archive'),
      tone: 'danger',
    })
    if (!isSure) return
    await this.#done(ask, async () => {
      await this.noun.archive(panel.api, item)
      const undo = () => this.#restore(ask, { ...item, version: item.version + 1 })
      panel.toast({ text: say('archivedNow', { name }), undo })
    })
  }

  async #restore(ask: Ask, item: Row): Promise<void> {
    await this.#done(ask, async () => {
      await this.noun.restore(ask.panel.api, item)
      ask.panel.toast({ text: ask.say('restored', { name: this.noun.nameOf(item, ask) }) })
    })
  }

  async #done({ panel }: Ask, deed: () => Promise<void>): Promise<void> {
    try {
      await deed()
      this.dispatchEvent(new CustomEvent('changed'))
      if (this.noun.id === 'locations') await panel.reload()
      this.#close()
    } catch (error) {
      panel.refused(error)
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'))
  }
}

const bones = [1, 2, 3, 4].map(() => html`<p><i class="bone"></i></p>`)

customElements.define('catalogue-card', CatalogueCard)
