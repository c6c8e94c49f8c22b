import { X } from 'lucide'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { dialogSheet } from '../design/dialog-sheet.ts'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { pageShortcuts } from '../panel/shortcuts.ts'
import { shellTexts } from './texts/texts.ts'

/** “?”: the keys that do something here. */
export class ShortcutsHelp extends PanelElement {
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    dialogSheet,
    css`
      dialog {
        inline-size: min(calc(100% - 32px), 460px);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--s2) var(--s4);
      }
      dd {
        text-align: end;
      }
    `,
  ]

  async open(): Promise<void> {
    this.requestUpdate()
    await this.updateComplete
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && !dialog.open) dialog.showModal()
  }

  protected override content(panel: Panel): unknown {
    const say = shellTexts(panel.language)
    const here = pageShortcuts()
    const close = () => this.renderRoot.querySelector('dialog')?.close()
    return html`<dialog aria-labelledby="title">
      <header>
        <h2 id="title">${say('shortcuts')}</h2>
        <button class="plain" aria-label=${say('close')} @click=${close}>${icon(X)}</button>
      </header>
      <div class="body stack">
        ${
          here.length > 0
            ? html`<h3>${say('shortcutsHere')}</h3>
                <dl>
                  ${here.map(
                    ({ key, text }) =>
                      html`<dt>${text}</dt>
                        <dd><kbd>${key.toUpperCase()}</kbd></dd>`,
                  )}
                </dl>`
            : nothing
        }
        <h3>${say('shortcutsAnywhere')}</h3>
        <dl>
          <dt>${say('commands')}</dt>
          <dd><kbd>Ctrl K</kbd></dd>
          <dt>${say('shortcuts')}</dt>
          <dd><kbd>?</kbd></dd>
        </dl>
      </div>
    </dialog>`
  }
}

customElements.define('shortcuts-help', ShortcutsHelp)
