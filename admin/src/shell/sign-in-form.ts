import { createClient, type Tokens } from '@zapis/sdk'
import { Eye, EyeOff } from 'lucide'
import { css, html, LitElement, nothing, type CSSResultGroup } from 'lit'
import { checks } from '../../../widget/src/design/checks.ts'
import { buttons, notices } from '../../../widget/src/design/controls.ts'
import { inputs } from '../../../widget/src/design/inputs.ts'
import { ground, tokens } from '../../../widget/src/design/tokens.ts'
import { icon } from '../design/icons.ts'
import { panelSheet } from '../design/panel-sheet.ts'
import { keepPreferences, readPreferences } from '../panel/preferences.ts'
import { reasonOf } from '../panel/refusal.ts'
import type { Language } from '../words/texts.ts'
import { readPageData } from './page-data.ts'
import { shellTexts } from './texts/texts.ts'

/** E-mail, password and whose panel it is. `signed-in` bears the tokens. */
export class SignInForm extends LitElement {
  static override properties = {
    language: {},
    fetch: { attribute: false },
    isAgain: { attribute: false },
    slug: { state: true },
    isOther: { state: true },
    isShown: { state: true },
    isBusy: { state: true },
    wrong: { state: true },
  }
  static override styles: CSSResultGroup = [
    tokens,
    ground,
    buttons,
    inputs,
    checks,
    notices,
    panelSheet,
    css`
      form {
        display: grid;
        gap: var(--s4);
      }
      .secret {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--s1);
      }
      .main {
        min-block-size: 44px;
      }
    `,
  ]

  declare language: Language
  declare fetch: typeof fetch
  /** The session has ended in the middle of something: the organization is not asked about. */
  declare isAgain: boolean
  declare slug: string
  declare isOther: boolean
  declare isShown: boolean
  declare isBusy: boolean
  declare wrong: string

  #page = readPageData()

  constructor() {
    super()
    this.slug = readPreferences().organization ?? this.#page.slug
    this.isOther = this.slug === ''
    this.isShown = false
    this.isBusy = false
    this.wrong = ''
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLInputElement>(this.#email ? '#password' : '#email')?.focus()
  }

  #email = readPreferences().email ?? ''

  protected override render(): unknown {
    const say = shellTexts(this.language)
    return html`<form novalidate @submit=${this.#submitted}>
      ${this.isAgain ? nothing : this.#organization()}
      <div class="field">
        <label for="email">${say('email')}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          .value=${this.#email}
          required
        />
      </div>
      <div class="field">
        <label for="password">${say('password')}</label>
        <div class="secret">
          <input
            id="password"
            name="password"
            type=${this.isShown ? 'text' : 'password'}
            autocomplete="current-password"
            aria-invalid=${this.wrong ? 'true' : 'false'}
            aria-describedby=${this.wrong ? 'wrong' : nothing}
            required
          />
          <button
            type="button"
            class="plain"
            aria-label=${say(this.isShown ? 'hidePassword' : 'showPassword')}
            aria-pressed=${this.isShown}
            @click=${() => (this.isShown = !this.isShown)}
          >
            ${icon(this.isShown ? EyeOff : Eye)}
          </button>
        </div>
      </div>
      <p class="wrong" id="wrong" role="alert" ?hidden=${!this.wrong}>${this.wrong}</p>
      <button class="main" aria-disabled=${this.isBusy}>${say('signIn')}</button>
    </form>`
  }

  #organization(): unknown {
    const say = shellTexts(this.language)
    if (!this.isOther) {
      const name = this.slug === this.#page.slug ? this.#page.name : this.slug
      return html`<p class="row">
        <strong>${name}</strong>
        <button type="button" class="link" @click=${() => (this.isOther = true)}>
          ${say('otherOrganization')}
        </button>
      </p>`
    }
    return html`<div class="field">
      <label for="organization">${say('organization')}</label>
      <input
        id="organization"
        name="organization"
        autocomplete="organization"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby="organization-hint"
        .value=${this.slug}
        required
      />
      <p class="hint" id="organization-hint">${say('organizationHint')}</p>
    </div>`
  }

  #submitted = (event: Event): void => {
    event.preventDefault()
    void this.#send()
  }

  async #send(): Promise<void> {
    const read = (name: string) =>
      this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)?.value.trim()
    const email = read('email') ?? ''
    const password = this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? ''
    const organization = read('organization') ?? this.slug
    const missing = !organization ? 'organization' : !email ? 'email' : !password ? 'password' : ''
    if (missing) {
      this.wrong = shellTexts(this.language)('fillIn')
      this.renderRoot.querySelector<HTMLElement>(`#${missing}`)?.focus()
      return
    }
    if (this.isBusy) return
    this.isBusy = true
    this.wrong = ''
    try {
      const api = createClient({ locale: this.language, fetch: this.fetch })
      const tokens = await api.auth.staff({ email, password, organization })
      keepPreferences({ organization, email })
      this.dispatchEvent(new CustomEvent<Tokens>('signed-in', { detail: tokens }))
    } catch (error) {
      this.wrong = reasonOf(error, this.language)
      this.renderRoot.querySelector<HTMLInputElement>('#password')?.select()
    } finally {
      this.isBusy = false
    }
  }
}

customElements.define('sign-in-form', SignInForm)
