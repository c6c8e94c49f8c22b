import {
  choice,
  createdAt,
  id,
  idParams,
  instant,
  integer,
  maxAmount,
  money,
  paging,
  pagingOptional,
  sum,
  text,
  updatedAt,
  version,
} from './common.ts'
import { admins, desk, type Operation } from './operation.ts'
import { described, nullable, object, page } from './schema.ts'

export const providers = ['demo', 'yookassa', 'stripe', 'on_site'] as const
export const paymentStatuses = [
  'pending',
  'succeeded',
  'unapplied',
  'failed',
  'cancelled',
  'refunded',
] as const

export const payment = object(
  'Payment',
  'Money from outside: by card through a provider, or taken at the desk.',
  {
    id,
    client_id: nullable(described(id, 'Who pays.')),
    provider: choice('Who takes the money.', providers),
    status: choice(
      'unapplied = the money came but what it was for is gone; it is on the client’s balance or waits for staff.',
      paymentStatuses,
      'succeeded',
    ),
    amount: described(money, 'How much.'),
    refunded: described(money, 'How much of it was given back.'),
    purpose: choice('What for.', ['appointment', 'package', 'deposit']),
    appointment_id: nullable(described(id, 'The visit.')),
    package_id: nullable(described(id, 'The package to buy.', null)),
    client_package_id: nullable(described(id, 'The package bought by it.', null)),
    url: nullable(text('Page where it is paid.', 2000, 'https://pay.example/1')),
    error: nullable(text('Why it failed.', 500, 'card_declined')),
    succeeded_at: nullable(described(instant, 'When the money came.')),
    version,
    created_at: createdAt,
    updated_at: updatedAt,
  },
)

const paymentDraft = object(
  'PaymentDraft',
  'What to pay for: a visit of one’s own, a package, or one’s balance.',
  {
    purpose: choice('What for.', ['appointment', 'package', 'deposit']),
    appointment_id: described(id, 'The visit (purpose appointment).'),
    package_id: described(id, 'The package (purpose package).'),
    amount: described(
      integer('How much (purpose deposit), minor units.', 1, maxAmount, 100000),
      'How much (purpose deposit), minor units.',
    ),
    client_id: described(id, 'For whom; staff and secret keys only.'),
    provider: choice('Which provider; left out = the first that is set up.', [
      'demo',
      'yookassa',
      'stripe',
    ]),
    return_url: {
      description: 'Where the payer comes back to; the client site by default.',
      type: 'string',
      format: 'http-url',
      maxLength: 2000,
      examples: ['https://clinic.example/thanks'],
    },
  },
  ['appointment_id', 'package_id', 'amount', 'client_id', 'provider', 'return_url'],
)

const refundDraft = object(
  'PaymentRefund',
  'Gives money back.',
  {
    amount: described(sum, 'How much; left out = all that is left.'),
    reason: text('Why.', 500, 'Отмена визита', 1),
    to: choice('Where to: the card it came from, or the client’s balance.', ['source', 'wallet']),
  },
  ['amount', 'to'],
)

const difference = object(
  'PaymentDifference',
  'The provider and the books do not agree. Nothing is mended by itself.',
  {
    id,
    provider: choice('Which provider.', providers, 'yookassa'),
    provider_id: text('Its id of the payment.', 200, '2a1b…'),
    payment_id: nullable(described(id, 'Ours.')),
    kind: choice('What differs.', [
      'missing_here',
      'missing_there',
      'amount',
      'status',
      'refunded',
    ]),
    ours: nullable(text('What we have.', 200, 'pending 250000')),
    theirs: nullable(text('What they have.', 200, 'succeeded 250000')),
    found_at: described(instant, 'When it was found.'),
    settled_at: nullable(described(instant, 'When it was gone or marked as looked at.', null)),
  },
)

const differenceParams = object('PaymentDifferenceParams', 'Which difference.', { id })
const webhookParams = object('PaymentWebhookParams', 'From which provider.', {
  provider: choice('The provider.', ['demo', 'yookassa', 'stripe']),
})

const money_ = { scope: 'money:read' } as const
const writes = { who: [...admins, 'secret'], scope: 'money:write' } as const

export const paymentOperations = {
  payments: {
    create: {
      method: 'POST',
      path: '/payments',
      summary: 'Begin an external payment; the answer’s `url` is where it is paid.',
      who: ['client', ...desk, 'secret'],
      scope: 'money:write',
      body: paymentDraft,
      status: 201,
      reply: payment,
      errors: [
        'not_found',
        'unknown_reference',
        'payment_method_unavailable',
        'invalid_transition',
        'already_paid',
        'invalid_data',
      ],
    },
    list: {
      method: 'GET',
      path: '/payments',
      summary: 'List payments, newest first; a client’s own.',
      who: ['client', ...desk, 'secret'],
      ...money_,
      query: object(
        'ListPaymentQuery',
        'Which payments.',
        {
          client_id: described(id, 'Of this client.'),
          appointment_id: described(id, 'Of this visit.'),
          status: choice('In this status.', paymentStatuses, 'succeeded'),
          ...paging,
        },
        ['client_id', 'appointment_id', 'status', ...pagingOptional],
      ),
      status: 200,
      reply: page(payment),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/payments/:id',
      summary: 'Get a payment; asks the provider when it is still pending.',
      who: ['client', ...desk, 'secret'],
      ...money_,
      params: idParams,
      status: 200,
      reply: payment,
      errors: ['not_found'],
    },
    refund: {
      method: 'POST',
      path: '/payments/:id/refund',
      summary: 'Give money back, to the card or to the balance.',
      ...writes,
      params: idParams,
      body: refundDraft,
      status: 200,
      reply: payment,
      errors: [
        'not_found',
        'version_conflict',
        'refund_too_large',
        'package_refund_needed',
        'invalid_transition',
        'insufficient_funds',
        'payment_method_unavailable',
      ],
    },
    webhook: {
      method: 'POST',
      path: '/payments/webhooks/:provider',
      summary: 'What a provider tells. Believed only when it is signed or fetched again.',
      who: ['anyone'],
      params: webhookParams,
      raw: true,
      status: 200,
      reply: object('WebhookTaken', 'It was taken.', {
        received: { description: 'Always true.', type: 'boolean', examples: [true] },
      }),
      errors: [
        'signature_invalid',
        'not_found',
        'malformed_body',
        'body_too_large',
        'provider_failed',
      ],
    },
    differences: {
      method: 'GET',
      path: '/payments/differences',
      summary: 'Where the providers’ lists and the books do not agree.',
      who: [...admins, 'secret'],
      ...money_,
      query: object('ListPaymentDifferenceQuery', 'Which page.', { ...paging }, [
        ...pagingOptional,
      ]),
      status: 200,
      reply: page(difference),
      errors: [],
    },
    settleDifference: {
      method: 'POST',
      path: '/payments/differences/:id/settle',
      summary: 'Mark a difference as looked at.',
      ...writes,
      params: differenceParams,
      body: object('SettleDifference', 'What was done.', {
        note: text('What was done.', 500, 'Возвращено вручную', 1),
      }),
      status: 200,
      reply: difference,
      errors: ['not_found'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
