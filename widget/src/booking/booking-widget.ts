import { html, type CSSResultGroup, type PropertyValues } from 'lit'
import type { Connection } from '../api/connect.ts'
import { inputs } from '../design/inputs.ts'
import { BookingElement } from '../element/booking-element.ts'
import type { Wish } from '../element/events.ts'
import { framed, wear } from '../element/framed.ts'
import type { Speak } from '../texts/speak.ts'
import { Booking } from './booking.ts'
import { firstSheet } from './first-sheet.ts'
import { firstBones, firstView } from './first-view.ts'

type Later = typeof import('./later.ts')
type Dialog = typeof import('./in-dialog.ts')

const POLL_MS = 20_000
/** A button for the rest, and the fewest services that are shown before it. */
const MORE_PX = 92
const FEWEST = 3

/**
 * Books a visit: branch, service, specialist, time, contacts, payment.
 *
 * @tagname booking-widget
 *
 * @fires booking-ready - The first view is there.
 * @fires booking-step - A step is shown.
 * @fires booking-slot-select - A time was chosen.
 * @fires booking-hold - The time is held until `expires_at`.
 * @fires booking-submit - About to be booked; `preventDefault()` stops it.
 * @fires booking-success - It is booked.
 * @fires booking-error - Something was refused or did not answer.
 * @fires booking-close - The dialog was closed.
 *
 * @slot header - Above everything.
 * @slot footer - Below everything.
 * @slot success - Under the ticket, when it is booked.
 *
 * @csspart frame - Everything.
 * @csspart page - A step; from the second on it stands on a `sheet` beside the stub.
 * @csspart stub - The ticket stub; its lines are `stub-line`, `price`, `discount`, `total`, `hold`.
 * @csspart heading - The heading of a step.
 * @csspart places - The row of branches; each is a `place`.
 * @csspart search - The field that finds a service.
 * @csspart category - A group of services.
 * @csspart service - A service; its name is `service-name`, its times are `times`.
 * @csspart more - The button that unfolds the list of services.
 * @csspart zone - Whose time it is, for visitors in another time zone.
 * @csspart slot - A time; the chosen one is also `slot-chosen`.
 * @csspart specialists - The list of specialists; each is a `specialist` with a `portrait`, that of whoever is free also `any`.
 * @csspart calendar - The month; its name is `month`, its dates are `date`, the chosen one is also `date-chosen`, its arrows are `turn`.
 * @csspart day - The times of a day.
 * @csspart form - The contacts or the payment: `field`, `input`, `error`, `consent`, `method`.
 * @csspart label - The name of a field; below it `hint` or `error`.
 * @csspart muted - Less important words; other words without a name are the part of their class or tag: `small`, `when`, `name`, `cost`, `b`, `dt`, `th`.
 * @csspart checkbox - What is ticked; beside a consent also `consent-text`.
 * @csspart call - The clinic’s phone, where nothing can be booked.
 * @csspart sign-in-offer - The way in for clients; behind it `sign-in`, and after it `signed-in`.
 * @csspart promo - The way to a promo code.
 * @csspart submit - The button that goes on or books.
 * @csspart back - The button that goes back.
 * @csspart notice - Something happened: `retry`, `other-times`, `extend`.
 * @csspart pay-again - The button of a visit whose payment failed; beside it `check-again`.
 * @csspart ticket - The ticket: `ticket-time`, `ticket-date`, `preparation`.
 * @csspart calendar-file - Adds the visit to a calendar; beside it `manage` and `another`.
 * @csspart dialog - The dialog of `mode="dialog"`, and its `close`.
 *
 * @cssproperty --bw-accent - The clinic's colour; words on it choose black or white by themselves.
 * @cssproperty --bw-on-accent - Words on the accent, if they must not choose.
 * @cssproperty --bw-paper - The ground.
 * @cssproperty --bw-ink - Words.
 * @cssproperty --bw-muted - Less important words.
 * @cssproperty --bw-line - Hairlines.
 * @cssproperty --bw-edge - Edges of what can be pressed; 3 : 1 against the ground.
 * @cssproperty --bw-wash - The ground of the ticket stub and of notices.
 * @cssproperty --bw-danger - What is wrong.
 * @cssproperty --bw-caution - What is about to be.
 * @cssproperty --bw-font - The typeface; the page's own when left out.
 * @cssproperty [--bw-text-size=max(15px, 0.9375rem)] - The size that all others follow; by default also the browser's own setting.
 * @cssproperty [--bw-space=4px] - The step of all distances: 3px is dense, 5px airy.
 * @cssproperty [--bw-radius=10px] - Corners.
 * @cssproperty [--bw-min-height=clamp(640px, 100svh - 80px, 820px)] - Height that is kept from the beginning.
 */
export class BookingWidget extends BookingElement {
  static override properties = {
    ...BookingElement.properties,
    location: { type: Number },
    service: { type: Number },
    specialist: { type: Number },
    mode: { reflect: true },
    later: { state: true },
    dialog: { state: true },
  }
  static override styles: CSSResultGroup = [BookingElement.styles, inputs, firstSheet]

  /** Id of the branch, when there is no choice. */
  declare location: number | undefined
  /** Id of the service, when there is no choice. */
  declare service: number | undefined
  /** Id of the specialist, when there is no choice. */
  declare specialist: number | undefined
  /** `dialog` shows nothing until `open()`. */
  declare mode: 'inline' | 'dialog' | undefined
  /** @internal What is loaded after the first view. */
  declare later: Later | undefined
  /** @internal What is around the frame, with `mode="dialog"`. */
  declare dialog: Dialog | undefined

  /** @internal Where it is booked, for the clinic’s reports; a page of ours says otherwise. */
  source: 'widget' | 'site' | 'telegram' = 'widget'
  /** @internal The booking under way. */
  booking: Booking | undefined
  /** @internal How many services of the first view stand in the height that the page keeps for us. */
  fold = Infinity
  #poll: ReturnType<typeof setInterval> | undefined
  #loading: Promise<Later> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#poll = setInterval(this.#look, POLL_MS)
    document.addEventListener('visibilitychange', this.#look)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#poll)
    document.removeEventListener('visibilitychange', this.#look)
    const { booking, later } = this
    this.booking = undefined
    if (booking) later?.leave(booking)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isNew = changed.has('location') || changed.has('service') || changed.has('specialist')
    super.willUpdate(changed)
    if (isNew && this.hasUpdated && this.connection) this.connected(this.connection)
    if (changed.has('mode') && this.mode === 'dialog')
      void this.#loadDialog().catch(() => undefined)
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    if (this.fold === Infinity && this.booking?.catalogue && this.speak) this.#setFold()
    this.later?.drawn(this.renderRoot)
  }

  protected override connected(connection: Connection): void {
    if (this.booking) this.later?.leave(this.booking)
    // Vue takes an id back by writing 0.
    const booking = new Booking(this, connection, {
      locationId: this.location || undefined,
      serviceId: this.service || undefined,
      specialistId: this.specialist || undefined,
    })
    this.booking = booking
    this.fold = Infinity
    void booking.load().then(() => this.with((later, now) => later.began(now)))
  }

  protected override signedInChanged(): void {
    const { booking } = this
    // What cannot be looked up now will be in twenty seconds.
    if (booking) void booking.loadNearest().catch(() => undefined)
    if (booking) this.later?.signedInChanged(booking)
    super.signedInChanged()
  }

  /** Opens the dialog of `mode="dialog"`. */
  async open(): Promise<void> {
    await this.#loadDialog()
    await this.updateComplete
    if (this.isConnected) this.#shown?.showModal()
  }

  /** Closes the dialog; everything that was chosen and typed stays. */
  close(): void {
    this.#shown?.close()
  }

  /** Begins anew: a held time is given back, what was typed is forgotten. */
  reset(): void {
    if (this.connection) this.connected(this.connection)
  }

  /** Goes to the times of a service, as if the visitor had chosen it. */
  choose(wish: Wish): Promise<void> {
    return this.with(async (_, booking) => (await import('./choose.ts')).choose(booking, wish))
  }

  /** @internal Hands the booking to a part of the program that may still be on its way. */
  async with(act: (later: Later, booking: Booking) => unknown): Promise<void> {
    const later = await this.#load()
    if (later && this.booking) await act(later, this.booking)
  }

  /** @internal The new step's heading gets the focus, and is brought into sight: only ever after the visitor's own action. */
  stepShown(): void {
    const focus = () => {
      const heading = this.renderRoot.querySelector<HTMLElement>('h2')
      heading?.focus({ preventScroll: true })
      heading?.scrollIntoView({ block: 'nearest' })
    }
    // The step may still be on its way.
    void this.#load()
      .then(() => this.updateComplete)
      .then(focus)
  }

  get #shown(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog')
  }

  async #load(): Promise<Later | undefined> {
    try {
      return await (this.#loading ??= this.#import())
    } catch {
      this.#loading = undefined
      this.booking?.set({ failure: { text: ({ say }) => say('reload'), retry: null } })
      return undefined
    }
  }

  async #import(): Promise<Later> {
    const later = await import('./later.ts')
    wear(this, later.sheets)
    this.later = later
    return later
  }

  async #loadDialog(): Promise<void> {
    const dialog = await import('./in-dialog.ts')
    wear(this, [dialog.dialogSheet])
    this.dialog = dialog
  }

  /** Before anything is painted, so that nothing below the element is ever pushed. */
  #setFold(): void {
    const frame = this.renderRoot.querySelector('.frame')
    const rows = [...this.renderRoot.querySelectorAll('.service')]
    if (!frame || rows.length === 0) return
    const reserved = parseFloat(getComputedStyle(this).minBlockSize) || Infinity
    const limit = frame.getBoundingClientRect().top + reserved - MORE_PX
    const over = rows.findIndex((row) => row.getBoundingClientRect().bottom > limit)
    this.fold = over < 0 ? rows.length : Math.max(over, FEWEST)
    this.requestUpdate()
  }

  #look = (): void => {
    const { booking, later } = this
    if (document.visibilityState === 'hidden' || !booking?.catalogue || booking.busy) return
    if (booking.flow.step === 'service') void booking.loadNearest().catch(() => undefined)
    else later?.look(booking)
  }

  protected override content(speak: Speak): unknown {
    const { booking } = this
    if (!booking?.catalogue && !booking?.failure) return this.skeleton()
    const isFirst = booking.flow.step === 'service' || !this.later
    return this.#framed(
      html`${isFirst ? firstView(booking) : this.later?.view(booking)}
        <div class="unseen" role="status">${booking.said}</div>`,
      speak,
    )
  }

  protected override skeleton(): unknown {
    return this.#framed(firstBones())
  }

  #framed(content: unknown, speak?: Speak): unknown {
    const frame = framed(speak, content)
    return this.mode === 'dialog' ? this.dialog?.inDialog(this, frame, speak) : frame
  }
}
