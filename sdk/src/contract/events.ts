import { createdAt, integer, text } from './common.ts'
import { staff, type Operation } from './operation.ts'
import { object, type Schema } from './schema.ts'

/** Every event type, and when it happens. */
export const eventTypes = {
  'appointment.booked': 'A visit was booked.',
  'appointment.rescheduled': 'A visit was moved.',
  'appointment.cancelled': 'A visit was cancelled.',
  'appointment.arrived': 'The client has come.',
  'appointment.completed': 'The service has been given.',
  'appointment.no_show': 'The client has not come.',
  'appointment.acknowledged': 'The client said that they are coming.',
  'appointment.confirmed': 'A pending visit was approved or paid.',
  'appointment.expired': 'A pending visit was not confirmed in time.',
  'hold.created': 'A time was held.',
  'hold.released': 'A held time was given back.',
  'wallet.transaction': 'A wallet’s balance changed.',
  'package.purchased': 'A package was bought.',
  'package.used': 'A visit of a package was used.',
  'package.returned': 'A visit of a package was given back.',
  'payment.succeeded': 'A payment succeeded.',
  'payment.failed': 'A payment failed.',
  'payment.refunded': 'A payment was refunded.',
  'schedule.changed':
    'Hours, holidays or breaks changed: of a specialist, of a branch, or (neither named) of all branches.',
  'client.created': 'A client was added.',
  'client.updated': 'A client changed.',
  'client.erased': 'A client’s personal data was erased.',
} as const

export type EventType = keyof typeof eventTypes

export const eventType: Schema = {
  description: 'What happened.',
  type: 'string',
  enum: Object.keys(eventTypes),
  examples: ['appointment.booked'],
}

/** The envelope of an event, in webhooks and in the stream. Thin: ids and times, no personal data. */
export const event = object('BookingEvent', 'Something that happened.', {
  id: integer('Grows with time.', 1, Number.MAX_SAFE_INTEGER, 1),
  type: eventType,
  created_at: createdAt,
  data: {
    title: 'EventData',
    description: 'What it happened to.',
    type: 'object',
    additionalProperties: true,
    properties: {
      object: {
        description: 'The thing as it was after the event, without personal data.',
        type: 'object',
        additionalProperties: true,
        examples: [{ id: 1, status: 'confirmed' }],
      },
    },
    examples: [{ object: { id: 1, status: 'confirmed' } }],
  },
})

export const eventOperations = {
  events: {
    stream: {
      method: 'GET',
      path: '/events',
      summary:
        'A live stream (server-sent events) of what happens; a client sees their own. `Last-Event-ID` resumes.',
      who: ['client', ...staff, 'secret'],
      scope: 'appointments:read',
      query: object(
        'EventStreamQuery',
        'Which events.',
        { types: text('Comma-separated types; left out = all.', 1000, 'appointment.booked') },
        ['types'],
      ),
      status: 200,
      reply: event,
      media: 'text/event-stream',
      errors: [],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
