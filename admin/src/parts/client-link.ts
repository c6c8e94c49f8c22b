import type { BookingClient } from '@zapis/sdk'
import { css, html, type CSSResultGroup } from 'lit'
import { nameOf } from '../clients/client-name.ts'
import { clientPlace } from '../panel/places.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { hrefOf } from '../panel/router.ts'

/** Asked once for each client; a new sign-in asks anew. */
const known = new WeakMap<BookingClient, Map<number, Promise<string>>>()

function nameFor(api: BookingClient, id: number): Promise<string> {
  const names = known.get(api) ?? new Map<number, Promise<string>>()
  known.set(api, names)
  const name = names.get(id) ?? api.clients.get(id).then(nameOf, () => '')
  names.set(id, name)
  return name
}

/** Somebody’s name where the API gives only the id, leading to their card. */
export class ClientLink extends PanelElement {
  static override properties = { clientId: { attribute: false }, name: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      :host {
        display: inline;
        font-size: inherit;
      }
    `,
  ]

  declare clientId: number
  declare name: string | undefined

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('clientId')) return
    const { clientId } = this
    void this.updateComplete.then(async () => {
      const name = await nameFor(this.panel.api, clientId)
      if (clientId === this.clientId) this.name = name
    })
  }

  protected override content(_panel: Panel): unknown {
    return html`<a href=${hrefOf(clientPlace(this.clientId))}
      >${this.name || `№ ${this.clientId}`}</a
    >`
  }
}

customElements.define('client-link', ClientLink)
