import { escapeHtml } from '../html.ts'
import type { Clinic } from './clinic.ts'
import { siteDocument } from './document.ts'
import { linesOf, type Place } from './places.ts'
import { dayName, siteTexts } from './texts.ts'

export interface HomePage {
  clinic: Clinic
  places: Place[]
  locale: 'ru' | 'en'
  /** Deep links: what is chosen already. */
  chosen: { location?: string; service?: string; specialist?: string }
  /** The page's own address with another language. */
  otherLanguage: string
  /** Whether the address itself says which clinic. */
  isNamed: boolean
}

/** The clinic's page: what it is, times to book, where it is, packages, one's account. */
export function homePage(page: HomePage): string {
  const { clinic, places, locale, otherLanguage } = page
  const texts = siteTexts[locale]
  const other = locale === 'ru' ? 'en' : 'ru'
  const element = (name: string, attributes: Record<string, string | undefined> = {}) =>
    tag(name, { 'api-key': clinic.key, locale, ...attributes })
  const body = `<a class="skip" href="#book">${texts.toBooking}</a>
<header class="top">
  <a class="name" href="#book">${logo(clinic)}<span>${escapeHtml(clinic.name)}</span></a>
  <nav>
    <a href="#book">${texts.book}</a>
    <a href="#places">${texts.places}</a>
    <a href="#packages">${texts.packages}</a>
    <a href="#account">${texts.account}</a>
    <a class="language" href="${escapeHtml(otherLanguage)}" hreflang="${other}" lang="${other}">${texts.other}</a>
  </nav>
</header>
<main>
  <section class="hero">
    <h1>${escapeHtml(clinic.name)}</h1>
    ${clinic.about ? `<p>${escapeHtml(clinic.about)}</p>` : ''}
  </section>
  <section id="book" aria-label="${texts.book}">
    <div id="before"></div>
    ${element('booking-widget', page.chosen)}
    <div id="after"></div>
    <noscript><p class="plain">${texts.noScript}</p></noscript>
  </section>
  <section id="places" aria-labelledby="places-title">
    <h2 id="places-title">${texts.places}</h2>
    <div class="places">${places.map((place) => placeCard(place, locale)).join('')}</div>
  </section>
  <section id="packages" aria-labelledby="packages-title">
    <h2 id="packages-title">${texts.packages}</h2>
    ${element('booking-packages')}
  </section>
  <section id="account" aria-labelledby="account-title">
    <h2 id="account-title">${texts.account}</h2>
    ${element('booking-account')}
  </section>
</main>
<footer><button type="button" id="install" class="quiet" hidden>${texts.install}</button><span>${texts.poweredBy}</span></footer>`
  const query = new URLSearchParams({ clinic: clinic.slug, lang: locale }).toString()
  return siteDocument({
    locale,
    title: texts.title(clinic.name),
    description: clinic.about || texts.description(clinic.name),
    manifest: `/manifest.webmanifest?${query}`,
    scripts: ['/widget/booking-widget.js', '/widget/site/site.js'],
    data: {
      key: clinic.key,
      locale,
      clinic: page.isNamed ? clinic.slug : null,
      name: clinic.name,
      color: clinic.color,
    },
    isIndexed: true,
    body,
  })
}

function tag(name: string, attributes: Record<string, string | undefined>): string {
  const said = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : ` ${attribute}="${escapeHtml(value)}"`,
  )
  return `<${name}${said.join('')}></${name}>`
}

function logo({ logo }: Clinic): string {
  return logo === null ? '' : `<img src="${escapeHtml(logo)}" alt="" height="32">`
}

function placeCard(place: Place, locale: 'ru' | 'en'): string {
  const texts = siteTexts[locale]
  const where = [place.city, place.address].filter(Boolean).join(', ')
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(where)}`
  const lines = linesOf(place.week).map(({ from, to, hours }) => {
    const days =
      from === to ? dayName(from, locale) : `${dayName(from, locale)}–${dayName(to, locale)}`
    const open = hours.map(([opens, closes]) => `${opens}–${closes}`).join(', ')
    const isAllDay = open === '00:00–24:00'
    return `<div><dt>${days}</dt><dd>${isAllDay ? texts.allDay : open || texts.closed}</dd></div>`
  })
  return `<article data-place="${place.id}">
  <h3>${escapeHtml(place.name)}</h3>
  ${where ? `<p>${escapeHtml(where)} <a href="${escapeHtml(map)}" target="_blank" rel="noopener noreferrer">${texts.map}</a></p>` : ''}
  ${place.phone ? `<p><a class="phone" href="tel:${escapeHtml(place.phone)}">${escapeHtml(sayPhone(place.phone))}</a></p>` : ''}
  <dl class="hours">${lines.join('')}</dl>
</article>`
}

/** +7 495 555-01-01 as it is said here; others in groups as they are. */
export function sayPhone(phone: string): string {
  const match = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone)
  return match ? `+7 ${match[1]} ${match[2]}-${match[3]}-${match[4]}` : phone
}
