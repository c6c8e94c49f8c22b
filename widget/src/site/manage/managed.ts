import { isBookingError, type ManagedAppointment, type Slot, type Visitor } from '@zapis/sdk'
import { addDays, addMonths, dateIn, daysIn } from '../../texts/calendar.ts'
import type { Speak } from '../../texts/speak.ts'
import type { SiteKey } from '../texts/texts.ts'

/** The most days that may be asked for at once are 62; six weeks show the next month too. */
const AT_FIRST = 42

export interface Failure {
  text: string
  retry: (() => unknown) | null
}

type Mode = 'view' | 'move' | 'cancel'

/** A visit through its link: what the server says of it, and what is being done to it. */
export class Managed {
  readonly client: Visitor
  readonly code: string
  readonly #changed: () => void
  speak: Speak | null = null
  visit: ManagedAppointment | null = null
  isMissing = false
  mode: Mode = 'view'
  /** What was just done. */
  done: Extract<SiteKey, 'moved' | 'cancelled'> | null = null
  failure: Failure | null = null
  busy = false

  days: ReadonlyMap<string, readonly Slot[]> | null = null
  month = ''
  date = ''
  wanted: Slot | null = null

  constructor(client: Visitor, code: string, changed: () => void) {
    this.client = client
    this.code = code
    this.#changed = changed
  }

  set(changes: Partial<Managed>): void {
    Object.assign(this, changes)
    this.#changed()
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      this.set({
        visit: await this.client.request('manage.get', { params: { code: this.code } }),
        failure: null,
      })
    })
  }

  async cancel(): Promise<void> {
    await this.#attempt(async () => {
      const visit = await this.client.request('manage.cancel', {
        params: { code: this.code },
        body: {},
      })
      this.set({ visit, mode: 'view', done: 'cancelled', failure: null })
    })
  }

  async move(): Promise<void> {
    const { wanted } = this
    if (wanted === null) return
    await this.#attempt(async () => {
      const visit = await this.client.request('manage.reschedule', {
        params: { code: this.code },
        body: { starts_at: wanted.starts_at },
      })
      this.set({ visit, mode: 'view', done: 'moved', wanted: null, failure: null })
    })
  }

  /** Other times of the same service and specialist. */
  async showTimes(): Promise<void> {
    const { visit } = this
    if (!visit) return
    const today = dateIn(Date.now(), visit.location.time_zone)
    const month = today.slice(0, 7)
    this.set({ mode: 'move', done: null, wanted: null, days: null, month, date: '' })
    await this.#look(async () => {
      const days = await this.#daysOf(today, addDays(today, AT_FIRST - 1))
      this.set({ days: new Map([...days, ...(this.days ?? [])]), failure: null })
      const first = [...days].find(([, slots]) => slots.length > 0)?.[0]
      // Whoever has turned the page meanwhile stays where they are.
      if (first && this.month === month && this.date === '')
        this.set({ date: first, month: first.slice(0, 7) })
    })
  }

  async showMonth(month: string): Promise<void> {
    this.set({ month, date: '', wanted: null })
    await this.#look(async () => {
      const last = `${month}-${daysIn(month)}`
      if (!this.days?.has(last)) {
        const more = await this.#daysOf(`${month}-01`, last)
        this.set({ days: new Map([...(this.days ?? []), ...more]), failure: null })
      }
      const free = [...(this.days ?? [])].find(
        ([date, slots]) => date.startsWith(month) && slots.length > 0,
      )
      if (this.month === month && this.date === '') this.set({ date: free?.[0] ?? '' })
    })
  }

  /** The month after a month without any. */
  async nextMonth(): Promise<void> {
    await this.showMonth(addMonths(`${this.month}-01`, 1).slice(0, 7))
  }

  async #daysOf(from: string, to: string): Promise<ReadonlyMap<string, readonly Slot[]>> {
    const { days } = await this.client.request('manage.availability', {
      params: { code: this.code },
      query: { from, to },
    })
    return new Map(days.map(({ date, slots }) => [date, slots]))
  }

  /** Several at a time: none of them changes anything. */
  async #look(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      await this.#refused(error, work)
    }
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.set({ busy: true })
    try {
      await work()
    } catch (error) {
      await this.#refused(error, work)
    } finally {
      this.set({ busy: false })
    }
  }

  async #refused(error: unknown, work: () => Promise<void>): Promise<void> {
    if (isBookingError(error, 'not_found')) {
      this.set({ isMissing: true })
      return
    }
    if (isBookingError(error, 'slot_unavailable')) {
      // Somebody was quicker: the times as they are now.
      this.set({ failure: { text: error.message, retry: null }, wanted: null })
      const today = dateIn(Date.now(), this.visit?.location.time_zone ?? 'UTC')
      this.set({
        days: await this.#daysOf(today, addDays(today, AT_FIRST - 1)).catch(() => this.days),
      })
      return
    }
    const isRefusal = isBookingError(error) && error.status >= 400 && error.status < 500
    const isAway = isBookingError(error) && error.status === 0
    const text = isRefusal ? error.message : (this.speak?.say(isAway ? 'offline' : 'failed') ?? '')
    this.set({ failure: { text, retry: isRefusal ? null : () => this.#attempt(work) } })
  }
}
