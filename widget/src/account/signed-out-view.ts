import { html, nothing } from 'lit'
import { keptWord, type Word } from '../site/messenger.ts'
import type { Account } from './account.ts'

/** Nobody is signed in: why, and how to. */
export function signedOutView(account: Account): unknown {
  const { tell, speak, connection, signIn, farewell, failure } = account
  const word = wordHere()
  return html`<div class="page welcome" part="page">
    ${farewell ? html`<p class="notice good told" part="notice" role="status">${tell(farewell)}</p>` : nothing}
    <div class="welcome-words">
      <h2 tabindex="-1" part="heading">${tell('account')}</h2>
      <p>${tell('signInFirst')}</p>
    </div>
    ${failure ? html`<p class="notice bad" part="notice" role="alert">${failure.text}</p>` : nothing}
    ${word ? messengerButton(account, word) : nothing} ${signIn.render(speak, connection.client)}
    <p class="small muted">${tell('noPassword')}</p>
  </div>`
}

/** Inside of a messenger nobody has to be asked who they are. */
function messengerButton(account: Account, { messenger, initData: init_data }: Word): unknown {
  const { tell, connection } = account
  const enter = () =>
    account.attempt(async () => {
      const body = { init_data, messenger, known_only: true }
      await connection.client.request('auth.telegram', { body })
    })
  return html`<button type="button" class="main" part="telegram" @click=${enter}>
      ${tell('messengerIn', { app: messenger === 'max' ? 'MAX' : 'Telegram' })}
    </button>
    <p class="muted">${tell('orByCode')}</p>`
}

function wordHere(): Word | null {
  try {
    return keptWord(sessionStorage)
  } catch {
    return null
  }
}
