import { isBookingError } from '@zapis/sdk'
import type { Connection } from '../api/connect.ts'
import { answer, offerElement } from './offer.ts'
import { createTelegram, wear, type Launch, type Telegram } from './telegram.ts'
import type { siteSay } from './texts/texts.ts'

type Say = ReturnType<typeof siteSay>
const READY_MS = 2_000

/** The same site inside of Telegram: its colours, its buttons, its word for who somebody is. */
export async function startMiniApp(
  launch: Launch,
  connection: Connection,
  say: Say,
): Promise<Telegram> {
  const telegram = createTelegram(launch)
  const root = document.documentElement
  root.classList.add('telegram')
  wear(launch.themeParams, root)
  telegram.onTheme((themeParams) => wear(themeParams, root))
  const shown = new Promise<void>((resolve) => {
    document.addEventListener('booking-ready', () => resolve(), { once: true })
    setTimeout(resolve, READY_MS)
  })
  void shown.then(() => telegram.ready())
  const widget = document.querySelector('booking-widget')
  if (widget) mirrorButtons(telegram, widget)
  await signIn(telegram, connection, say)
  return telegram
}

async function signIn(telegram: Telegram, connection: Connection, say: Say): Promise<void> {
  const { client } = connection
  const { initData: init_data } = telegram.launch
  const chosen = new Promise<void>((resolve) => {
    document.addEventListener('booking-slot-select', () => resolve(), { once: true })
  })
  const asNew = () =>
    chosen
      .then(() => client.request('auth.telegram', { body: { init_data } }))
      .catch(() => undefined)
  try {
    await client.request('auth.telegram', { body: { init_data, known_only: true } })
    const { phone } = await client.request('me.get', {})
    if (phone === null) offerPhone(telegram, connection, say)
  } catch (error) {
    // The clinic may know them by the phone: only who would rather not share it is a new client, and only when they book.
    // Any other guest books as on any other site.
    if (isBookingError(error, 'contact_required')) offerPhone(telegram, connection, say, asNew)
  }
}

/** One tap in place of a code: Telegram knows the number and signs it. */
function offerPhone(
  telegram: Telegram,
  { client }: Connection,
  say: Say,
  declined?: () => unknown,
): void {
  const place = document.querySelector('#before')
  const element = offerElement({
    title: say('sharePhone'),
    text: say('sharePhoneHint'),
    actions: [
      [say('sharePhoneYes'), () => share()],
      [
        say('notNow'),
        () => {
          element.remove()
          declined?.()
        },
      ],
    ],
  })
  async function share(): Promise<void> {
    const contact = await telegram.requestContact()
    if (contact === null) return
    try {
      const init_data = telegram.launch.initData
      await client.request('auth.telegram', { body: { init_data, contact } })
      element.remove()
    } catch (error) {
      answer(element, error instanceof Error ? error.message : '')
    }
  }
  place?.append(element)
}

/** The step's own buttons are pressed by Telegram's; what they say and whether they may be pressed is theirs to know. */
function mirrorButtons(telegram: Telegram, widget: Element): void {
  const button = (part: string) =>
    widget.shadowRoot?.querySelector<HTMLButtonElement>(`[part~="${part}"]`) ?? null
  telegram.onMain(() => button('submit')?.click())
  telegram.onBack(() => button('back')?.click())
  let last = ''
  const show = () => {
    const main = button('submit')
    const text = main?.textContent.trim() ?? ''
    const isActive = main?.getAttribute('aria-disabled') !== 'true'
    const now = JSON.stringify([text, isActive, button('back') !== null])
    if (now === last) return
    last = now
    telegram.showMain(text === '' ? null : { text, isActive, isBusy: !isActive })
    telegram.showBack(button('back') !== null)
    // Closed by a wrong swipe, a half-made booking would be gone.
    telegram.guardClosing(text !== '')
  }
  const watch = () => {
    if (!widget.shadowRoot) return
    new MutationObserver(show).observe(widget.shadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['aria-disabled'],
    })
    show()
  }
  void customElements.whenDefined('booking-widget').then(watch)
}
