import type { Visitor } from '@zapis/sdk'
import { answer, offerElement } from './offer.ts'
import { pushState, subscribe } from './push.ts'
import type { siteSay } from './texts/texts.ts'

const DECLINED = 'zapis:no-push'

export interface Asking {
  client: Visitor
  say: ReturnType<typeof siteSay>
  /** Of the visit that was just booked, when nobody is signed in. */
  code: string | null
}

/** After a booking, and only then: a question of our own first, the browser's after a tap. null: there is nothing to ask. */
export function pushOffer({ client, say, code }: Asking): HTMLElement | null {
  const state = pushState()
  if (state === 'install')
    return offerElement({ title: say('installFirst'), text: say('installHow'), actions: [] })
  if (state === 'impossible' || state === 'denied' || isDeclined()) return null
  const element = offerElement({
    title: say('tellMe'),
    text: say('tellMeHint'),
    actions: [
      [say('tellMeYes'), () => accept()],
      [say('notNow'), () => decline()],
    ],
  })
  async function accept(): Promise<void> {
    const isTold = await subscribe(client, code).catch(() => null)
    answer(element, say(isTold === null ? 'tellFailed' : isTold ? 'told' : 'denied'))
  }
  function decline(): void {
    remember()
    element.remove()
  }
  return element
}

function isDeclined(): boolean {
  try {
    return sessionStorage.getItem(DECLINED) !== null
  } catch {
    return false
  }
}

function remember(): void {
  try {
    sessionStorage.setItem(DECLINED, '1')
  } catch {
    // Asked again after the next booking, then.
  }
}
