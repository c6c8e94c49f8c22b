import { isBookingError, type Visitor } from '@zapis/sdk'
import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { Tell } from '../texts/account-texts.ts'
import type { Speak } from '../texts/speak.ts'
import { textField } from './text-field.ts'

export const signInSheet = css`
  .sign-in {
    display: grid;
    gap: var(--s3);
    padding: var(--s4);
    background: var(--wash);
    border-radius: var(--radius);
    max-inline-size: 40rem;
  }
  .sign-in h3 {
    color: inherit;
    font-size: var(--size);
  }
`

/** Where a sign-in takes place: what it needs of the element. */
export interface SignInHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment
}

/** Signs a client in by a code to their phone or e-mail. The session’s own listeners hear of it. */
export class CodeSignIn implements ReactiveController {
  readonly #host: SignInHost
  readonly #tell: Tell
  #contact = ''
  #code = ''
  #step: 'contact' | 'code' = 'contact'
  #demoCode: string | undefined
  #wrong: string | undefined
  #isBusy = false

  constructor(host: SignInHost, tell: Tell, contact = '') {
    this.#host = host
    this.#tell = tell
    this.#contact = contact
    host.addController(this)
  }

  hostConnected(): void {
    // Nothing to begin: it waits for its first press.
  }

  /** `cancel` is offered beside where signing in is not what the visitor has come for. */
  render(speak: Speak, client: Visitor, cancel?: () => void): unknown {
    const isCode = this.#step === 'code'
    const send = (event: Event) => {
      event.preventDefault()
      void (isCode ? this.#enter(speak, client) : this.#ask(speak, client))
    }
    return html`<form class="sign-in" part="sign-in" novalidate @submit=${send}>
      <h3>${this.#tell('signInTitle')}</h3>
      ${isCode ? this.#codeField(speak) : this.#contactField(speak)}
      <div class="row">
        <button class=${cancel ? 'quiet' : 'main'} part="submit" aria-disabled=${this.#isBusy}>
          ${isCode ? speak.say('signIn') : this.#tell('sendCode')}
        </button>
        ${isCode ? this.#otherButtons(speak, client) : nothing}
        ${
          cancel
            ? html`<button type="button" class="link" @click=${cancel}>
                ${speak.say('cancel')}
              </button>`
            : nothing
        }
      </div>
    </form>`
  }

  #contactField(speak: Speak): unknown {
    return textField({
      speak,
      name: 'sign-in-contact',
      label: this.#tell('phoneOrEmail'),
      value: this.#contact,
      autocomplete: 'username',
      wrong: this.#wrong,
      change: (value) => (this.#contact = value),
    })
  }

  #codeField(speak: Speak): unknown {
    return html`<p class="small muted" role="status">
        ${this.#tell('codeSent', { contact: this.#contact })}
        ${this.#demoCode ? html`<br />${this.#tell('demoCode', { code: this.#demoCode })}` : nothing}
      </p>
      ${textField({
        speak,
        name: 'sign-in-code',
        label: this.#tell('code'),
        value: this.#code,
        autocomplete: 'one-time-code',
        isCode: true,
        wrong: this.#wrong,
        change: (value) => (this.#code = value),
      })}`
  }

  #otherButtons(speak: Speak, client: Visitor): unknown {
    const other = () => this.#show('contact')
    return html`<button type="button" class="link" @click=${() => this.#ask(speak, client)}>
        ${this.#tell('sendAgain')}
      </button>
      <button type="button" class="link" @click=${other}>${this.#tell('otherContact')}</button>`
  }

  get #where(): { email: string } | { phone: string } {
    const contact = this.#contact.trim()
    return contact.includes('@') ? { email: contact } : { phone: contact }
  }

  #ask(speak: Speak, client: Visitor): Promise<void> {
    if (this.#contact.trim().length < 5) return this.#refuse(speak.say('giveContact'))
    return this.#try(speak, async () => {
      const { demo_code } = await client.request('auth.code', { body: this.#where })
      this.#demoCode = demo_code
      this.#show('code')
    })
  }

  #enter(speak: Speak, client: Visitor): Promise<void> {
    const code = this.#code.trim()
    if (!/^\d{6}$/.test(code)) return this.#refuse(this.#tell('giveCode'))
    return this.#try(speak, async () => {
      await client.request('auth.token', { body: { ...this.#where, code } })
      this.#code = ''
      this.#step = 'contact'
    })
  }

  async #try(speak: Speak, act: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#wrong = undefined
    try {
      await act()
    } catch (error) {
      const isSilent = !isBookingError(error) || error.status === 0
      await this.#refuse(isSilent ? speak.say('offline') : error.message)
    } finally {
      this.#isBusy = false
      this.#host.requestUpdate()
    }
  }

  async #refuse(words: string): Promise<void> {
    this.#wrong = words
    this.#focus('[aria-invalid="true"]')
  }

  #show(step: 'contact' | 'code'): void {
    this.#step = step
    this.#wrong = undefined
    this.#focus(step === 'code' ? '#sign-in-code' : '#sign-in-contact')
  }

  #focus(what: string): void {
    this.#host.requestUpdate()
    void this.#host.updateComplete.then(() => {
      this.#host.renderRoot.querySelector<HTMLElement>(`.sign-in ${what}`)?.focus()
    })
  }
}
