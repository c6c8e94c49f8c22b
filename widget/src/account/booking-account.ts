import { css, type CSSResultGroup } from 'lit'
import type { Connection } from '../api/connect.ts'
import { LazyElement, type Room } from '../element/lazy-element.ts'

/**
 * The personal cabinet: visits to move, cancel and pay, balance, packages and discounts, one's own data.
 *
 * @tagname booking-account
 *
 * @slot header - Above it.
 * @slot footer - Below it.
 *
 * @fires {CustomEvent} booking-again - Somebody wants to book; `preventDefault()` to open a booking of one's own.
 * @fires {CustomEvent} booking-error - Something was refused or did not answer.
 *
 * @csspart frame - All of it.
 * @csspart pass - Whose account it is, beside or above.
 * @csspart name - Their name.
 * @csspart top-up - The button under the balance.
 * @csspart sign-out - The button that signs out; in the profile also `sign-out-everywhere`.
 * @csspart sign-in - The form for a code, with `field` and `input`; in Telegram also `telegram`.
 * @csspart page - What stands beside the pass.
 * @csspart back - The button that goes back.
 * @csspart balance - What is on it.
 * @csspart tabs - The row of sides.
 * @csspart tab - One of them; also `tab-chosen`.
 * @csspart panel - The side that is looked at.
 * @csspart heading - What a step is about.
 * @csspart visit - A coming visit; in it `visit-time`, `visit-date`, `status`, and its buttons `pay`, `move`, `cancel`, `calendar-file`.
 * @csspart calendar - The month of a visit that is moved, as in `booking-widget`: `month`, `turn`, `date`, `day`, `slot`, `anyone`.
 * @csspart terms - What cancelling costs and gives back; beside the button is `keep`.
 * @csspart past-visit - A line of the history; in it `again`, under it `more`.
 * @csspart transaction - A line of the ledger.
 * @csspart package - A package that was bought; in it `punches` and `book`.
 * @csspart discount - A personal discount.
 * @csspart empty - What stands where nothing is yet.
 * @csspart form - What is typed: `field`, `input`, `error`, `language`, `consent`, `push`.
 * @csspart muted - Less important words; other words without a name are the part of their class or tag: `label`, `hint`, `small`, `b`, `h3`.
 * @csspart checkbox - What is ticked; beside a consent also `consent-text`.
 * @csspart call - The clinic’s phone, where nothing can be changed online.
 * @csspart told - A way of being written to, or when; before Telegram is linked there is `telegram-link`.
 * @csspart export - The button that saves all data as a file; beside it `erase`.
 * @csspart notice - What was done, or did not work; `retry` tries again.
 * @csspart submit - The button that does what the step is about.
 */
export class BookingAccount extends LazyElement {
  static override styles: CSSResultGroup = [
    LazyElement.styles,
    css`
      /* What stands below is out of sight until it is known how much there is. */
      :host {
        --reserve: var(--bw-min-height, clamp(640px, 100svh, 1000px));
      }
      :host([signed-out]) {
        --reserve: var(--bw-min-height, 420px);
      }
    `,
  ]

  protected override connected(connection: Connection): void {
    this.toggleAttribute('signed-out', !connection.isSignedIn())
    super.connected(connection)
  }

  protected override async open(connection: Connection): Promise<Room> {
    return (await import('./room.ts')).open(this, connection)
  }
}
