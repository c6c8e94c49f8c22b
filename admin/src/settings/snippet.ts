/** An element for a clinic’s own site, as it is set up. */
export interface Embedded {
  element: 'booking-widget' | 'booking-button' | 'booking-account' | 'booking-packages'
  /** Publishable. */
  key: string
  attributes: Readonly<Record<string, string>>
  /** Custom properties. */
  styles: Readonly<Record<string, string>>
}

/** The room that an element takes, kept by the page until the module has come; the account's, also for those who are signed in. */
const room: Readonly<Record<Embedded['element'], string>> = {
  'booking-widget':
    'booking-widget:not(:defined) { display: block; min-height: clamp(640px, 100svh - 80px, 820px) }',
  'booking-button':
    'booking-button:not(:defined) { display: inline-block; min-height: 48px; vertical-align: middle }',
  'booking-account': 'booking-account { display: block; min-height: clamp(640px, 100svh, 1000px) }',
  'booking-packages':
    'booking-packages:not(:defined) { display: block; min-height: clamp(320px, (640px - 100vw) * 999, 560px) }',
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** What is pasted into the site. */
export function snippetOf(embedded: Embedded, origin: string): string {
  const { element, key, attributes, styles } = embedded
  const given = Object.entries({ 'api-key': key || 'pk_…', ...allowed(embedded, attributes) })
  const said = given.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  const rules = Object.entries(styles).map(([name, value]) => `${name}: ${value}`)
  const own = rules.length > 0 ? ` ${element} { ${rules.join('; ')} }` : ''
  return [
    `<style>${room[element]}${own}</style>`,
    `<script type="module" src="${origin}/widget/booking-widget.js"></script>`,
    `<${element}${said}></${element}>`,
  ].join('\n')
}

/** The page that shows it. */
export function previewOf(embedded: Embedded): string {
  const { element, key, attributes, styles } = embedded
  const query = new URLSearchParams({
    element,
    'api-key': key,
    ...allowed(embedded, attributes),
    ...styles,
  })
  return `/examples/embed/preview?${query}`
}

/** The account and the packages are of no branch or service. */
function allowed({ element }: Embedded, attributes: Embedded['attributes']) {
  const isBooking = element === 'booking-widget' || element === 'booking-button'
  const names = ['locale', 'theme', ...(isBooking ? ['location', 'service', 'specialist'] : [])]
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)))
}
