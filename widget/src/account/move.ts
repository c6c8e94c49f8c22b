import { isBookingError, type Appointment, type Slot } from '@zapis/sdk'
import { addDays, addMonths, dateIn, daysIn } from '../texts/calendar.ts'
import { shortDay } from '../parts/short-day.ts'
import type { Account } from './account.ts'
import { zoneOf } from './known.ts'
import { reload } from './load.ts'

/** The most days that may be asked for at once are 62; six weeks show the next month too. */
const AT_FIRST = 42

/** Another time for a visit, as it is looked for. */
export interface Moving {
  visit: Appointment
  days: ReadonlyMap<string, readonly Slot[]> | null
  /** YYYY-MM */
  month: string
  /** The date that is looked at; '' = none. */
  date: string
  wanted: Slot | null
  /** With whoever is free. */
  isAnyone: boolean
}

export async function startMove(
  account: Account,
  visit: Appointment,
  isAnyone = false,
): Promise<void> {
  const zone = zoneOfVisit(account, visit)
  const today = dateIn(Date.now(), zone)
  const moving: Moving = {
    visit,
    days: null,
    month: today.slice(0, 7),
    date: '',
    wanted: null,
    isAnyone,
  }
  account.moving = moving
  if (account.view.name !== 'move') account.go({ name: 'move', visit })
  else account.set({ failure: null })
  await account.attempt(async () => {
    const days = await daysOf(account, moving, today, addDays(today, AT_FIRST - 1))
    const date = firstFree(days, '')
    change(account, moving, { days, date, month: (date || today).slice(0, 7) })
  })
}

export async function showMonth(account: Account, month: string): Promise<void> {
  const { moving } = account
  if (!moving) return
  const isKnown = moving.days?.has(`${month}-${daysIn(month)}`)
  change(account, moving, { month, date: '', wanted: null })
  if (!isKnown)
    await account.attempt(async () => {
      const more = await daysOf(account, moving, `${month}-01`, `${month}-${daysIn(month)}`)
      change(account, moving, { days: new Map([...(moving.days ?? []), ...more]) })
    })
  if (moving.month === month && moving.days)
    change(account, moving, { date: firstFree(moving.days, month) })
}

export function nextMonth(account: Account): Promise<void> {
  const month = account.moving?.month ?? ''
  return showMonth(account, addMonths(`${month}-01`, 1).slice(0, 7))
}

export function chooseDate(account: Account, date: string): void {
  const { moving } = account
  if (!moving) return
  if (date.startsWith(moving.month)) change(account, moving, { date, wanted: null })
  else void showMonth(account, date.slice(0, 7)).then(() => change(account, moving, { date }))
}

export function chooseSlot(account: Account, wanted: Slot): void {
  if (account.moving) change(account, account.moving, { wanted })
}

/** In place: either it is at the new time, or still where it was. */
export function move(account: Account): Promise<void> {
  const { moving, connection } = account
  if (!moving?.wanted) return Promise.resolve()
  const { visit, wanted } = moving
  const specialist_id = wanted.specialist_ids.includes(visit.specialist_id)
    ? visit.specialist_id
    : wanted.specialist_ids[0]
  return account.attempt(
    async () => {
      await connection.client.request(
        'appointments.reschedule',
        { params: { id: visit.id }, body: { starts_at: wanted.starts_at, specialist_id } },
        { ifMatch: visit.version },
      )
      await reload(account)
      account.done('moved', { when: whenOf(account, visit, wanted.starts_at) })
    },
    (error) => mended(account, error),
  )
}

/** What was seen is not so any more: the same page, as it is now. */
function mended(account: Account, error: unknown): boolean {
  const { moving } = account
  if (!moving) return false
  if (isBookingError(error, 'slot_unavailable')) {
    const text = account.speak.say('slotTaken', { time: timeOf(account, moving) })
    void refresh(account, moving, text)
    return true
  }
  if (!isBookingError(error, 'version_conflict')) return false
  void refresh(account, moving, account.tell('changedElsewhere'))
  return true
}

async function refresh(account: Account, { visit, isAnyone }: Moving, text: string): Promise<void> {
  const { client } = account.connection
  const fresh = await client
    .request('appointments.get', { params: { id: visit.id } })
    .catch(() => visit)
  account.busy = false
  await startMove(account, fresh, isAnyone)
  account.set({ view: { name: 'move', visit: fresh }, failure: { text, retry: null } })
  account.focus('.notice')
}

function timeOf(account: Account, { visit, wanted }: Moving): string {
  return wanted ? account.speak.time(wanted.starts_at, zoneOfVisit(account, visit)) : ''
}

/** today, 14:30; Fri, 27 November, 14:30 */
export function whenOf(account: Account, visit: Appointment, instant = visit.starts_at): string {
  const { speak } = account
  const zone = zoneOfVisit(account, visit)
  const [date, today] = [dateIn(instant, zone), dateIn(Date.now(), zone)]
  const day =
    date === today || date === addDays(today, 1)
      ? shortDay(speak, instant, zone)
      : speak.date(instant, zone, { weekday: 'short', day: 'numeric', month: 'long' })
  return `${day}, ${speak.time(instant, zone)}`
}

export function zoneOfVisit({ known }: Account, visit: Appointment): string {
  return known ? zoneOf(known, visit) : 'UTC'
}

/** Its own time counts as free for a visit; with others there is only what is free for everybody. */
async function daysOf(
  { connection: { client } }: Account,
  { visit, isAnyone }: Moving,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, readonly Slot[]>> {
  const { code, location_id, service_id } = visit
  const { days } = await (isAnyone
    ? client.request('availability.search', { query: { location_id, service_id, from, to } })
    : client.request('manage.availability', { params: { code }, query: { from, to } }))
  const others = ({ starts_at }: Slot) => Date.parse(starts_at) !== Date.parse(visit.starts_at)
  return new Map(days.map(({ date, slots }) => [date, slots.filter(others)]))
}

function firstFree(days: ReadonlyMap<string, readonly Slot[]>, month: string): string {
  return [...days].find(([date, slots]) => date.startsWith(month) && slots.length > 0)?.[0] ?? ''
}

function change(account: Account, moving: Moving, changes: Partial<Moving>): void {
  Object.assign(moving, changes)
  // Another visit, or other people, meanwhile: the answer is nobody's.
  if (account.moving === moving) account.set({})
}
