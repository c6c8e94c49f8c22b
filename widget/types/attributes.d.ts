import type { BookingEvents } from '@zapis/widget'

/** What every element takes. */
interface Common {
  /** Publishable key of the clinic, `pk_…`. */
  'api-key': string
  /** Address of the server; the one that the script came from when left out. */
  'api-url'?: string
  locale?: string
  theme?: 'auto' | 'light' | 'dark'
}

/** Attributes of `<booking-widget>`. */
export interface BookingWidgetAttributes extends Common {
  location?: number | string
  service?: number | string
  specialist?: number | string
  mode?: 'inline' | 'dialog'
}

/** Attributes of `<booking-button>`. */
export type BookingButtonAttributes = Omit<BookingWidgetAttributes, 'mode'>

/** Attributes of `<booking-account>`. */
export type BookingAccountAttributes = Common

/** Attributes of `<booking-packages>`. */
export interface BookingPackagesAttributes extends Common {
  service?: number | string
}

/** The elements by their names. */
export interface Elements {
  'booking-widget': BookingWidgetAttributes
  'booking-button': BookingButtonAttributes
  'booking-account': BookingAccountAttributes
  'booking-packages': BookingPackagesAttributes
}

/** `onbooking-success`: what React 19 makes listeners of. */
export type Listeners = {
  [Name in keyof BookingEvents as `on${Name}`]?: (event: CustomEvent<BookingEvents[Name]>) => void
}
