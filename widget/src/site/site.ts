import type { Connection } from '../api/connect.ts'
import type { BookingWidget } from '../booking/booking-widget.ts'
import { pushOffer } from './ask-push.ts'
import { brand } from './brand.ts'
import { offerInstall } from './install.ts'
import { refreshVisits, rememberVisit } from './keep-next.ts'
import { keepLanguage } from './language.ts'
import { readLaunch, type Launch } from './messenger.ts'
import { readPageData } from './page-data.ts'
import { resubscribe, unsubscribe } from './push.ts'
import { siteSay } from './texts/texts.ts'
import { forgetVisits } from './visits.ts'
import { startWorker } from './worker.ts'

const { locale, color } = readPageData()
const say = siteSay(locale)
const launch = launchHere()

keepLanguage(locale)
brand(color, document.documentElement)
offerInstall(document.querySelector<HTMLButtonElement>('#install'))
document.addEventListener('booking-success', booked)
void begin()

/** The elements come by their own module: what they know of the clinic and of who is signed in is theirs. */
async function begin(): Promise<void> {
  if (launch && isElsewhere(launch)) return
  await customElements.whenDefined('booking-widget')
  const widget = document.querySelector<BookingWidget>('booking-widget')
  const { connection } = widget ?? {}
  if (!widget || !connection) return
  widget.source = launch?.messenger === 'telegram' ? 'telegram' : 'site'
  if (launch) await inMessenger(launch, connection)
  await whenLoaded()
  await startWorker().catch(() => undefined)
  watchSignOut(connection)
  await refreshVisits(connection.client, connection.isSignedIn())
  if (connection.isSignedIn()) await resubscribe(connection.client).catch(() => undefined)
}

function whenLoaded(): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve()
  return new Promise((resolve) => addEventListener('load', resolve, { once: true }))
}

/** The device is the next one's, perhaps. */
function watchSignOut(connection: Connection): void {
  let wasSignedIn = connection.isSignedIn()
  connection.join(() => {
    const isLeaving = wasSignedIn && !connection.isSignedIn()
    wasSignedIn = connection.isSignedIn()
    if (!isLeaving) return
    forgetVisits(localStorage)
    void unsubscribe().catch(() => undefined)
  })
}

/** A visit is kept for the offline page, and only now is anybody asked about notifications. */
function booked({ target }: Event): void {
  const widget = isWidget(target) ? target : null
  const code = widget?.booking?.flow.visit?.code
  if (!widget?.connection || code === undefined) return
  const { client } = widget.connection
  void rememberVisit(client, code)
  widget.querySelector('[slot="success"]')?.remove()
  const of = widget.connection.isSignedIn() ? null : code
  const offer = launch ? null : pushOffer({ client, say, code: of })
  if (offer === null) return
  offer.slot = 'success'
  widget.append(offer)
}

function isWidget(target: EventTarget | null): target is BookingWidget {
  return target instanceof Element && target.localName === 'booking-widget'
}

/**
 * One bot speaks for several clinics and MAX keeps one address for its app: whose site it is comes as the app's payload.
 * An address that names a clinic is followed no further.
 */
function isElsewhere({ messenger, initData }: Launch): boolean {
  const payload = new URLSearchParams(initData).get('start_param') ?? ''
  const clinic = /^clinic-([a-z0-9-]+)$/.exec(payload)?.[1]
  const asked = new URLSearchParams(location.search)
  if (messenger !== 'max' || clinic === undefined || asked.has('clinic')) return false
  asked.set('clinic', clinic)
  location.replace(`?${asked.toString()}`)
  return true
}

function launchHere(): Launch | null {
  try {
    return readLaunch(location.hash, sessionStorage)
  } catch {
    // Storage is refused: a Mini App without it is a site.
    return null
  }
}

async function inMessenger(launch: Launch, connection: Connection): Promise<void> {
  const { startMiniApp } = await import('./mini-app.ts')
  await startMiniApp(launch, connection, say)
}
