import { isBookingError } from '@zapis/sdk'
import type { Connection } from '../api/connect.ts'
import { answer, offerElement } from './offer.ts'
import { createMax } from './max.ts'
import type { Launch, Messenger } from './messenger.ts'
import { createTelegram } from './telegram.ts'
import type { siteSay } from './texts/texts.ts'
import { wear } from './wear.ts'

type Say = ReturnType<typeof siteSay>
const names = { telegram: 'Telegram', max: 'MAX' } as const
const READY_MS = 2_000

/** The same site inside of a messenger: its colours, its buttons, its word for who somebody is. */
export async function startMiniApp(
  launch: Launch,
  connection: Connection,
  say: Say,
): Promise<Messenger> {
  const messenger = launch.messenger === 'max' ? createMax(launch) : createTelegram(launch)
  const root = document.documentElement
  root.classList.add('messenger')
  wear(launch.themeParams, root)
  messenger.onTheme((themeParams) => wear(themeParams, root))
  const shown = new Promise<void>((resolve) => {
    document.addEventListener('booking-ready', () => resolve(), { once: true })
    setTimeout(resolve, READY_MS)
  })
  void shown.then(() => messenger.ready())
  const widget = document.querySelector('booking-widget')
  if (widget) mirrorButtons(messenger, widget)
  await signIn(messenger, connection, say)
  return messenger
}

async function signIn(messenger: Messenger, connection: Connection, say: Say): Promise<void> {
  const { client } = connection
  const identity = identityOf(messenger.launch)
  const chosen = new Promise<void>((resolve) => {
    document.addEventListener('booking-slot-select', () => resolve(), { once: true })
  })
  const asNew = () =>
    chosen.then(() => client.request('auth.telegram', { body: identity })).catch(() => undefined)
  try {
    await client.request('auth.telegram', { body: { ...identity, known_only: true } })
    const { phone } = await client.request('me.get', {})
    if (phone === null) offerPhone(messenger, connection, say)
  } catch (error) {
    // The clinic may know them by the phone: only who would rather not share it is a new client, and only when they book.
    // Any other guest books as on any other site.
    if (isBookingError(error, 'contact_required')) offerPhone(messenger, connection, say, asNew)
  }
}

function identityOf({ messenger, initData }: Launch) {
  return { init_data: initData, messenger }
}

/** One tap in place of a code: the messenger knows the number and signs it. */
function offerPhone(
  messenger: Messenger,
  { client }: Connection,
  say: Say,
  declined?: () => unknown,
): void {
  const place = document.querySelector('#before')
  const element = offerElement({
    title: say('sharePhone', { app: names[messenger.launch.messenger] }),
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
    const contact = await messenger.requestContact()
    if (contact === null) return
    try {
      const body = { ...identityOf(messenger.launch), contact }
      await client.request('auth.telegram', { body })
      element.remove()
    } catch (error) {
      answer(element, error instanceof Error ? error.message : '')
    }
  }
  place?.append(element)
}

/** The step's own buttons are pressed by the messenger's; what they say and whether they may be pressed is theirs to know. */
function mirrorButtons(messenger: Messenger, widget: Element): void {
  const button = (part: string) =>
    widget.shadowRoot?.querySelector<HTMLButtonElement>(`[part~="${part}"]`) ?? null
  messenger.onMain(() => button('submit')?.click())
  messenger.onBack(() => button('back')?.click())
  let last = ''
  const show = () => {
    const main = button('submit')
    const text = main?.textContent.trim() ?? ''
    const isActive = main?.getAttribute('aria-disabled') !== 'true'
    const now = JSON.stringify([text, isActive, button('back') !== null])
    if (now === last) return
    last = now
    messenger.showMain(text === '' ? null : { text, isActive, isBusy: !isActive })
    messenger.showBack(button('back') !== null)
    // Closed by a wrong swipe, a half-made booking would be gone.
    messenger.guardClosing(text !== '')
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
