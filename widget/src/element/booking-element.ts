import { LitElement, nothing, type CSSResultGroup, type PropertyValues } from 'lit'
import { connect, type Connection } from '../api/connect.ts'
import { ground, tokens } from '../design/tokens.ts'
import { buttons, notices, skeleton } from '../design/controls.ts'
import { speakIn, type Speak } from '../texts/speak.ts'
import type { BookingEvents } from './events.ts'
import { findLanguage } from './find-language.ts'

/** The origin that this module came from: where the API is, unless the page says otherwise. */
const ownOrigin = new URL(import.meta.url).origin

/**
 * What all the elements share: the page's attributes, a connection, a language, events. `speak` and `connection` are there
 * whenever `content` is called.
 */
export abstract class BookingElement extends LitElement {
  static override properties = {
    apiKey: { attribute: 'api-key' },
    apiUrl: { attribute: 'api-url' },
    locale: {},
    theme: { reflect: true },
    speak: { state: true },
    failedToLoad: { state: true },
  }
  static override styles: CSSResultGroup = [tokens, ground, buttons, notices, skeleton]

  /** Publishable key of the clinic, `pk_…`. */
  declare apiKey: string | undefined
  /** Address of the server; the one that the script came from when left out. */
  declare apiUrl: string | undefined
  /** Language, `ru`, `en`, or another of `texts/languages/`; the page's `lang` when left out. */
  declare locale: string | undefined
  /** `auto` goes with the page's `color-scheme`. */
  declare theme: 'auto' | 'light' | 'dark' | undefined
  /** @internal The visitor's language, once it is loaded. */
  declare speak: Speak | undefined
  /** @internal The language or a part of the program could not be loaded. */
  declare failedToLoad: boolean

  /** @internal The clinic that this element books at. */
  connection: Connection | undefined
  #leave: (() => void) | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#settle()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
    this.#leave = undefined
    this.connection = undefined
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isNew = changed.has('apiKey') || changed.has('apiUrl') || changed.has('locale')
    if (isNew && this.isConnected && this.hasUpdated) this.#settle()
  }

  /** Language and connection by the attributes, as they are now. */
  #settle(): void {
    this.#leave?.()
    const language = findLanguage(this, this.locale)
    speakIn(language).then(
      (speak) => {
        this.failedToLoad = false
        this.speak = speak
      },
      () => (this.failedToLoad = true),
    )
    const apiKey = this.apiKey ?? ''
    const connection = connect({ apiKey, apiUrl: this.apiUrl || ownOrigin, language })
    this.connection = connection
    this.#leave = connection.join(() => this.signedInChanged())
    this.connected(connection)
  }

  /** The clinic is known: begin to load. Called again when the attributes change. */
  protected connected(_connection: Connection): void {
    // Not every element has something to load.
  }

  /** Somebody signed in or out, here or in another element or tab. */
  protected signedInChanged(): void {
    this.requestUpdate()
  }

  protected override render(): unknown {
    return this.speak ? this.content(this.speak) : this.skeleton()
  }

  /** Whatever has words and no part of its own is the part of its class, or of its tag: a page may style every leaf. */
  protected override updated(_changed: PropertyValues<this>): void {
    for (const each of this.renderRoot.querySelectorAll(':not([part], slot, style)'))
      if ([...each.childNodes].some((node) => node instanceof Text && node.data.trim()))
        each.part.value = each.className || each.localName
  }

  /** What the element shows. */
  protected abstract content(speak: Speak): unknown

  /** What stands there until the language is loaded; it must take the same place. */
  protected skeleton(): unknown {
    return nothing
  }

  /** @internal Tells the page; `false` when the page has called it off. */
  emit<Name extends keyof BookingEvents>(name: Name, detail: BookingEvents[Name]): boolean {
    const cancelable = name === 'booking-submit' || name === 'booking-again'
    return this.dispatchEvent(
      new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }),
    )
  }
}
