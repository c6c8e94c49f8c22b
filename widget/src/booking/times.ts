import type { Slot } from '@zapis/sdk'
import { loadNearest } from '../api/nearest.ts'
import { goTo, type Step } from '../flow/flow.ts'
import { addDays, addMonths, dateIn, daysIn } from '../texts/calendar.ts'
import type { Booking } from './booking.ts'

/** The most days that may be asked for at once are 62; six weeks show the next month too. */
const AT_FIRST = 42

/** To a step that was passed already, with everything that was chosen and typed. */
export function goBack(booking: Booking, step: Step): void {
  booking.go(goTo(booking.flow, step))
  void opened(booking)
}

/** A step was entered: what it shows is asked for. */
export async function opened(booking: Booking): Promise<void> {
  try {
    if (booking.flow.step === 'specialist') await openTeam(booking)
    if (booking.flow.step === 'time') await openTimes(booking)
  } catch (error) {
    booking.fail(error, () => opened(booking))
  }
}

async function openTeam(booking: Booking): Promise<void> {
  const { place, service } = booking
  const isMissing = service && !booking.nearest?.has(service.id)
  const team = booking.loadTeam()
  if (isMissing && place) {
    const nearest = await loadNearest(booking.connection, {
      location_id: place.id,
      service_id: service.id,
    })
    booking.set({ nearest: new Map([...(booking.nearest ?? []), ...nearest]) })
  }
  await team
}

async function openTimes(booking: Booking): Promise<void> {
  const { place, flow } = booking
  if (!place) return
  const today = dateIn(Date.now(), place.time_zone)
  booking.set({ days: null, month: today.slice(0, 7), date: '' })
  const wanted = flow.wanted && dateIn(flow.wanted.starts_at, place.time_zone)
  const to = addDays(today, AT_FIRST - 1)
  const days = await daysOf(booking, wanted && wanted > to ? wanted : today, to)
  if (days === null) return
  const first = [...days].find(([, slots]) => slots.length > 0)?.[0]
  const date = wanted ?? first ?? ''
  booking.set({ days, date, month: (date || today).slice(0, 7) })
}

/** Another month to look at. */
export async function showMonth(booking: Booking, month: string): Promise<void> {
  const { place } = booking
  if (!place) return
  booking.set({ month, date: '', said: '' })
  try {
    const last = `${month}-${daysIn(month)}`
    if (!booking.days?.has(last)) {
      const more = await daysOf(booking, `${month}-01`, last)
      if (more === null || booking.month !== month) return
      booking.set({ days: new Map([...(booking.days ?? []), ...more]) })
    }
    const free = [...(booking.days ?? [])].find(
      ([date, slots]) => date.startsWith(month) && slots.length > 0,
    )
    booking.set({ date: free?.[0] ?? '' })
  } catch (error) {
    booking.fail(error, () => showMonth(booking, month))
  }
}

/** The first free day after a month without any, as far as two months ahead. */
export async function findNext(booking: Booking): Promise<void> {
  const { place, month } = booking
  if (!place) return
  try {
    const from = addMonths(`${month}-01`, 1)
    const days = await daysOf(booking, from, addDays(from, 61))
    const next = [...(days ?? [])].find(([, slots]) => slots.length > 0)?.[0]
    if (!days || !next) {
      booking.set({ said: booking.speak.say('noTimesSoon') })
      return
    }
    const all = new Map([...(booking.days ?? []), ...days])
    booking.set({ days: all, month: next.slice(0, 7), date: next })
  } catch (error) {
    booking.fail(error, () => findNext(booking))
  }
}

/** What somebody else has taken meanwhile goes, what became free comes. */
export async function lookAgain(booking: Booking): Promise<void> {
  const { date, days, place, speak } = booking
  if (!days || !date || !place) return
  const month = date.slice(0, 7)
  const today = dateIn(Date.now(), place.time_zone)
  const from = month === today.slice(0, 7) ? today : `${month}-01`
  const fresh = await daysOf(booking, from, `${month}-${daysIn(month)}`)
  if (fresh === null || booking.flow.step !== 'time') return
  const free = new Set(fresh.get(date)?.map(({ starts_at }) => starts_at))
  const gone = days.get(date)?.find(({ starts_at }) => !free.has(starts_at))
  const { host } = booking
  const focused = host.shadowRoot?.activeElement?.getAttribute('data-at')
  booking.set({
    days: new Map([...days, ...fresh]),
    ...(gone && {
      said: speak.say('slotGone', { time: speak.time(gone.starts_at, place.time_zone) }),
    }),
  })
  if (!focused) return
  // Buttons move up when one goes: whoever stands on a time must not find themselves on another.
  await host.updateComplete
  const still = host.renderRoot.querySelector<HTMLElement>(`[data-at="${focused}"]`)
  ;(still ?? host.renderRoot.querySelector('h2'))?.focus()
}

/** null when something else was chosen before the answer came. */
async function daysOf(
  booking: Booking,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, readonly Slot[]> | null> {
  const { locationId, serviceId, specialistId, held } = booking.flow
  if (locationId === null || serviceId === null) return null
  const { days } = await booking.connection.client.request(
    'availability.search',
    {
      query: {
        location_id: locationId,
        service_id: serviceId,
        specialist_id: specialistId || undefined,
        from,
        to,
      },
    },
    { hold: held?.hold },
  )
  const { flow } = booking
  const isSame =
    flow.locationId === locationId &&
    flow.serviceId === serviceId &&
    flow.specialistId === specialistId
  return isSame ? new Map(days.map(({ date, slots }) => [date, slots])) : null
}
