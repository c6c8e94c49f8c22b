import {
  isBookingError,
  type Appointment,
  type BookingError,
  type ConfirmRequest,
} from '@zapis/sdk'
import { writtenFor } from '../texts/written-in.ts'
import { loadConsents } from '../api/catalogue.ts'
import { isRefusal } from '../api/explain.ts'
import {
  asksForPayment,
  chosen,
  endHold,
  finish,
  goTo,
  goToPayment,
  type Flow,
} from '../flow/flow.ts'
import type { Booking } from './booking.ts'
import { required } from './consents.ts'
import { forget, lose, take } from './hold.ts'
import { goAndPay } from './pay.ts'
import { loadQuote } from './quote.ts'
import { fieldOf, validate } from './validate.ts'

/** The same booking, sent again, is the same request: its key changes only with what is in it. */
const sent = new WeakMap<Booking, { body: string; key: string }>()

/** The button of the contacts: on to the payment, or booked. */
export async function contactsDone(booking: Booking): Promise<void> {
  if (!(await isGood(booking))) return
  // Whoever goes on after their hold has ended has the time held again, while they pay.
  if (!booking.flow.held && !(await take(booking))) return
  if (asksForPayment(booking.quote?.methods ?? null)) booking.go(goToPayment(booking.flow))
  else await submit(booking)
}

/** Books. Whatever happens on the way, nothing that was typed is lost, and pressing again is safe. */
export async function submit(booking: Booking): Promise<void> {
  if (booking.busy || !(await isGood(booking))) return
  const payment_method = booking.flow.typed.method ?? 'on_site'
  const detail = { ...chosen(booking.flow), payment_method }
  if (!booking.host.emit('booking-submit', detail)) return
  booking.set({ busy: true, failure: null, said: booking.speak.say('submitting') })
  try {
    // An ended hold may still be had again; what is lost to somebody else was said by `take`.
    if (!booking.flow.held && !(await take(booking))) return
    done(booking, await confirm(booking))
  } catch (error) {
    await refused(booking, error)
  } finally {
    booking.set({ busy: false })
  }
}

async function confirm(booking: Booking): Promise<Appointment> {
  try {
    return await send(booking)
  } catch (error) {
    if (!isBookingError(error, 'hold_expired')) throw error
    booking.flow = endHold(booking.flow)
    if (!(await take(booking))) throw error
    return send(booking)
  }
}

async function send(booking: Booking): Promise<Appointment> {
  const body = await bodyOf(booking)
  const text = JSON.stringify(body)
  const before = sent.get(booking)
  const key =
    before?.body === text ? before.key : crypto.getRandomValues(new Uint32Array(4)).join('-')
  sent.set(booking, { body: text, key })
  return booking.connection.client.request(
    'appointments.confirm',
    { body },
    { idempotencyKey: key },
  )
}

async function bodyOf({ flow, quote, connection, speak, host }: Booking): Promise<ConfirmRequest> {
  const { firstName, lastName, phone, email, note, promo, method, consents } = flow.typed
  const texts = consents.length ? await loadConsents(connection) : []
  return {
    hold: flow.held?.hold ?? '',
    ...(connection.isSignedIn()
      ? {}
      : {
          client: {
            first_name: firstName.trim(),
            last_name: lastName.trim() || undefined,
            phone: phone.trim() || undefined,
            email: email.trim() || undefined,
            locale: writtenFor(speak.language),
          },
        }),
    payment: { method: methodOf(method) },
    promo: promo.trim() || undefined,
    // What was shown is what is charged, or nothing is booked.
    total: quote?.total.amount,
    note: note.trim() || undefined,
    consents: consents
      .flatMap((kind) => texts.filter((each) => each.kind === kind).slice(0, 1))
      .map(({ kind, version }) => ({ kind, version })),
    source: host.source,
    return_url: /^https?:/.test(location.href) ? location.href : undefined,
  }
}

type Method = NonNullable<ConfirmRequest['payment']>['method']

function methodOf(method: string | null): Method {
  const all: readonly Method[] = ['on_site', 'wallet', 'package', 'card']
  return all.find((each) => each === method) ?? 'on_site'
}

function done(booking: Booking, visit: Appointment): void {
  sent.delete(booking)
  forget(booking)
  if (visit.status === 'pending' && visit.payment_url) {
    goAndPay(booking, visit)
    return
  }
  booking.go(finish(booking.flow, visit))
  booking.host.emit('booking-success', {
    ...chosen(booking.flow),
    appointment_id: visit.id,
    status: visit.status,
    price: visit.total,
  })
}

/** What the server refuses is said where it can be mended. */
async function refused(booking: Booking, error: unknown): Promise<void> {
  if (isBookingError(error, 'slot_unavailable')) {
    lose(booking, error.alternatives)
    return
  }
  if (isBookingError(error, 'hold_expired')) {
    booking.set({ flow: endHold(booking.flow) })
    return
  }
  if (isBookingError(error)) {
    const wrong = await wrongOf(booking, error)
    if (Object.keys(wrong).length > 0) {
      show(booking, wrong)
      return
    }
    const isMoney = ['payment_method_unavailable', 'price_changed'].includes(error.code)
    if (error.status === 402 || isMoney) void loadQuote(booking)
  }
  booking.fail(error, isRefusal(error) ? null : () => submit(booking))
}

async function wrongOf(booking: Booking, error: BookingError): Promise<Record<string, string>> {
  if (error.code === 'consent_required') {
    const missing = await required(booking)
    const text = booking.speak.say('giveConsent')
    return Object.fromEntries(missing.map((kind) => [`consent_${kind}`, text]))
  }
  if (error.code === 'promo_not_valid') return { promo: error.message }
  const found = error.errors.flatMap(({ pointer, detail }) => {
    const field = fieldOf(pointer)
    return field ? [[field, error.code === 'phone_invalid' ? error.message : detail] as const] : []
  })
  return Object.fromEntries(found)
}

async function isGood(booking: Booking): Promise<boolean> {
  const wrong = await validate(booking)
  if (Object.keys(wrong).length === 0) {
    booking.set({ wrong: {} })
    return true
  }
  show(booking, wrong)
  return false
}

/** To the step of the first wrong field, and into it. */
function show(booking: Booking, wrong: Record<string, string>): void {
  const isPayment = Object.keys(wrong).every((field) => field === 'promo')
  const step: Flow['step'] = isPayment ? booking.flow.step : 'contacts'
  if (step !== booking.flow.step) booking.go(goTo(booking.flow, step))
  const count = Object.keys(wrong).length
  booking.set({ wrong, said: booking.speak.say('checkFields', { count }) })
  void booking.host.updateComplete.then(() =>
    booking.host.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  )
}
