import { html } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import './client-card.ts'
import './clients-list.ts'

/** `clients` is the list, `clients/7` somebody's card, `clients/import` takes over a file, `clients/broadcasts` writes to many. */
export class ClientsPage extends PanelElement {
  protected override content({ route, may }: Panel): unknown {
    const [step = ''] = route.rest
    if (step === 'import' && may('clients.import')) {
      void import('./import/import-page.ts')
      return html`<import-page></import-page>`
    }
    if (step === 'broadcasts' && may('broadcasts.create')) {
      void import('./broadcasts/broadcasts-page.ts')
      return html`<broadcasts-page></broadcasts-page>`
    }
    if (/^\d{1,10}$/.test(step)) return html`<client-card .clientId=${Number(step)}></client-card>`
    return html`<clients-list></clients-list>`
  }
}

customElements.define('clients-page', ClientsPage)
