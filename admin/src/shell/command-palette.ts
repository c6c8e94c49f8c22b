import { css, html, type CSSResultGroup } from 'lit'
import { dialogSheet } from '../design/dialog-sheet.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { pageShortcuts } from '../panel/shortcuts.ts'
import type { PanelPage } from './pages.ts'
import { shellTexts } from './texts/texts.ts'

interface CommandItem {
  text: string
  hint?: string
  run(): unknown
}

/** Ctrl+K: any section, action or branch by a few letters of its name. */
export class CommandPalette extends PanelElement {
  static override properties = {
    pages: { attribute: false },
    words: { state: true },
    at: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    dialogSheet,
    css`
      dialog {
        inline-size: min(calc(100% - 32px), 520px);
        margin-block-start: 12vh;
      }
      input {
        border: 0 !important;
        border-radius: 0 !important;
        min-block-size: 52px !important;
        padding-inline: var(--s6) !important;
        background: none !important;
        font-size: var(--large) !important;
        outline: none !important;
      }
      ul {
        max-block-size: 50vh;
        overflow-y: auto;
        padding: var(--s2);
        border-block-start: 1px solid var(--line);
      }
      li {
        display: flex;
        justify-content: space-between;
        padding: var(--s2) var(--s4);
        border-radius: var(--radius);
        cursor: pointer;
      }
      li[aria-selected='true'] {
        background: var(--soft);
      }
      .none {
        padding: var(--s4) var(--s6);
      }
    `,
  ]

  declare pages: readonly PanelPage[]
  declare words: string
  declare at: number

  constructor() {
    super()
    this.words = ''
    this.at = 0
  }

  async open(): Promise<void> {
    this.words = ''
    this.at = 0
    await this.updateComplete
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && !dialog.open) dialog.showModal()
    const input = this.renderRoot.querySelector('input')
    if (input) input.value = ''
  }

  #items(panel: Panel): CommandItem[] {
    const say = shellTexts(panel.language)
    return [
      ...this.pages.map((page) => ({
        text: say(page.name),
        run: () => panel.go(page.area === 'day' ? '' : page.area),
      })),
      ...pageShortcuts().map(({ key, text, run }) => ({ text, hint: key, run })),
      ...panel.locations.map(({ id, name }) => ({
        text: `${say('location')}: ${name}`,
        run: () => panel.choose({ location: id }),
      })),
      {
        text: `${say('theme')}: ${say('themeLight')}`,
        run: () => panel.choose({ theme: 'light' }),
      },
      { text: `${say('theme')}: ${say('themeDark')}`, run: () => panel.choose({ theme: 'dark' }) },
      { text: 'Русский', run: () => panel.choose({ language: 'ru' }) },
      { text: 'English', run: () => panel.choose({ language: 'en' }) },
      { text: say('signOut'), run: () => panel.signOut() },
    ]
  }

  #found(panel: Panel): CommandItem[] {
    const wanted = this.words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    return this.#items(panel).filter(({ text }) =>
      wanted.every((word) => text.toLocaleLowerCase().includes(word)),
    )
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close()
  }

  #run(item: CommandItem | undefined): void {
    if (!item) return
    this.#close()
    item.run()
  }

  #pressed = (event: KeyboardEvent): void => {
    const found = this.#found(this.panel)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      this.at = (this.at + step + found.length) % Math.max(found.length, 1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      this.#run(found[this.at])
    }
  }

  protected override content(panel: Panel): unknown {
    const say = shellTexts(panel.language)
    const found = this.#found(panel)
    const typed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) this.words = target.value
      this.at = 0
    }
    return html`<dialog
      aria-label=${say('commands')}
      @click=${(event: Event) => {
        if (event.target instanceof HTMLDialogElement) this.#close()
      }}
    >
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant=${`command-${this.at}`}
        aria-label=${say('findCommand')}
        placeholder=${say('findCommand')}
        @input=${typed}
        @keydown=${this.#pressed}
      />
      ${
        found.length === 0
          ? html`<p class="none muted" id="commands">${say('noCommand')}</p>`
          : html`<ul id="commands" role="listbox" aria-label=${say('commands')}>
              ${found.map(
                (item, at) =>
                  html`<li
                    id="command-${at}"
                    role="option"
                    aria-selected=${at === this.at}
                    @click=${() => this.#run(item)}
                    @pointermove=${() => (this.at = at)}
                  >
                    <span>${item.text}</span>${item.hint ? html`<kbd>${item.hint}</kbd>` : ''}
                  </li>`,
              )}
            </ul>`
      }
    </dialog>`
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }
}

customElements.define('command-palette', CommandPalette)
