import { html, nothing } from 'lit'
import { failureNotice } from '../parts/failure-notice.ts'
import { textField } from '../parts/text-field.ts'
import type { Account } from './account.ts'
import { backButton } from './back-button.ts'
import { erase } from './profile.ts'

/** What goes and what stays; a word is typed, because nothing brings it back. */
export function eraseView(account: Account): unknown {
  const { tell, speak, failure, balance, coming, packages, word, wrong, busy } = account
  const send = (event: Event) => {
    event.preventDefault()
    void erase(account)
  }
  const lines = [
    tell('eraseWhat'),
    balance && balance.amount > 0 && tell('eraseMoney', { balance: speak.money(balance) }),
    packages?.some(({ usable }) => usable) && tell('erasePackages'),
    coming?.length && tell('eraseVisits'),
  ].filter(Boolean)
  return html`${backButton(account)}
    <h2 tabindex="-1" part="heading">${tell('eraseTitle')}</h2>
    ${failure ? failureNotice(speak, failure) : nothing}
    <ul class="terms" part="terms">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    <form class="fields" part="form" novalidate @submit=${send}>
      <div class="short">
        ${textField({
          speak,
          name: 'word',
          label: tell('eraseType', { word: tell('eraseWord') }),
          value: word,
          wrong: wrong['word'],
          change: (value) => account.set({ word: value, wrong: {} }),
        })}
      </div>
      <div class="row">
        <button class="main danger" part="submit" aria-disabled=${busy}>${tell('erase')}</button>
        <button
          type="button"
          class="quiet"
          part="keep"
          @click=${() => account.go({ name: 'tabs' })}
        >
          ${tell('keep')}
        </button>
      </div>
    </form>`
}
