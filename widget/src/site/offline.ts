import { keptVisits, type KeptVisit } from './visits.ts'

const LOOK_MS = 3_000

/** The page that the service worker shows without a connection. It loads nothing: what it says, the browser has kept. */
function show(visit: KeptVisit): HTMLElement {
  const locale = document.documentElement.lang
  const card = document.createElement('article')
  card.className = 'ticket'
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: visit.time_zone }).format(
      new Date(visit.starts_at),
    )
  card.append(
    line('when', say({ hour: '2-digit', minute: '2-digit' })),
    line('', say({ weekday: 'long', day: 'numeric', month: 'long' })),
    line('', visit.service),
    line('muted', [visit.place, visit.address].filter(Boolean).join(', ')),
  )
  if (visit.phone !== null) {
    const phone = document.createElement('a')
    phone.href = `tel:${visit.phone}`
    phone.textContent = visit.phone
    card.append(phone)
  }
  return card
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('p')
  element.className = className
  element.textContent = text
  return element
}

const [next] = keptVisits(localStorage, Date.now())
const place = document.querySelector<HTMLElement>('#visit')
if (next && place) {
  place.append(show(next))
  place.hidden = false
}
// Shown in place of the page that was asked for: that one is tried again.
if (location.pathname !== '/offline') {
  const again = document.querySelector<HTMLAnchorElement>('#again')
  if (again) again.href = location.href
  addEventListener('online', () => void comeBack())
  setInterval(() => void comeBack(), LOOK_MS)
}

/** A network that is there again does not reach everything at once. */
async function comeBack(): Promise<void> {
  const { ok } = await fetch('/healthz', { cache: 'no-store' }).catch(() => ({ ok: false }))
  if (ok) location.reload()
}
