import type { EventType } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { availableChannels } from './available.ts'
import type { ChannelName } from './channels/channel.ts'
import { personOfMember, readClient, readMembers } from './person-rows.ts'
import { plan, type Planned, type Planning, type Subject } from './plan.ts'
import { templatesOf } from './rules.ts'
import { readSettings, type OrganizationSettings } from './setting-rows.ts'
import { anyWayOf, dropReminders, insertTellings, type NewTelling } from './telling-rows.ts'

/** Of the outbox. */
interface Happened {
  id: number
  type: EventType
  subject_id: number | null
  payload: Record<string, unknown>
}

/** What an event says, and what it is about. */
interface Occasion {
  event: { id: number; type: EventType; object: Record<string, unknown> }
  subject: Subject
  clientId: number | null
  appointmentId: number | null
  specialistId: number | null
  /** What is looked at again when it is due. */
  payload: Record<string, unknown>
}

/** Makes what people are to be told of an event, in the relay's transaction; heard of again it makes nothing new. */
export function notificationMaker(
  app: Pick<App, 'config' | 'clock'>,
): (tx: Tx, event: Happened) => Promise<void> {
  return async (tx, event) => {
    const heard = [...templatesOf(event.type, 'client'), ...templatesOf(event.type, 'staff')]
    if (heard.length === 0 || event.subject_id === null) return
    const settings = await readSettings(tx)
    const occasion = await occasionOf(tx, event, event.subject_id, settings)
    if (occasion === null) return
    const available = availableChannels(app.config, settings.slug)
    const making = { settings, available, now: app.clock() }
    await tellClient(tx, occasion, making)
    await tellStaff(tx, occasion, making)
  }
}

interface Making {
  settings: OrganizationSettings
  available: ReadonlySet<ChannelName>
  now: Date
}

async function tellClient(tx: Tx, occasion: Occasion, making: Making): Promise<void> {
  const { event, clientId, appointmentId, subject, payload } = occasion
  // At the same time too: with another specialist it is another visit to remind of.
  if (appointmentId !== null && /\.(rescheduled|cancelled)$/.test(event.type))
    await dropReminders(tx, appointmentId, event.id)
  const person = clientId === null ? undefined : await readClient(tx, clientId, appointmentId)
  if (person === undefined) return
  const planning: Planning = { audience: 'client', person, ...making }
  const planned = plan(event, subject, planning, making.now)
  const telling = {
    eventId: event.id,
    clientId: person.id,
    appointmentId,
    locale: person.locale,
    payload,
  }
  await insert(tx, telling, planned, making.now)
}

async function tellStaff(tx: Tx, occasion: Occasion, making: Making): Promise<void> {
  const { event, specialistId, appointmentId, subject, payload } = occasion
  if (specialistId === null || templatesOf(event.type, 'staff').length === 0) return
  const what = event.type === 'appointment.cancelled' ? 'cancellations' : 'bookings'
  for (const member of await readMembers(tx, what, specialistId)) {
    const person = personOfMember(member)
    const planned = plan(event, subject, { audience: 'staff', person, ...making }, making.now)
    const { locale } = member
    const telling = {
      eventId: event.id,
      clientId: null,
      staffId: member.id,
      appointmentId,
      locale,
      payload,
    }
    await insert(tx, telling, planned, making.now)
  }
}

function insert(
  tx: Tx,
  telling: NewTelling,
  planned: readonly Planned[],
  now: Date,
): Promise<void> {
  const ways = planned.map(({ recipient, sendAt, ...way }) => ({
    ...way,
    recipient: recipient ?? anyWayOf(telling.clientId ?? 0),
    // What is told at once waits for no clock of ours: PostgreSQL's decides what is due.
    sendAt: sendAt > now ? sendAt : null,
  }))
  return insertTellings(tx, telling, ways)
}

const visit = statement(
  'notification_visit',
  `select a.client_id, a.service_id, a.specialist_id, l.time_zone from appointments a
   join locations l on l.organization_id = a.organization_id and l.id = a.location_id
   where a.organization_id = $1 and a.id = $2`,
)
const packageEnd = statement(
  'notification_package',
  'select client_id, expires_at from client_packages where organization_id = $1 and id = $2',
)

/** null: there is nobody to tell, or the event is of another making. */
async function occasionOf(
  tx: Tx,
  { id, type, payload: { object } }: Happened,
  subjectId: number,
  { timeZone }: OrganizationSettings,
): Promise<Occasion | null> {
  const said: Record<string, unknown> =
    typeof object === 'object' && object !== null ? { ...object } : {}
  const event = { id, type, object: said }
  const none = { appointmentId: null, specialistId: null }
  if (type.startsWith('appointment.')) return ofVisit(tx, event, subjectId)
  if (type.startsWith('package.')) {
    const values = [tx.organizationId, subjectId]
    const row = await tx.maybe<{ client_id: number; expires_at: Date | null }>(packageEnd, values)
    if (row === undefined) return null
    const subject = { visit: null, expiresAt: row.expires_at, timeZone }
    return {
      ...none,
      event,
      subject,
      clientId: row.client_id,
      payload: { client_package_id: subjectId },
    }
  }
  const { client_id: clientId } = said
  if (typeof clientId !== 'number') return null
  const subject = { visit: null, expiresAt: null, timeZone }
  return { ...none, event, subject, clientId, payload: { transaction_id: subjectId } }
}

interface VisitRow {
  client_id: number
  service_id: number
  specialist_id: number
  time_zone: string
}

/** The times are the event's: what became of the visit since is told by the events that follow. */
async function ofVisit(tx: Tx, event: Occasion['event'], id: number): Promise<Occasion | null> {
  const [startsAt, endsAt] = [instant(event.object['starts_at']), instant(event.object['ends_at'])]
  const row = await tx.maybe<VisitRow>(visit, [tx.organizationId, id])
  if (row === undefined || startsAt === null || endsAt === null) return null
  return {
    event,
    subject: {
      visit: { startsAt, endsAt, serviceId: row.service_id },
      expiresAt: null,
      timeZone: row.time_zone,
    },
    clientId: row.client_id,
    appointmentId: id,
    specialistId: row.specialist_id,
    payload: { starts_at: startsAt.toISOString() },
  }
}

function instant(value: unknown): Date | null {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : null
}
