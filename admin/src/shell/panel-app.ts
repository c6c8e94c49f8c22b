import { ContextProvider } from '@lit/context'
import { isBookingError, type Tokens } from '@zapis/sdk'
import { html, LitElement, nothing, type CSSResultGroup } from 'lit'
import { buttons, notices, skeleton } from '../../../widget/src/design/controls.ts'
import { ground, tokens } from '../../../widget/src/design/tokens.ts'
import { connect, type Connection } from '../api/connect.ts'
import { createReach } from '../api/reach.ts'
import { panelSheet } from '../design/panel-sheet.ts'
import { createLive, type Live } from '../panel/live.ts'
import { may } from '../panel/may.ts'
import { panelContext, type Panel, type Question, type Toast } from '../panel/panel.ts'
import { keepPreferences, readPreferences, type Preferences } from '../panel/preferences.ts'
import { reasonOf } from '../panel/refusal.ts'
import { createRouter, readRoute } from '../panel/router.ts'
import type { Language } from '../words/texts.ts'
import { createWords } from '../words/words.ts'
import type { ConfirmDialog } from './confirm-dialog.ts'
import { doorSheet } from './door-sheet.ts'
import { dress } from './dress.ts'
import { isOf } from './is-of.ts'
import { readPageData } from './page-data.ts'
import { signOut } from './sign-out.ts'
import { loadGround, type Ground } from './start.ts'
import { shellTexts } from './texts/texts.ts'
import type { ToastStack } from './toast-stack.ts'
import './confirm-dialog.ts'
import './panel-frame.ts'
import './sign-in-form.ts'
import './toast-stack.ts'

/** Who is signed in, and around that everything. */
export class PanelApp extends LitElement {
  static override properties = {
    step: { state: true },
    failure: { state: true },
    again: { state: true },
  }
  static override styles: CSSResultGroup = [
    tokens,
    ground,
    buttons,
    notices,
    skeleton,
    panelSheet,
    doorSheet,
  ]

  declare step: 'starting' | 'out' | 'in'
  declare failure: unknown
  /** How the call that waits for a sign-in is answered. */
  declare again: ((tokens: Tokens | null) => void) | undefined

  #preferences = readPreferences()
  #provider = new ContextProvider(this, { context: panelContext, initialValue: undefined })
  #reach = createReach(() => this.requestUpdate())
  #connection!: Connection
  #ground: Ground | undefined
  #live: Live | undefined
  #guards = new Set<() => boolean>()
  #router = createRouter(
    () => this.#share(),
    () => this.#mayLeave(),
  )

  constructor() {
    super()
    this.step = 'starting'
    this.failure = undefined
    this.again = undefined
    this.#connect()
    dress(this.#preferences, this.#language)
    addEventListener('beforeunload', (event) => {
      if (this.#isChanged) event.preventDefault()
    })
    void this.#start()
  }

  get #language(): Language {
    return this.#preferences.language ?? readPageData().locale
  }

  get #isChanged(): boolean {
    return [...this.#guards].some((isChanged) => isChanged())
  }

  #connect(): void {
    this.#connection = connect({
      language: this.#language,
      fetch: this.#reach.fetch,
      signInAgain: () => this.#signInAgain(),
    })
    this.#connection.session.join(() => this.#sessionChanged())
  }

  /** Another tab has signed out, or in. */
  #sessionChanged(): void {
    const isIn = this.#connection.session.isSignedIn()
    if (!isIn && this.step === 'in') this.#end()
    else if (isIn && this.step === 'out') void this.#start()
  }

  async #start(): Promise<void> {
    this.failure = undefined
    if (!this.#connection.session.isSignedIn()) {
      this.step = 'out'
      return
    }
    try {
      this.#ground = await loadGround(this.#connection.api)
      this.#live?.close()
      this.#live = createLive(this.#connection.api)
      this.step = 'in'
      this.#share()
    } catch (error) {
      if (isBookingError(error) && error.status === 401) this.#end()
      else this.failure = error
    }
  }

  #end(): void {
    this.#live?.close()
    this.#ground = undefined
    this.#guards.clear()
    this.#provider.setValue(undefined)
    this.step = 'out'
  }

  /** Nobody is there yet to whom anything could be lost: the door is shown. Else a dialog asks, over what is being done. */
  #signInAgain(): Promise<Tokens | null> {
    if (this.step !== 'in') return Promise.resolve(null)
    return new Promise((resolve) => {
      this.again = (tokens) => {
        this.again = undefined
        resolve(tokens)
      }
    })
  }

  #share(): void {
    if (!this.#ground || !this.#live) return
    this.#provider.setValue(this.#panel(this.#ground, this.#live))
    this.requestUpdate()
  }

  #panel({ me, organization, locations }: Ground, live: Live): Panel {
    const language = this.#language
    const words = createWords(language)
    const ordered = locations.toSorted((a, b) => words.compare(a.name, b.name))
    const location =
      ordered.find(({ id }) => id === this.#preferences.location) ?? ordered[0] ?? null
    return {
      api: this.#connection.api,
      me,
      organization,
      locations: ordered,
      location,
      language,
      words,
      theme: this.#preferences.theme ?? 'auto',
      route: readRoute(window.location),
      live,
      may: (operation) => may(me.role, operation),
      go: this.#router.go,
      choose: (changes) => this.#choose(changes),
      toast: (toast) => this.#toast(toast),
      refused: (error) => this.#toast({ text: reasonOf(error, language), tone: 'bad' }),
      confirm: (question) => this.#confirm(question),
      guard: (isChanged) => {
        this.#guards.add(isChanged)
        return () => this.#guards.delete(isChanged)
      },
      reload: async () => {
        this.#ground = await loadGround(this.#connection.api)
        this.#share()
      },
      signOut: (everywhere) => this.#signOut(everywhere),
    }
  }

  #choose(changes: Preferences): void {
    const isOther = changes.language !== undefined && changes.language !== this.#language
    keepPreferences(changes)
    this.#preferences = readPreferences()
    // The server answers in the chosen language too.
    if (isOther) this.#connect()
    dress(this.#preferences, this.#language)
    this.#share()
  }

  async #mayLeave(): Promise<boolean> {
    if (!this.#isChanged) return true
    const say = shellTexts(this.#language)
    const isSure = await this.#confirm({
      title: say('leaveTitle'),
      text: say('leaveText'),
      action: say('leave'),
      tone: 'danger',
    })
    if (isSure) this.#guards.clear()
    return isSure
  }

  #toast(toast: Toast): void {
    this.renderRoot.querySelector<ToastStack>('toast-stack')?.show(toast)
  }

  async #confirm(question: Question): Promise<boolean> {
    const dialog = this.renderRoot.querySelector<ConfirmDialog>('confirm-dialog')
    return (await dialog?.ask(question)) ?? false
  }

  async #signOut(everywhere = false): Promise<void> {
    if (!(await this.#mayLeave())) return
    try {
      await signOut(this.#connection, everywhere)
    } catch (error) {
      this.#toast({ text: reasonOf(error, this.#language), tone: 'bad' })
    }
  }

  #signedIn = ({ detail }: CustomEvent<Tokens>): void => {
    if (this.again) {
      void this.#sameOne(detail, this.again)
      return
    }
    // The session tells all who listen, ourselves too.
    this.#connection.session.save(detail)
  }

  async #sameOne(tokens: Tokens, answer: (tokens: Tokens | null) => void): Promise<void> {
    if (await isOf(tokens, this.#ground?.me, this.#reach.fetch)) {
      answer(tokens)
      return
    }
    answer(null)
    this.#connection.session.save(tokens)
    window.location.reload()
  }

  protected override render(): unknown {
    return html`${this.step === 'in' ? this.#inside() : this.#door()}${this.#asked()}
      <toast-stack .language=${this.#language}></toast-stack>
      <confirm-dialog .language=${this.#language}></confirm-dialog>`
  }

  #inside(): unknown {
    return html`<panel-frame
      .isOnline=${this.#reach.isOnline}
      .isSlow=${this.#reach.isSlow}
    ></panel-frame>`
  }

  #door(): unknown {
    const say = shellTexts(this.#language)
    if (this.failure)
      return html`<main class="door">
        <div>
          <p role="alert">${reasonOf(this.failure, this.#language)}</p>
          <button class="quiet" @click=${() => this.#start()}>${say('again')}</button>
        </div>
      </main>`
    if (this.step === 'starting') return html`<main class="door" aria-busy="true"></main>`
    return html`<main class="door">
      <div>
        <h1>${say('signInTitle')}</h1>
        ${this.#form(false)}
      </div>
    </main>`
  }

  #asked(): unknown {
    if (!this.again) return nothing
    const say = shellTexts(this.#language)
    return html`<dialog aria-labelledby="again" @cancel=${(event: Event) => event.preventDefault()}>
      <div>
        <h2 id="again">${say('signInAgain')}</h2>
        <p class="muted">${say('signInAgainText')}</p>
      </div>
      ${this.#form(true)}
      <button class="link" @click=${() => this.again?.(null)}>${say('signOut')}</button>
    </dialog>`
  }

  #form(isAgain: boolean): unknown {
    return html`<sign-in-form
      .language=${this.#language}
      .fetch=${this.#reach.fetch}
      .isAgain=${isAgain}
      @signed-in=${this.#signedIn}
    ></sign-in-form>`
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && !dialog.open) dialog.showModal()
  }
}

customElements.define('panel-app', PanelApp)
