import type { BookingErrorCode, Money } from '@zapis/sdk'

/** What is being booked, as far as it is chosen. Ids, times and prices; nothing about the visitor. */
export interface Chosen {
  /** The branch. */
  location_id: number | null
  /** The service. */
  service_id: number | null
  /** The specialist; null = any, or none chosen yet. */
  specialist_id: number | null
  /** The start, RFC 3339. */
  starts_at: string | null
  /** What it costs. */
  price: Money | null
}

/** What somebody wants to book, ids. */
export interface Wish {
  location_id: number | null
  service_id: number | null
  specialist_id: number | null
}

/** Names of the steps. */
export type Step = 'service' | 'specialist' | 'time' | 'contacts' | 'payment' | 'done'

/** The events of the elements: they bubble and leave shadow roots. `detail` has ids and prices, no personal data. */
export interface BookingEvents {
  /** The first view is there. */
  'booking-ready': Record<string, never>
  /** A step is shown. */
  'booking-step': Chosen & { step: Step }
  /** A time was chosen. */
  'booking-slot-select': Chosen
  /** The time is held until `expires_at`. */
  'booking-hold': Chosen & { expires_at: string }
  /** About to be booked: `preventDefault()` stops it. */
  'booking-submit': Chosen & { payment_method: string }
  /** It is booked. */
  'booking-success': Chosen & { appointment_id: number; status: string }
  /** Something was refused or did not answer. */
  'booking-error': { code: BookingErrorCode | 'unknown'; request_id: string | null }
  /** A package was bought. */
  'booking-purchase': { client_package_id: number; package_id: number; price: Money }
  /** Somebody wants to book: `preventDefault()` to open a booking of one's own, else the page's widget or `url` is opened. */
  'booking-again': Wish & { url: string }
  /** A dialog was closed. */
  'booking-close': Record<string, never>
}
