import type { App } from '../app-context.ts'
import { Fault } from '../fault.ts'
import type { Call, Caller } from '../http/call.ts'
import { bare, planned, read, write, type HandlersOf } from '../http/handler.ts'
import { acknowledge } from './acknowledge.ts'
import { calendarReply } from './calendar-reply.ts'
import { cancel } from './cancel.ts'
import { isOwn } from './change.ts'
import { confirm } from './confirm.ts'
import { create } from './create.ts'
import { historyOf } from './history.ts'
import { hold } from './hold.ts'
import { invoiceReply } from './invoice.ts'
import { pay } from './pay.ts'
import { presentAppointment } from './present.ts'
import { quote } from './quote.ts'
import { listAppointments, namedAppointment, payerOf } from './reads.ts'
import { discountByHand, refund } from './refund.ts'
import { release } from './release.ts'
import { reschedule } from './reschedule.ts'
import { appointmentById } from './rows.ts'
import { listSessions } from './session-reads.ts'
import { changeNote, setStatus } from './status.ts'

/** Operations of a tenant are reached only with its credential; `authorize` has made sure. */
function tenantOf({ caller }: Pick<Call, 'caller'>): number {
  if (caller.organizationId === null) throw new Fault('unauthenticated')
  return caller.organizationId
}

function mustBeOwn<Row extends { client_id: number; specialist_id: number }>(
  caller: Caller,
  row: Row | undefined,
): Row {
  if (row === undefined || !isOwn(caller, row)) throw new Fault('not_found')
  return row
}

export function appointmentHandlers(app: App): HandlersOf<'appointments' | 'groupSessions'> {
  return {
    'appointments.book': bare((call) => hold(app, call, tenantOf(call))),
    'appointments.release': bare(async (call) => {
      await release(app, call.body.hold, tenantOf(call))
      return null
    }),
    'appointments.confirm': planned((call) => confirm(app, call, tenantOf(call))),
    'appointments.create': planned((call) => create(app, call, tenantOf(call))),
    'appointments.quote': { mode: 'read', plan: (call) => quote(app, call, tenantOf(call)) },
    'appointments.pay': write((call, tx) => pay(app, tx, call)),
    'appointments.refund': write((call, tx) => refund(app, tx, call)),
    'appointments.discount': write((call, tx) => discountByHand(tx, call)),
    'appointments.list': read(async (call, tx) => {
      const page = await listAppointments(tx, call.caller, call.query)
      return { ...page, data: page.data.map(presentAppointment) }
    }),
    'groupSessions.list': read((call, tx) => listSessions(tx, call.query)),
    'appointments.get': read(async (call, tx) =>
      presentAppointment(mustBeOwn(call.caller, await appointmentById(tx, call.params.id))),
    ),
    'appointments.history': read(async (call, tx) => {
      return historyOf(tx, mustBeOwn(call.caller, await appointmentById(tx, call.params.id)))
    }),
    'appointments.update': write((call, tx) =>
      changeNote(tx, call, call.params.id, call.body.note),
    ),
    'appointments.calendar': read(async (call, tx) =>
      calendarReply(
        app,
        mustBeOwn(call.caller, await namedAppointment(tx, call.params.id, call.locale)),
      ),
    ),
    'appointments.invoice': read(async (call, tx) => {
      const row = mustBeOwn(call.caller, await namedAppointment(tx, call.params.id, call.locale))
      return invoiceReply(row, await payerOf(tx, row.client_id), call.locale)
    }),
    'appointments.approve': write((call, tx) =>
      setStatus(app, tx, call, call.params.id, 'confirmed'),
    ),
    'appointments.cancel': write((call, tx) =>
      cancel(app, tx, call, call.caller, call.params.id, call.body),
    ),
    'appointments.acknowledge': write((call, tx) =>
      acknowledge(app, tx, call, call.caller, call.params.id),
    ),
    'appointments.reschedule': planned((call) =>
      reschedule(app, call, call.caller, call.params.id, call.body),
    ),
    'appointments.arrive': write((call, tx) => setStatus(app, tx, call, call.params.id, 'arrived')),
    'appointments.complete': write((call, tx) =>
      setStatus(app, tx, call, call.params.id, 'completed'),
    ),
    'appointments.noShow': write((call, tx) => setStatus(app, tx, call, call.params.id, 'no_show')),
  }
}
