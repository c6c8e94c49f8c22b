/** What `<booking-account>` loads when it is used. */
import type { CSSResult } from 'lit'
import type { Connection } from '../api/connect.ts'
import { laterSheet } from '../booking/later-sheet.ts'
import { checks } from '../design/checks.ts'
import { perforation } from '../design/perforation.ts'
import { inputs } from '../design/inputs.ts'
import { framed, wear } from '../element/framed.ts'
import type { Room } from '../element/lazy-element.ts'
import { signInSheet } from '../parts/code-sign-in.ts'
import { tellIn } from '../texts/account-texts.ts'
import { speakIn } from '../texts/speak.ts'
import { findLanguage } from '../element/find-language.ts'
import { Account } from './account.ts'
import { accountSheet } from './account-sheet.ts'
import type { BookingAccount } from './booking-account.ts'
import { linesSheet } from './lines-sheet.ts'
import { open as begin, reload } from './load.ts'
import { signedOutView } from './signed-out-view.ts'
import { accountView } from './view.ts'
import { visitSheet } from './visit-sheet.ts'

const sheets: readonly CSSResult[] = [
  inputs,
  checks,
  laterSheet,
  signInSheet,
  perforation,
  visitSheet,
  accountSheet,
  linesSheet,
]

export async function open(host: BookingAccount, connection: Connection): Promise<Room> {
  const speak = await speakIn(findLanguage(host, host.locale))
  wear(host, sheets)
  const account = new Account(host, connection, speak, await tellIn(speak))
  let wasSignedIn = connection.isSignedIn()

  /** Booked or bought by another element of the page: what stands here is old. */
  function refresh(): void {
    if (!account.me || account.busy) return
    reload(account).catch(() => {
      // What cannot be looked up now will be next time, by those who are still signed in.
      if (!connection.isSignedIn()) account.expire()
    })
  }
  function seen(): void {
    if (document.visibilityState === 'visible' && account.view.name === 'tabs') refresh()
  }
  document.addEventListener('booking-success', refresh)
  document.addEventListener('booking-purchase', refresh)
  document.addEventListener('visibilitychange', seen)

  void begin(account)
  return {
    content: () =>
      framed(speak, connection.isSignedIn() ? accountView(account) : signedOutView(account)),
    signedInChanged() {
      const isSignedIn = connection.isSignedIn()
      if (isSignedIn === wasSignedIn) return
      wasSignedIn = isSignedIn
      host.toggleAttribute('signed-out', !isSignedIn)
      if (isSignedIn) void begin(account)
      else account.leave()
    },
    left() {
      document.removeEventListener('booking-success', refresh)
      document.removeEventListener('booking-purchase', refresh)
      document.removeEventListener('visibilitychange', seen)
      host.removeController(account.signIn)
    },
  }
}
