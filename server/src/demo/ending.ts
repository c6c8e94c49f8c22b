import type { Source, Status } from '../appointments/appointment.ts'
import type { Random } from './random.ts'
import type { ServiceText } from './service-text.ts'
import type { Visit } from './visit.ts'

interface Times {
  start: number
  end: number
  /** Since when the client is known. */
  since: number
  now: number
}

type Ending = Pick<
  Visit,
  'status' | 'source' | 'bookedMin' | 'endedMin' | 'pendingUntilMin' | 'cancelledBy' | 'reason'
>

const DAY = 1440
const online: readonly Source[] = ['widget', 'widget', 'widget', 'site', 'telegram', 'admin', 'api']
const clientReasons = ['Заболел', 'Изменились планы', 'Уезжаю в командировку', 'Перенесу на потом']
const staffReasons = [
  'Специалист заболел',
  'Отключили электричество',
  'Просьба клиента по телефону',
]

/** When the visit was booked, from where, and what became of it until now. */
export function ending(times: Times, service: ServiceText, random: Random): Ending {
  const { start, now } = times
  const source = service.bookable ? random.pick(online) : 'admin'
  const bookedMin = booked(times, random)
  const status = statusOf(times, random)
  const cancelledBy = random.chance(0.7) ? 'client' : 'staff'
  // Neither after the visit began nor in the future.
  const span = Math.min(start, now) - bookedMin
  const later = bookedMin + Math.max(1, Math.floor(span * (0.2 + random.below(70) / 100)))
  const isCancelled = status === 'cancelled'
  return {
    status,
    source,
    bookedMin,
    endedMin: isCancelled || status === 'expired' ? later : null,
    pendingUntilMin: status === 'expired' ? later : null,
    cancelledBy: isCancelled ? cancelledBy : null,
    reason: isCancelled
      ? random.pick(cancelledBy === 'client' ? clientReasons : staffReasons)
      : null,
  }
}

function booked({ start, since, now }: Times, random: Random): number {
  const ahead = random.between(120, 12 * DAY)
  const lately = random.between(60, 3 * DAY)
  return Math.max(since + 10, Math.min(start - ahead, now - lately))
}

function statusOf({ start, end, now }: Times, random: Random): Status {
  const lot = random.below(100)
  if (start > now) return lot < 6 ? 'cancelled' : 'confirmed'
  if (lot < 9) return 'cancelled'
  if (lot < 11) return 'expired'
  if (end > now) return 'arrived'
  return lot < 16 ? 'no_show' : 'completed'
}
