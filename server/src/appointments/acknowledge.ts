import type { Appointment } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { mayMove } from './appointment.ts'
import { changed, lockOwn, type Party } from './change.ts'
import { presentAppointment } from './present.ts'
import { columns, type AppointmentRow } from './rows.ts'

const note = statement(
  'appointment_acknowledge',
  `update appointments a set acknowledged_at = clock_timestamp() where a.organization_id = $1 and a.id = $2 returning ${columns}`,
)

/** The client’s word that they come, to this time: said once; said again, the same answer. Moving the visit takes it back. */
export async function acknowledge(
  app: App,
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation' | 'ifMatch'>,
  party: Party,
  id: number,
): Promise<Appointment> {
  const before = await lockOwn(tx, party, id, call.ifMatch)
  if (before.acknowledged_at !== null && mayMove(before.status)) return presentAppointment(before)
  if (!mayMove(before.status) || before.starts_at <= app.clock())
    throw new Fault('invalid_transition')
  const after = await tx.one<AppointmentRow>(note, [tx.organizationId, id])
  return changed(app, tx, call, 'appointment.acknowledged', before, after)
}
