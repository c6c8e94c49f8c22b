/** One element as the address says it, for a frame: `?element=booking-widget&api-key=pk_…&theme=dark&--bw-accent=%230e5c4a`. */
const elements = ['booking-widget', 'booking-button', 'booking-account', 'booking-packages']
const attributes = ['api-key', 'location', 'service', 'specialist', 'locale', 'theme']

const asked = new URLSearchParams(location.search)
const name = elements.find((each) => each === asked.get('element')) ?? 'booking-widget'
const element = document.createElement(name)
for (const [key, value] of asked) {
  if (attributes.includes(key)) element.setAttribute(key, value)
  if (/^--bw-[a-z-]+$/.test(key)) element.style.setProperty(key, value)
}
const theme = asked.get('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme
document.documentElement.lang = asked.get('locale') ?? navigator.language.slice(0, 2)
if (name === 'booking-button')
  element.textContent = document.documentElement.lang === 'ru' ? 'Записаться' : 'Book'
document.querySelector('#preview').replaceChildren(element)
