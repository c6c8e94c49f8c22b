/** What is loaded while the first view is read: the other steps, and all that is sent. */
import type { CSSResult } from 'lit'
import { goTo, isHeld } from '../flow/flow.ts'
import { checks } from '../design/checks.ts'
import { perforation } from '../design/perforation.ts'
import type { Booking } from './booking.ts'
import { release, take, wake } from './hold.ts'
import { openClient } from './client.ts'
import { openConsents } from './consents.ts'
import { doneSheet } from './done-sheet.ts'
import { laterSheet } from './later-sheet.ts'
import { stubSheet } from './stub-sheet.ts'
import { loadQuote } from './quote.ts'
import { hasLeft } from './pay.ts'
import { lookAgain } from './times.ts'

export { takeTime } from './hold.ts'
export { opened } from './times.ts'
export { view } from './view.ts'

/** Styles of what is loaded later. */
export const sheets: readonly CSSResult[] = [checks, laterSheet, perforation, stubSheet, doneSheet]

/** The element is there and its first view too. */
export async function began(booking: Booking): Promise<void> {
  if (!followed.has(booking)) follow(booking)
  if (await cameBack(booking)) return
  // What the contacts need, while the visitor still reads the first view.
  await Promise.all([openConsents(booking), openClient(booking)]).catch(() => undefined)
}

async function cameBack(booking: Booking): Promise<boolean> {
  if (!hasLeft(booking.connection)) return false
  const { comeBack } = await import('./return.ts')
  return comeBack(booking)
}

const followed = new WeakMap<Booking, AbortController>()

/** A page that is left may come back as it was: its time still held, or ended, or its visitor from a payment page. */
function follow(booking: Booking): void {
  const ended = new AbortController()
  followed.set(booking, ended)
  const { signal } = ended
  const leave = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) release(booking)
  }
  const wakeUp = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return
    wake(booking)
    void cameBack(booking)
  }
  addEventListener('pagehide', leave, { signal })
  addEventListener('pageshow', wakeUp, { signal })
}

/** The line of the hold burns by the clock, wherever it is drawn anew. Set by script: a page may forbid style attributes. */
export function drawn(root: ParentNode): void {
  const line = root.querySelector<HTMLElement>('.burn')
  const { from, until } = line?.dataset ?? {}
  if (!line || line.style.getPropertyValue('--burn-until') === until) return
  line.style.setProperty('--burn-until', until ?? '')
  line.style.setProperty('--burn-for', `${Number(until) - Number(from)}ms`)
  line.style.setProperty('--burn-since', `${Number(from) - Date.now()}ms`)
}

/** The element goes, or begins anew: a held time is given back. */
export function leave(booking: Booking): void {
  followed.get(booking)?.abort()
  // What is being confirmed is not to be taken away.
  if (!booking.busy) release(booking)
}

/** Every twenty seconds, and when the page is looked at again. */
export function look(booking: Booking): void {
  // What cannot be looked up now will be next time.
  if (booking.flow.step === 'time') void lookAgain(booking).catch(() => undefined)
}

/** Prices and ways to pay are somebody's own. */
export function signedInChanged(booking: Booking): void {
  const { flow } = booking
  void openClient(booking).catch(() => undefined)
  if (flow.step === 'done' || !flow.wanted) return
  if (isHeld(flow)) void loadQuote(booking)
  else void take(booking)
  if (!booking.connection.isSignedIn() && flow.step === 'payment')
    booking.go(goTo(flow, 'contacts'))
}
