import type { Appointment, ManagedAppointment } from '@zapis/sdk'
import { moneyText, whenText } from '../format.ts'
import type { Choice, Reply } from '../reply.ts'
import type { Step } from '../step.ts'
import { button, homeButton, layout, note, rows, type Turn } from '../turn.ts'
import { askContact } from './contact.ts'

export async function visit(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, (one) => visitCard(turn, one))
}

/** The person's own visit; who they are is asked first. */
export async function withVisit(
  turn: Turn,
  step: Step,
  show: (visit: Appointment) => Promise<Reply>,
): Promise<Reply> {
  if (!(await turn.clinic.isKnown())) return askContact(turn, step)
  return show(await turn.clinic.api.appointments.get(step.id ?? 0))
}

/** The visit with all that can be done with it. */
export async function visitCard(turn: Turn, one: Appointment, title?: string): Promise<Reply> {
  const managed = await turn.clinic.api.manage.get(one.code)
  return {
    text: [title, cardText(turn, one, managed)].filter(Boolean).join('\n\n'),
    choices: layout(...rows(actions(turn, one, managed), 2), [
      button(turn, turn.say('visits'), { screen: 'visits' }),
      homeButton(turn),
    ]),
  }
}

function cardText({ say, person }: Turn, one: Appointment, managed: ManagedAppointment): string {
  const { service, specialist, location } = managed
  const left = one.total.amount - one.paid.amount
  const lines = [
    service.name,
    whenText(Date.parse(one.starts_at), location.time_zone, person.locale),
    say('withWhom', { name: specialist.name }),
    [location.name, location.address].filter(Boolean).join(', '),
    one.status !== 'confirmed' && say(`status_${one.status}`),
    isAhead(one) &&
      (left > 0
        ? say('toPay', { total: moneyText({ ...one.total, amount: left }, person.locale) })
        : one.total.amount > 0 && say('paid')),
    isAhead(one) && one.acknowledged_at !== null && say('youCome'),
    isAhead(one) && service.preparation,
  ]
  return lines.filter(Boolean).join('\n')
}

export function isAhead({ status }: Pick<Appointment, 'status'>): boolean {
  return status === 'pending' || status === 'confirmed'
}

function actions(turn: Turn, one: Appointment, managed: ManagedAppointment): Choice[] {
  const { say, now } = turn
  const { id } = one
  if (!isAhead(one)) return [button(turn, say('again'), { screen: 'repeat', id })]
  const isComing = Date.parse(one.starts_at) > now.getTime()
  const map = mapUrl(turn, managed)
  return [
    ...(one.payment_url ? [{ text: say('payNow'), url: one.payment_url }] : []),
    ...(isComing && one.acknowledged_at === null
      ? [button(turn, say('coming'), { screen: 'coming', id })]
      : []),
    ...(managed.can_reschedule ? [button(turn, say('move'), { screen: 'move', id })] : []),
    ...(managed.can_cancel ? [button(turn, say('cancelVisit'), { screen: 'cancel', id })] : []),
    button(turn, say('calendar'), { screen: 'calendar', id }),
    ...(map === null ? [] : [{ text: say('map'), url: map }]),
  ]
}

function mapUrl({ say }: Turn, { location }: ManagedAppointment): string | null {
  const address = [location.city, location.address].filter(Boolean).join(', ')
  return address === '' ? null : say('mapAddress', { address: encodeURIComponent(address) })
}

export async function coming(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, async ({ id }) => {
    const said = await turn.clinic.api.appointments.acknowledge(id, {
      idempotencyKey: turn.key('coming'),
    })
    return { ...(await visitCard(turn, said)), notice: turn.say('thanks') }
  })
}

export async function calendar(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, async (one) => {
    const content = await turn.clinic.api.appointments.calendar(one.id)
    const file = { name: 'visit.ics', type: 'text/calendar', content }
    return { ...(await visitCard(turn, one)), file }
  })
}

/** Before a visit is called off: what becomes of the money. */
export async function cancel(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, async (one) => {
    const { say, person } = turn
    const managed = await turn.clinic.api.manage.get(one.code)
    if (one.status === 'cancelled') return visitCard(turn, one)
    if (!managed.can_cancel) {
      const phone = managed.location.phone ?? ''
      return note(turn, say('tooLateToCancel', { phone }), [toVisit(turn, one.id)])
    }
    const fee = managed.cancel_fee
    const lines = [
      say('cancelSure'),
      cardText(turn, one, managed),
      fee.amount > 0 && say('cancelFee', { fee: moneyText(fee, person.locale) }),
      managed.cancel_keeps_visit && say('cancelKeepsVisit'),
    ]
    return {
      text: lines.filter(Boolean).join('\n\n'),
      choices: [
        [button(turn, say('cancelYes'), { screen: 'cancelled', id: one.id })],
        [button(turn, say('cancelNo'), { screen: 'visit', id: one.id })],
      ],
    }
  })
}

function toVisit(turn: Turn, id: number): Choice {
  return button(turn, turn.say('toVisit'), { screen: 'visit', id })
}

export async function cancelled(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, async ({ id }) => {
    const options = { idempotencyKey: turn.key('cancel') }
    const { api, messenger } = turn.clinic
    const after = await api.appointments.cancel(id, { told_by: messenger }, options)
    return { ...(await visitCard(turn, after)), notice: turn.say('cancelDone') }
  })
}
