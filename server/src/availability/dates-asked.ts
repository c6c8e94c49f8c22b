import { Fault } from '../fault.ts'
import { daysBetween } from './dates.ts'

const MOST_DAYS = 62

/** A range that is asked for from outside: both dates inclusive, not turned round, not for ever. */
export function checkRange({ from, to }: { from: string; to: string }): void {
  const days = daysBetween(from, to) + 1
  if (days < 1)
    throw new Fault('invalid_request', { errors: [{ pointer: '#to', code: 'too_small' }] })
  if (days > MOST_DAYS)
    throw new Fault('invalid_request', { errors: [{ pointer: '#to', code: 'too_large' }] })
}
