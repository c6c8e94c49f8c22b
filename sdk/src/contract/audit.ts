import { id, instant, paging, pagingOptional, text } from './common.ts'
import { admins, type Operation } from './operation.ts'
import { described, object, page } from './schema.ts'

const auditEntry = object('AuditEntry', 'A change that somebody made.', {
  id,
  at: instant,
  actor: text('Who: staff:3, key:2, client:12, system.', 100, 'staff:3'),
  action: text('What: operation or fact.', 100, 'services.update'),
  subject: text('Of what.', 100, 'service:4'),
  before: {
    description: 'Changed fields before (personal values are left out).',
    type: ['object', 'null'],
    additionalProperties: true,
    examples: [{ price: 250000 }],
  },
  after: {
    description: 'Changed fields after.',
    type: ['object', 'null'],
    additionalProperties: true,
    examples: [{ price: 270000 }],
  },
})

const settingsRead = { scope: 'settings:read' } as const

export const auditOperations = {
  auditLog: {
    list: {
      method: 'GET',
      path: '/audit-log',
      summary: 'Who changed what, newest first.',
      who: [...admins, 'secret'],
      ...settingsRead,
      query: object(
        'ListAuditEntryQuery',
        'Which changes.',
        {
          subject: text('Of this subject.', 100, 'service:4'),
          actor: text('By this actor.', 100, 'staff:3'),
          from: described(instant, 'Not before.'),
          to: described(instant, 'Before.'),
          ...paging,
        },
        ['subject', 'actor', 'from', 'to', ...pagingOptional],
      ),
      status: 200,
      reply: page(auditEntry),
      errors: [],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
