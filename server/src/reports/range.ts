import { daysBetween } from '../availability/dates.ts'
import { Fault } from '../fault.ts'

const MOST_DAYS = 366
/** From then on every zone's offsets are known. */
const FIRST = '2000-01-01'

/** Both dates inclusive, not turned round, at most a leap year. */
export function checkRange({ from, to }: { from: string; to: string }): void {
  const days = daysBetween(from, to) + 1
  if (days < 1) throw refused('#to', 'too_small')
  if (days > MOST_DAYS) throw refused('#to', 'too_large')
  if (from < FIRST) throw refused('#from', 'too_small')
}

function refused(pointer: string, code: string): Fault {
  return new Fault('invalid_request', { errors: [{ pointer, code }] })
}
