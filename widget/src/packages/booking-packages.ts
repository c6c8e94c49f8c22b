import { css, type CSSResultGroup } from 'lit'
import type { Connection } from '../api/connect.ts'
import { LazyElement, type Room } from '../element/lazy-element.ts'

/**
 * The packages of visits that the clinic sells, to be bought here.
 *
 * @tagname booking-packages
 *
 * @slot header - Above it.
 * @slot footer - Below it.
 *
 * @fires {CustomEvent} booking-purchase - A package was bought.
 * @fires {CustomEvent} booking-again - Somebody wants to book with it; `preventDefault()` to open a booking of one's own.
 * @fires {CustomEvent} booking-error - Something was refused or did not answer.
 *
 * @csspart frame - All of it.
 * @csspart package - A package; in it `punches` and `saving`.
 * @csspart buy - Its button.
 * @csspart heading - What a step is about.
 * @csspart price - What is to be paid.
 * @csspart pay-wallet - The button to pay from the balance.
 * @csspart pay-card - The button to pay by card.
 * @csspart book - The button to book with what was bought; beside it `others`.
 * @csspart page - A step.
 * @csspart back - The button that goes back.
 * @csspart sign-in - The form for a code: `field`, `input`, `error`, `submit`.
 * @csspart empty - What stands where nothing is sold.
 * @csspart muted - Less important words; other words without a name are the part of their class or tag: `small`, `b`, `h3`.
 * @csspart notice - What did not work; `retry` tries again.
 */
export class BookingPackages extends LazyElement {
  static override styles: CSSResultGroup = [
    LazyElement.styles,
    css`
      /* A row of cards, or two of them one under the other. */
      :host {
        --reserve: var(--bw-min-height, clamp(320px, (640px - 100vw) * 999, 560px));
      }
    `,
  ]
  static override properties = { ...LazyElement.properties, service: { type: Number } }

  /** Id of a service, to show its packages alone. */
  declare service: number | undefined

  protected override async open(connection: Connection): Promise<Room> {
    return (await import('./room.ts')).open(this, connection)
  }
}
