import { html } from 'lit'
import type { Account } from './account.ts'

/** Back to the tabs; nothing has been done. */
export function backButton(account: Account): unknown {
  return html`<button
    type="button"
    class="link back"
    part="back"
    @click=${() => account.go({ name: 'tabs' })}
  >
    <i class="arrow" aria-hidden="true"></i>${account.speak.say('back')}
  </button>`
}
