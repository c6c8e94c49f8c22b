import type { Appointment, CancelRequest } from '@zapis/sdk'
import type { Panel } from '../panel/panel.ts'
import { dayTexts } from './texts/texts.ts'

/** As long as its toast stays. */
const GRACE = 7_000

/**
 * Cancels after a moment in which it can be taken back: what is cancelled has told its client and given money back, and neither can
 * be undone. Who leaves the page earlier has cancelled at once.
 */
export function cancelSoon(
  panel: Panel,
  visit: Appointment,
  request: CancelRequest,
  {
    name,
    hidden,
    changed,
  }: { name: string; hidden: (isHidden: boolean) => void; changed: () => void },
): void {
  const say = dayTexts(panel.language)
  let isSettled = false
  const settle = () => {
    if (isSettled) return false
    isSettled = true
    clearTimeout(timer)
    removeEventListener('pagehide', left)
    return true
  }
  const send = async (keepalive: boolean) => {
    if (!settle()) return
    try {
      await panel.api.appointments.cancel(visit.id, request, { keepalive })
    } catch (error) {
      panel.refused(error)
    }
    hidden(false)
    changed()
  }
  const left = () => void send(true)
  const timer = setTimeout(() => void send(false), GRACE)
  addEventListener('pagehide', left)
  hidden(true)
  panel.toast({
    text: say('cancelling', { client: name }),
    undo: () => {
      if (!settle()) return
      hidden(false)
      panel.toast({ text: say('kept') })
    },
  })
}
