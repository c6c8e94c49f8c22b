import { ContextConsumer } from '@lit/context'
import { LitElement, nothing, type CSSResultGroup } from 'lit'
import { checks } from '../../../widget/src/design/checks.ts'
import { buttons, notices, skeleton } from '../../../widget/src/design/controls.ts'
import { inputs } from '../../../widget/src/design/inputs.ts'
import { ground, tokens } from '../../../widget/src/design/tokens.ts'
import { panelSheet } from '../design/panel-sheet.ts'
import { panelContext, type Panel } from './panel.ts'

/** What pages and parts of the panel are: an element that knows the panel, and is rendered anew when it changes. */
export abstract class PanelElement extends LitElement {
  static override styles: CSSResultGroup = [
    tokens,
    ground,
    buttons,
    inputs,
    checks,
    notices,
    skeleton,
    panelSheet,
  ]

  #consumer = new ContextConsumer(this, {
    context: panelContext,
    subscribe: true,
    callback: (panel) => {
      if (panel) this.panelChanged(panel)
    },
  })

  /** The panel, once the element is in it. */
  get panel(): Panel {
    const { value } = this.#consumer
    if (!value) throw new Error(`<${this.localName}> is not in the panel`)
    return value
  }

  protected abstract content(panel: Panel): unknown

  /** Called with the first panel and each new one, before rendering. */
  protected panelChanged(_panel: Panel): void {
    // Most only render.
  }

  protected override render(): unknown {
    return this.#consumer.value ? this.content(this.#consumer.value) : nothing
  }
}
