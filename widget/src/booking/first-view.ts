import type { Service, Slot } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { choosePlace, chooseService } from '../flow/flow.ts'
import { failureNotice } from '../parts/failure-notice.ts'
import { addressOf } from '../parts/address.ts'
import { callLink } from '../parts/place.ts'
import { shortDay } from '../parts/short-day.ts'
import { zoneNote } from '../parts/zones.ts'
import type { Booking } from './booking.ts'

/** So many can be taken in at a glance. */
const MANY = 8

/** Branches, services and the nearest times: a visitor may book from here in one step. */
export function firstView(booking: Booking): unknown {
  const { speak, places, place, services } = booking
  return html`<div class="page" part="page">
    <h2 tabindex="-1" part="heading">${speak.say('chooseService')}</h2>
    ${whatFailed(booking)} ${places.length > 1 ? placeRow(booking) : nothing}
    ${place ? zoneNote(speak, place.time_zone, new Date()) : nothing}
    ${services.length > MANY ? searchField(booking) : nothing} ${groups(booking)}
    ${place && services.length === 0 ? nobodyHere(booking) : nothing}
  </div>`
}

/** What did not work, and how to try it again. */
export function whatFailed({ speak, failure }: Booking): unknown {
  return failure ? failureNotice(speak, { ...failure, text: failure.text(speak) }) : nothing
}

function placeRow(booking: Booking): unknown {
  const { speak, flow } = booking
  const choose = (id: number) => {
    booking.set({ nearest: null, flow: choosePlace(flow, id) })
    booking.loadNearest().catch((error: unknown) => booking.fail(error, () => booking.load()))
  }
  return html`<div class="places" role="group" aria-label=${speak.say('place')} part="places">
    ${booking.places.map(
      ({ id, name, city, address }) =>
        html`<button
          type="button"
          class="place"
          part="place"
          aria-pressed=${id === flow.locationId}
          @click=${() => choose(id)}
        >
          <b>${name}</b><span class="small">${addressOf({ city, address })}</span>
        </button>`,
    )}
  </div>`
}

function searchField(booking: Booking): unknown {
  const { say } = booking.speak
  const look = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    booking.set({ query: target.value })
    const count = shownServices(booking).length
    booking.set({ said: target.value ? say('found', { count }) : '' })
  }
  return html`<input
    class="search"
    part="search"
    type="search"
    autocomplete="off"
    aria-label=${say('search')}
    placeholder=${say('search')}
    .value=${booking.query}
    @input=${look}
  />`
}

function shownServices({ services, query }: Booking): readonly Service[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return services.filter(({ name, category, description }) => {
    const text = `${name} ${category} ${description}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Categories in the order of their first service; the fold is set by the element's height, see `fold`. */
function groups(booking: Booking): unknown {
  const { say } = booking.speak
  const { query, services, host } = booking
  const shown = shownServices(booking)
  if (query && shown.length === 0)
    return html`<p class="notice" part="notice">
      ${say('nothingFound', { query })}
      <button type="button" class="link" @click=${() => booking.set({ query: '', said: '' })}>
        ${say('showAllServices')}
      </button>
    </p>`
  const isFolded = !query && !booking.unfolded && host.fold < services.length
  const visible = isFolded ? shown.slice(0, host.fold) : shown
  const categories = byCategory(visible)
  const hasNames = services.some(({ category }) => category)
  return html`${[...categories].map(
    ([category, list]) =>
      html`<section class="group" part="category">
        ${hasNames ? html`<h3>${category || say('otherServices')}</h3>` : nothing}
        <ul>
          ${list.map((service) => html`<li>${serviceRow(booking, service)}</li>`)}
        </ul>
      </section>`,
  )}
  ${isFolded ? moreButton(booking, shown.length - visible.length) : nothing}`
}

function byCategory(services: readonly Service[]): Map<string, Service[]> {
  const found = new Map<string, Service[]>()
  for (const service of services)
    found.set(service.category, [...(found.get(service.category) ?? []), service])
  return found
}

function moreButton(booking: Booking, count: number): unknown {
  return html`<button
    type="button"
    class="quiet more"
    part="more"
    @click=${() => booking.set({ unfolded: true })}
  >
    ${booking.speak.say('showMore', { count })}
  </button>`
}

function serviceRow(booking: Booking, service: Service): unknown {
  const { speak, nearest, flow } = booking
  const { id, name, duration_min } = service
  const times = nearest ? (nearest.get(id) ?? []) : undefined
  const open = () => {
    booking.go(chooseService(flow, id, booking.able(id)))
    void booking.host.with((later, now) => later.opened(now))
  }
  return html`<div class="service" part="service">
    <button
      type="button"
      class="open"
      part="service-name"
      aria-label=${speak.say('allTimes', { service: name })}
      @click=${open}
    >
      <span class="name">${name}</span>
      <span class="cost small">
        <b>${price(booking, service, times)}</b> · ${speak.length(duration_min)}
      </span>
    </button>
    <div class="times" part="times">
      ${times ? chips(booking, service, times) : [1, 2, 3].map(() => html`<i class="bone"></i>`)}
    </div>
  </div>`
}

function chips(booking: Booking, service: Service, times: readonly Slot[]): unknown {
  const { speak, place } = booking
  if (times.length === 0 || !place)
    return html`<span class="small muted">${speak.say('noTimesSoon')}</span>`
  return times.map((slot) => {
    const day = shortDay(speak, slot.starts_at, place.time_zone)
    const time = speak.time(slot.starts_at, place.time_zone)
    return html`<button
      type="button"
      class="pill"
      part="slot"
      aria-label=${speak.say('bookAt', { service: service.name, when: `${day}, ${time}` })}
      @click=${() => booking.host.with((later, now) => later.takeTime(now, slot, service.id))}
    >
      <span>${time}</span><span class="when">${day}</span>
    </button>`
  })
}

/** The clinic's price, and one's own where it is lower. */
function price({ speak, connection }: Booking, service: Service, times?: readonly Slot[]): unknown {
  const prices = service.specialists.map((each) => each.price ?? service.price.amount)
  const least = Math.min(...prices, ...(prices.length ? [] : [service.price.amount]))
  const money = (amount: number) => speak.money({ ...service.price, amount })
  const own = connection.isSignedIn() ? times?.[0]?.price.amount : undefined
  if (own !== undefined && own < least)
    return html`${money(own)}
      <s class="muted"
        ><span class="unseen">${speak.say('priceWas', { price: '' })}</span>${money(least)}</s
      >`
  if (least === 0) return speak.say('free')
  return prices.some((each) => each !== least)
    ? speak.say('from', { price: money(least) })
    : money(least)
}

function nobodyHere({ speak, place }: Booking): unknown {
  return html`<p class="notice">${speak.say('noServices')} ${callLink(speak, place?.phone)}</p>`
}

/** The shape of what comes. */
export function firstBones(): unknown {
  return html`<div class="page">
    <i class="bone title"></i>
    ${[1, 2, 3, 4, 5].map(
      () =>
        html`<div class="service">
          <div class="open"><i class="bone line"></i></div>
          <div class="times">${[1, 2, 3].map(() => html`<i class="bone"></i>`)}</div>
        </div>`,
    )}
  </div>`
}
