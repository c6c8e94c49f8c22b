import { css, html, nothing, type CSSResultGroup } from 'lit'
import { BookingElement } from '../element/booking-element.ts'
import type { Wish } from '../element/events.ts'
import type { Speak } from '../texts/speak.ts'

type Dialog = ReturnType<(typeof import('./dialog.ts'))['createDialog']>

/**
 * A button that opens the booking in a dialog over the page. Its events are those of `<booking-widget>`.
 *
 * @tagname booking-button
 *
 * @slot - What it says; “Book” when left out.
 * @slot header - Above the booking.
 * @slot footer - Below the booking.
 * @slot success - Below the ticket of what was booked.
 *
 * @fires {CustomEvent} booking-success - It is booked.
 * @fires {CustomEvent} booking-close - The dialog was closed.
 *
 * @csspart button - The button. All parts of the booking inside are parts of this element too.
 */
export class BookingButton extends BookingElement {
  static override properties = {
    ...BookingElement.properties,
    location: { type: Number },
    service: { type: Number },
    specialist: { type: Number },
    dialog: { state: true },
  }
  static override styles: CSSResultGroup = [
    BookingElement.styles,
    css`
      :host {
        display: inline-block;
        inline-size: auto;
        min-block-size: 48px;
        vertical-align: middle;
      }
      .main {
        inline-size: 100%;
        min-inline-size: 9em;
      }
    `,
  ]

  /** Id of the branch, when there is no choice. */
  declare location: number | undefined
  /** Id of the service, when there is no choice. */
  declare service: number | undefined
  /** Id of the specialist, when there is no choice. */
  declare specialist: number | undefined
  /** @internal Nothing is loaded for whoever does not open it. */
  declare dialog: Dialog | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.dialog?.closed()
  }

  /** Opens the dialog. What was chosen and typed in it before is still there. */
  async open(): Promise<void> {
    this.dialog ??= (await import('./dialog.ts')).createDialog(this)
    await this.updateComplete
    await this.dialog.open()
  }

  /** Closes the dialog; the focus goes back to where it was. */
  close(): void {
    this.dialog?.close()
  }

  /** Opens the dialog at the times of a service. */
  async choose(wish: Wish): Promise<void> {
    await this.open()
    await this.dialog?.choose(wish)
  }

  protected override content(speak: Speak): unknown {
    return this.#button(speak.say('book'))
  }

  protected override skeleton(): unknown {
    return this.#button(nothing)
  }

  #button(label: unknown): unknown {
    return html`<button
        type="button"
        class="main"
        part="button"
        aria-haspopup="dialog"
        @click=${() => this.open()}
      >
        <slot>${label}</slot></button
      >${this.dialog?.content()}`
  }
}
