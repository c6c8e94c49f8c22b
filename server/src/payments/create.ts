import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, isOurs, type Call } from '../http/call.ts'
import { beginPayment } from './begin.ts'
import { presentPayment } from './present.ts'
import { lockVisit } from './rows.ts'

type Draft = OperationTypes['payments.create']['body']
type Field = keyof Draft

interface Subject {
  clientId: number
  appointmentId?: number
  packageId?: number
  amount: number
}

export async function createPayment(app: App, tx: Tx, call: Call<'payments.create'>) {
  const { body } = call
  checkFields(call)
  const subject = await subjectOf(tx, call)
  const row = await beginPayment(app, tx, {
    ...subject,
    purpose: body.purpose,
    provider: body.provider,
    returnUrl: body.return_url,
    actor: actor(call.caller),
  })
  if (isOurs(call.caller))
    await audit(tx, call, `payment:${row.id}`, null, { amount: row.amount, purpose: row.purpose })
  return presentPayment(app.config, row)
}

const needed: Record<Draft['purpose'], Field[]> = {
  appointment: ['appointment_id'],
  package: ['package_id'],
  deposit: ['amount'],
}

/** Each purpose has its own field; another's is a misunderstanding, and so is naming somebody else. */
function checkFields({ body, caller }: Call<'payments.create'>): void {
  const own = isOurs(caller) && body.purpose !== 'appointment' ? ['client_id' as const] : []
  const wanted: Field[] = [...needed[body.purpose], ...own]
  const subjects: Field[] = ['appointment_id', 'package_id', 'amount', 'client_id']
  const errors = subjects.flatMap((field) => {
    if (wanted.includes(field))
      return body[field] === undefined ? [{ pointer: `/${field}`, code: 'required' }] : []
    return body[field] === undefined ? [] : [{ pointer: `/${field}`, code: 'not_allowed' }]
  })
  if (errors.length > 0) throw new Fault('invalid_request', { errors })
}

async function subjectOf(tx: Tx, call: Call<'payments.create'>): Promise<Subject> {
  const { body } = call
  if (body.purpose === 'appointment') return visitSubject(tx, call, body.appointment_id ?? 0)
  const clientId = await clientOf(tx, call)
  if (body.purpose === 'deposit') return { clientId, amount: body.amount ?? 0 }
  return packageSubject(tx, clientId, body.package_id ?? 0)
}

const living = statement(
  'payment_client',
  `select id from clients where organization_id = $1 and id = $2 and erased_at is null and merged_into is null for key share`,
)

async function clientOf(tx: Tx, { caller, body }: Call<'payments.create'>): Promise<number> {
  if (caller.kind === 'client') return caller.clientId
  const found = await tx.maybe<{ id: number }>(living, [tx.organizationId, body.client_id ?? 0])
  if (found === undefined) throw unknown('/client_id')
  return found.id
}

const visit = statement(
  'payment_visit',
  `select client_id, status, total, prepayment, paid_of(organization_id, id) as paid from appointments
   where organization_id = $1 and id = $2`,
)

interface Visit {
  client_id: number
  status: string
  total: number
  prepayment: number
  paid: number
}

/** What must be paid before it is certain, while it waits for that; then what is left. */
async function visitSubject(
  tx: Tx,
  { caller }: Call<'payments.create'>,
  appointmentId: number,
): Promise<Subject> {
  await lockVisit(tx, appointmentId)
  const row = await tx.maybe<Visit>(visit, [tx.organizationId, appointmentId])
  if (row === undefined || (caller.kind === 'client' && caller.clientId !== row.client_id))
    throw unknown('/appointment_id')
  if (!['pending', 'confirmed', 'arrived', 'completed'].includes(row.status))
    throw new Fault('invalid_transition')
  const before = row.status === 'pending' ? row.prepayment - row.paid : 0
  const amount = before > 0 ? before : row.total - row.paid
  if (amount <= 0) throw new Fault('already_paid')
  return { clientId: row.client_id, appointmentId, amount }
}

const onSale = statement(
  'payment_package',
  `select price from service_packages where organization_id = $1 and id = $2 and archived_at is null`,
)

async function packageSubject(tx: Tx, clientId: number, packageId: number): Promise<Subject> {
  const row = await tx.maybe<{ price: number }>(onSale, [tx.organizationId, packageId])
  if (row === undefined) throw unknown('/package_id')
  if (row.price === 0)
    throw new Fault('invalid_data', { errors: [{ pointer: '/package_id', code: 'not_allowed' }] })
  return { clientId, packageId, amount: row.price }
}

function unknown(pointer: string): Fault {
  return new Fault('unknown_reference', { errors: [{ pointer, code: 'not_found' }] })
}
