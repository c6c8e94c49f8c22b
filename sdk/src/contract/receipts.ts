import {
  choice,
  createdAt,
  id,
  idParams,
  instant,
  integer,
  money,
  paging,
  pagingOptional,
  text,
} from './common.ts'
import { admins, desk, type Operation } from './operation.ts'
import { array, described, nullable, object, page } from './schema.ts'

const item = object('ReceiptItem', 'A line of a receipt.', {
  title: text('What.', 200, 'Массаж 60 мин'),
  quantity: integer('How many.', 1, 1000, 1),
  amount: described(money, 'Sum of the line.'),
  vat: text('VAT code of the fiscal service.', 20, 'none'),
  payment_method: choice('54-ФЗ: the sign of the way of settlement.', [
    'full_prepayment',
    'prepayment',
    'advance',
    'full_payment',
  ]),
  payment_object: choice('54-ФЗ: the sign of the object.', ['service', 'payment']),
})

export const receipt = object(
  'Receipt',
  'A fiscal document (54-ФЗ): prepayment, offset when the service is given, refund.',
  {
    id,
    kind: choice('income = money came or the service was given; income_refund = money went back.', [
      'income',
      'income_refund',
    ]),
    status: choice('queued → sent → registered; failed waits for staff.', [
      'queued',
      'sent',
      'registered',
      'failed',
    ]),
    client_id: nullable(described(id, 'The buyer.')),
    appointment_id: nullable(described(id, 'The visit.', null)),
    payment_id: nullable(described(id, 'The payment.')),
    total: described(money, 'Sum of all lines.'),
    items: array(item, 'Its lines.', { max: 30 }),
    offset_of: nullable(described(id, 'The prepayment receipt that this one offsets.', null)),
    fiscal_number: nullable(text('Number given by the fiscal service.', 100, '9282440300000001')),
    error: nullable(text('What went wrong.', 500, 'timeout')),
    attempts: integer('Attempts made.', 0, 1000, 1),
    created_at: createdAt,
    registered_at: nullable(described(instant, 'When it was registered.')),
  },
)

const read = { who: ['client', ...desk, 'secret'], scope: 'money:read' } as const

export const receiptOperations = {
  receipts: {
    list: {
      method: 'GET',
      path: '/receipts',
      summary: 'List receipts, newest first; a client’s own.',
      ...read,
      query: object(
        'ListReceiptQuery',
        'Which receipts.',
        {
          client_id: described(id, 'Of this client.'),
          appointment_id: described(id, 'Of this visit.'),
          status: choice('In this status.', ['queued', 'sent', 'registered', 'failed']),
          ...paging,
        },
        ['client_id', 'appointment_id', 'status', ...pagingOptional],
      ),
      status: 200,
      reply: page(receipt),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/receipts/:id',
      summary: 'Get a receipt.',
      ...read,
      params: idParams,
      status: 200,
      reply: receipt,
      errors: ['not_found'],
    },
    print: {
      method: 'GET',
      path: '/receipts/:id/print',
      summary: 'The receipt as a page to print.',
      ...read,
      params: idParams,
      status: 200,
      reply: text('An HTML page.', 100_000, '<!doctype html>…'),
      media: 'text/html',
      errors: ['not_found'],
    },
    retry: {
      method: 'POST',
      path: '/receipts/:id/retry',
      summary: 'Queue a failed receipt again.',
      who: [...admins, 'secret'],
      scope: 'money:write',
      params: idParams,
      status: 200,
      reply: receipt,
      errors: ['not_found', 'invalid_transition'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
