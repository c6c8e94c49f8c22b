import { html, nothing } from 'lit'
import { KEPT } from '../site/telegram.ts'
import type { Account } from './account.ts'

/** Nobody is signed in: why, and how to. */
export function signedOutView(account: Account): unknown {
  const { tell, speak, connection, signIn, farewell, failure } = account
  const initData = initDataHere()
  return html`<div class="page welcome" part="page">
    ${farewell ? html`<p class="notice good told" part="notice" role="status">${tell(farewell)}</p>` : nothing}
    <div class="welcome-words">
      <h2 tabindex="-1" part="heading">${tell('account')}</h2>
      <p>${tell('signInFirst')}</p>
    </div>
    ${failure ? html`<p class="notice bad" part="notice" role="alert">${failure.text}</p>` : nothing}
    ${initData ? telegramButton(account, initData) : nothing}
    ${signIn.render(speak, connection.client)}
    <p class="small muted">${tell('noPassword')}</p>
  </div>`
}

/** Inside of Telegram nobody has to be asked who they are. */
function telegramButton(account: Account, init_data: string): unknown {
  const { tell, connection } = account
  const enter = () =>
    account.attempt(async () => {
      await connection.client.request('auth.telegram', { body: { init_data, known_only: true } })
    })
  return html`<button type="button" class="main" part="telegram" @click=${enter}>
      ${tell('telegramIn')}
    </button>
    <p class="muted">${tell('orByCode')}</p>`
}

function initDataHere(): string | null {
  try {
    return new URLSearchParams(sessionStorage.getItem(KEPT) ?? '').get('tgWebAppData')
  } catch {
    return null
  }
}
