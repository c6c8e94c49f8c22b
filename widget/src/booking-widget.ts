/**
 * The module of the two-line snippet: defines the elements. Importing it twice, in two versions or where there is no page
 * does no harm.
 */
import { BookingAccount } from './account/booking-account.ts'
import { BookingWidget } from './booking/booking-widget.ts'
import { BookingButton } from './button/booking-button.ts'
import { define } from './element/define.ts'
import type { BookingEvents } from './element/events.ts'
import { BookingPackages } from './packages/booking-packages.ts'

define('booking-widget', BookingWidget)
define('booking-account', BookingAccount)
define('booking-packages', BookingPackages)
define('booking-button', BookingButton)

declare global {
  interface HTMLElementTagNameMap {
    'booking-account': BookingAccount
    'booking-button': BookingButton
    'booking-packages': BookingPackages
    'booking-widget': BookingWidget
  }
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the page’s map gets ours
  interface HTMLElementEventMap extends BookingEventMap {}
}

type BookingEventMap = { [Name in keyof BookingEvents]: CustomEvent<BookingEvents[Name]> }

export { BookingAccount, BookingButton, BookingPackages, BookingWidget }
export type { BookingEvents, Chosen, Step, Wish } from './element/events.ts'
