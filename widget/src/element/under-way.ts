import { isBookingError } from '@zapis/sdk'
import type { Connection } from '../api/connect.ts'
import { explain, isRefusal } from '../api/explain.ts'
import { CodeSignIn } from '../parts/code-sign-in.ts'
import type { Tell } from '../texts/account-texts.ts'
import type { Speak } from '../texts/speak.ts'
import type { BookingElement } from './booking-element.ts'

/** What did not work, in the visitor's words, and how to try it again. */
export interface Failure {
  text: string
  retry: (() => unknown) | null
}

/** What an element is about: it is shown anew with every change, does one thing at a time, and says what does not work. */
export abstract class UnderWay {
  readonly host: BookingElement
  readonly connection: Connection
  readonly speak: Speak
  readonly tell: Tell
  signIn: CodeSignIn
  failure: Failure | null = null
  /** Something is being sent. */
  busy = false
  /** Payments by card were refused. */
  hasNoCard = false

  constructor(host: BookingElement, connection: Connection, speak: Speak, tell: Tell) {
    this.host = host
    this.connection = connection
    this.speak = speak
    this.tell = tell
    this.signIn = new CodeSignIn(host, tell)
  }

  protected put(changes: object): void {
    Object.assign(this, changes)
    this.host.requestUpdate()
  }

  /** Only ever after the visitor's own action. */
  focus(what: string): void {
    void this.host.updateComplete.then(() => {
      const found = this.host.renderRoot.querySelector<HTMLElement>(what)
      found?.focus({ preventScroll: true })
      found?.scrollIntoView({ block: 'nearest' })
    })
  }

  /** What does not work is said, and nothing that was typed is lost. `mend` knows better: it answers whether it does. */
  async attempt(work: () => Promise<unknown>, mend?: (error: unknown) => boolean): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.failure = null
    this.host.requestUpdate()
    try {
      await work()
    } catch (error) {
      if (!this.sentAway() && !mend?.(error)) this.#fail(error, () => this.attempt(work, mend))
    } finally {
      this.busy = false
      this.host.requestUpdate()
    }
  }

  /** Whether nobody is signed in any more, which is no failure of what was done. */
  protected abstract sentAway(): boolean

  /** Asks anew who somebody is; `contact` when it is the same person. */
  protected askAnew(contact: string): void {
    this.host.removeController(this.signIn)
    this.signIn = new CodeSignIn(this.host, this.tell, contact)
    this.host.requestUpdate()
  }

  #fail(error: unknown, retry: () => unknown): void {
    const isKnown = isBookingError(error)
    this.host.emit('booking-error', {
      code: isKnown ? error.code : 'unknown',
      request_id: (isKnown && error.requestId) || null,
    })
    if (isBookingError(error, 'payment_method_unavailable')) this.hasNoCard = true
    this.failure = { text: explain(error, this.speak), retry: isRefusal(error) ? null : retry }
    this.focus('.notice')
  }
}
