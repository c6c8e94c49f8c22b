import { choice, idParams, instant, text } from './common.ts'
import { staff, type Operation } from './operation.ts'
import { array, nullable, object, type Schema } from './schema.ts'

const changedFields = (description: string, status: string): Schema => ({
  description,
  type: ['object', 'null'],
  additionalProperties: true,
  examples: [{ status }],
})

const visitChange = object('VisitChange', 'Something that was done with a visit.', {
  at: instant,
  action: text('What: the operation.', 100, 'appointments.reschedule'),
  by: choice('Who: `link` is the bearer of the manage link.', [
    'staff',
    'key',
    'client',
    'link',
    'system',
  ]),
  name: nullable(text('Of the member of staff: their name, else their e-mail.', 300, 'Ольга')),
  before: changedFields('What differed before; texts about a person are left out.', 'confirmed'),
  after: changedFields('What differs after.', 'arrived'),
})

const visitHistory = object('VisitHistory', 'What was done with a visit.', {
  data: array(visitChange, 'The last first.', { max: 200 }),
})

export const historyOperation = {
  method: 'GET',
  path: '/appointments/:id/history',
  summary: 'Who did what with a visit, the last first; a specialist sees that of their own visits.',
  who: [...staff, 'secret'],
  scope: 'appointments:read',
  params: idParams,
  status: 200,
  reply: visitHistory,
  errors: ['not_found'],
} as const satisfies Operation
