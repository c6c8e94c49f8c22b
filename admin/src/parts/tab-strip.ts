import { css, html, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'

export interface Tab {
  id: string
  name: string
}

/** Tabs; arrow keys walk along them. `chosen` bears the id, and the page shows what belongs to it. */
export class TabStrip extends PanelElement {
  static override properties = { tabs: { attribute: false }, chosen: {}, label: {} }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      [role='tablist'] {
        display: flex;
        gap: var(--s1);
        overflow-x: auto;
        border-block-end: 1px solid var(--line);
      }
      button {
        padding: 0 var(--s3);
        min-block-size: 40px;
        border-block-end: 2px solid transparent;
        color: var(--muted);
        white-space: nowrap;
      }
      button:hover {
        color: var(--ink);
      }
      button[aria-selected='true'] {
        border-color: var(--accent);
        color: var(--ink);
        font-weight: 600;
      }
      :focus-visible {
        outline-offset: -2px;
      }
    `,
  ]

  declare tabs: readonly Tab[]
  declare chosen: string
  declare label: string

  constructor() {
    super()
    this.tabs = []
    this.label = ''
  }

  protected override updated(changed: Map<string, unknown>): void {
    // On a phone not all tabs are seen: the chosen one is brought there.
    if (!changed.has('chosen') && !changed.has('tabs')) return
    const chosen = this.renderRoot.querySelector('[aria-selected="true"]')
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  protected override content(): unknown {
    return html`<div role="tablist" aria-label=${this.label} @keydown=${this.#pressed}>
      ${this.tabs.map(
        ({ id, name }) =>
          html`<button
            role="tab"
            id=${`tab-${id}`}
            aria-selected=${id === this.chosen}
            tabindex=${id === this.chosen ? 0 : -1}
            @click=${() => this.#choose(id)}
          >
            ${name}
          </button>`,
      )}
    </div>`
  }

  #choose(id: string): void {
    if (id === this.chosen) return
    this.chosen = id
    this.dispatchEvent(new CustomEvent<string>('chosen', { detail: id }))
  }

  #pressed = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = this.tabs.findIndex(({ id }) => id === this.chosen)
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length]
    if (!next) return
    this.#choose(next.id)
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    )
  }
}

customElements.define('tab-strip', TabStrip)
