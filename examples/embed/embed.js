/** The generator: what the form says as HTML to be copied, and as a living element beside them. */
const texts = {
  ru: {
    title: 'Запись на ваш сайт',
    lead: 'Выберите, что показать, скопируйте код и вставьте его туда, где должна быть запись: скрипт, тег и стиль, который держит для него место. Сборка не нужна.',
    key: 'Публичный ключ (pk_…)',
    element: 'Что встроить',
    widget: 'Запись',
    button: 'Кнопка записи',
    account: 'Личный кабинет',
    packages: 'Абонементы',
    location: 'Филиал',
    service: 'Услуга',
    specialist: 'Специалист',
    any: 'Выберет клиент',
    locale: 'Язык',
    pageLanguage: 'Как у страницы',
    theme: 'Тема',
    auto: 'Как у страницы',
    light: 'Светлая',
    dark: 'Тёмная',
    accent: 'Цвет',
    radius: 'Скругление, px',
    size: 'Размер текста, px',
    snippet: 'Код для сайта',
    copy: 'Скопировать',
    copied: 'Скопировано',
    selected: 'Код выделен: скопируйте его сами',
    more: 'Тильда, WordPress, события и политика CSP',
    preview: 'Как это выглядит',
    failure: 'Ключ не подошёл: проверьте его и сайты, которым он разрешён.',
  },
  en: {
    title: 'Booking on your site',
    lead: 'Choose what to show, copy the code and paste it where booking should be: a script, a tag, and a style that keeps room for it. No build step.',
    key: 'Publishable key (pk_…)',
    element: 'What to embed',
    widget: 'Booking',
    button: 'A booking button',
    account: 'Account',
    packages: 'Packages',
    location: 'Branch',
    service: 'Service',
    specialist: 'Specialist',
    any: 'The client chooses',
    locale: 'Language',
    pageLanguage: 'As the page',
    theme: 'Theme',
    auto: 'As the page',
    light: 'Light',
    dark: 'Dark',
    accent: 'Colour',
    radius: 'Corner radius, px',
    size: 'Text size, px',
    snippet: 'Code for your site',
    copy: 'Copy',
    copied: 'Copied',
    selected: 'The code is selected: copy it yourself',
    more: 'Tilda, WordPress, events and the CSP',
    preview: 'What it looks like',
    failure: 'The key does not fit: check it, and the sites it is allowed on.',
  },
}

/** The room that an element takes, kept by the page until the module has come; the account's, also for those who are signed in. */
const room = {
  'booking-widget':
    'booking-widget:not(:defined) { display: block; min-height: clamp(640px, 100svh - 80px, 820px) }',
  'booking-button':
    'booking-button:not(:defined) { display: inline-block; min-height: 48px; vertical-align: middle }',
  'booking-account': 'booking-account { display: block; min-height: clamp(640px, 100svh, 1000px) }',
  'booking-packages':
    'booking-packages:not(:defined) { display: block; min-height: clamp(320px, (640px - 100vw) * 999, 560px) }',
}

const asked = new URLSearchParams(location.search)
const language = asked.get('lang') ?? navigator.language.slice(0, 2)
const locale = language === 'ru' ? 'ru' : 'en'
const say = texts[locale]
const form = document.querySelector('#options')
const DEFAULT_ACCENT = '#0e5c4a'
const choices = ['location', 'service', 'specialist']

document.documentElement.lang = locale
document.title = `${say.title} — Zapis`
for (const element of document.querySelectorAll('[data-text]'))
  element.textContent = say[element.dataset.text]
if (asked.has('key')) form.elements['api-key'].value = asked.get('key')

/** What the form says: attributes of the element, and its custom properties. */
function read() {
  const isBooking = /widget|button/.test(form.elements.element.value)
  // The account and the packages are of no branch or specialist.
  for (const name of choices) form.elements[name].disabled = !isBooking
  const fields = Object.fromEntries(new FormData(form))
  const names = ['api-key', ...(isBooking ? choices : []), 'locale', 'theme']
  const attributes = names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : []))
  const accent = fields['--bw-accent']
  const styles = [
    accent !== DEFAULT_ACCENT && ['--bw-accent', accent],
    fields['--bw-radius'] && ['--bw-radius', `${fields['--bw-radius']}px`],
    fields['--bw-text-size'] && ['--bw-text-size', `${fields['--bw-text-size']}px`],
  ].filter(Boolean)
  return { element: fields.element, attributes, styles }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

function snippet({ element, attributes, styles }) {
  const said = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  const rules = styles.map(([name, value]) => `${name}: ${value}`).join('; ')
  const own = rules ? ` ${element} { ${rules} }` : ''
  return [
    `<style>${room[element]}${own}</style>`,
    `<script type="module" src="${location.origin}/widget/booking-widget.js"></script>`,
    `<${element}${said}></${element}>`,
  ].join('\n')
}

function show() {
  const { element, attributes, styles } = read()
  document.querySelector('#snippet').textContent = snippet({ element, attributes, styles })
  const living = document.createElement(element)
  for (const [name, value] of attributes) living.setAttribute(name, value)
  for (const [name, value] of styles) living.style.setProperty(name, value)
  document.querySelector('#preview').replaceChildren(living)
}

/** What the clinic of the key has to choose from. */
async function loadChoices() {
  const authorization = `Bearer ${form.elements['api-key'].value}`
  const headers = { authorization, 'accept-language': locale }
  const lists = await Promise.all(
    choices.map(async (name) => {
      const answer = await fetch(`/v1/${name}s?limit=100`, { headers })
      return answer.ok ? (await answer.json()).data : null
    }),
  )
  const isRefused = lists.includes(null)
  document.querySelector('#failure').textContent = isRefused ? say.failure : ''
  choices.forEach((name, index) => {
    const select = form.elements[name]
    const options = (lists[index] ?? []).map((item) => {
      const person = [item.first_name, item.last_name].filter(Boolean).join(' ')
      return new Option(item.name ?? person, item.id)
    })
    select.replaceChildren(new Option(say.any, ''), ...options)
  })
}

form.addEventListener('input', ({ target }) => {
  if (target.name !== 'api-key') show()
})
form.elements['api-key'].addEventListener('change', () => void loadChoices().then(show))
form.addEventListener('submit', (event) => event.preventDefault())
document.querySelector('#copy').addEventListener('click', async () => {
  const code = document.querySelector('#snippet')
  // Without https, or without the permission, a page may only select.
  const copied = await navigator.clipboard?.writeText(code.textContent).then(
    () => true,
    () => false,
  )
  if (!copied) getSelection().selectAllChildren(code)
  document.querySelector('#copied').textContent = copied ? say.copied : say.selected
})
await loadChoices().catch(() => undefined)
show()
