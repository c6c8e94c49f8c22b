import type { BookingElement } from './booking-element.ts'
import type { Wish } from './events.ts'

/** What a widget and a button on the page have in common. */
interface Bookable extends HTMLElement {
  apiKey?: string
  /** Of a widget. */
  mode?: string
  open(): unknown
  choose(wish: Wish): Promise<void>
}

/** To the booking: the one on the page, or the client site's. The page may do it in its own way. */
export function bookAgain(element: BookingElement, slug: string, wish: Wish): void {
  const { connection } = element
  if (!connection) return
  const url = new URL(connection.url)
  url.searchParams.set('clinic', slug)
  for (const [name, id] of Object.entries(wish) as [string, number | null][])
    if (id !== null) url.searchParams.set(name.replace('_id', ''), String(id))
  if (!element.emit('booking-again', { ...wish, url: url.href })) return
  const there = [...document.querySelectorAll('booking-widget, booking-button')]
    .filter(isBookable)
    .find(({ apiKey }) => apiKey === connection.apiKey)
  if (!there) {
    location.assign(url)
    return
  }
  if (there.mode === 'dialog') there.open()
  else there.scrollIntoView({ block: 'nearest' })
  void there.choose(wish)
}

function isBookable(element: Element): element is Bookable {
  return 'choose' in element
}
