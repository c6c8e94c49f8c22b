import { css, html, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'

/**
 * What every page is built in: its title, deeds on the right (slot `actions`), filters below (slot `filters`), then the content.
 */
export class PageFrame extends PanelElement {
  static override properties = { heading: {} }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 100%;
        padding: var(--s4) var(--s6) var(--s6);
        box-sizing: border-box;
        gap: var(--s4);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2) var(--s4);
        align-items: center;
        min-block-size: var(--control);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        margin-inline-start: auto;
      }
      ::slotted([slot='filters']) {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
      }
      .content {
        flex: 1;
        min-block-size: 0;
      }
      @media (max-width: 720px) {
        :host {
          padding: var(--s3) var(--s4) var(--s4);
        }
      }
      @media print {
        :host {
          padding: 0;
        }
        .actions,
        slot[name='filters'] {
          display: none;
        }
      }
    `,
  ]

  declare heading: string

  protected override content(): unknown {
    return html`<header>
        <h1>${this.heading}</h1>
        <slot name="beside"></slot>
        <div class="actions"><slot name="actions"></slot></div>
      </header>
      <slot name="filters"></slot>
      <div class="content"><slot></slot></div>`
  }
}

customElements.define('page-frame', PageFrame)
