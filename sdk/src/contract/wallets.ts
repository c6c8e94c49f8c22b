import {
  choice,
  createdAt,
  dateRange,
  id,
  integer,
  maxAmount,
  money,
  paging,
  pagingOptional,
  text,
  updatedAt,
  version,
} from './common.ts'
import { desk, type Operation } from './operation.ts'
import { described, nullable, object, page, type Schema } from './schema.ts'

export const transactionTypes = ['deposit', 'withdraw', 'payment', 'refund', 'correction'] as const

export const wallet = object('Wallet', 'A client’s balance: always the sum of its transactions.', {
  client_id: described(id, 'Whose.'),
  balance: described(money, 'What is there.'),
  credit_limit: described(money, 'How far below zero it may go.', { amount: 0, currency: 'RUB' }),
  version,
  updated_at: updatedAt,
})

const line = {
  id,
  client_id: described(id, 'Whose.'),
  seq: integer('Its place in the wallet, without gaps.', 1, 2147483647, 1),
  type: choice('What it is.', transactionTypes),
  amount: described(money, 'Signed: what comes is positive, what goes is negative.'),
  balance_after: described(money, 'The balance after it.'),
  reason: text('Why.', 1000, 'Пополнение на кассе'),
  appointment_id: nullable(described(id, 'The visit it pays or gives back.', null)),
  client_package_id: nullable(described(id, 'The package it pays or gives back.', null)),
  payment_id: nullable(described(id, 'The external payment it came from.', null)),
  refunds: nullable(described(id, 'The payment it gives back.', null)),
  corrects: nullable(described(id, 'The line it corrects.', null)),
  actor: text('Who made it.', 100, 'staff:3'),
  created_at: createdAt,
}

export const walletTransaction = object(
  'WalletTransaction',
  'A line of the ledger. Lines are never changed.',
  line,
)

const ledgerLine = object('LedgerLine', 'A line of the ledger, and whose it is.', {
  ...line,
  client_name: text('Name of the client.', 310, 'Анна Петрова'),
})

const signedAmount: Schema = {
  description: 'Minor units, above 0; a correction may take away, and is then below 0.',
  type: 'integer',
  minimum: -maxAmount,
  maximum: maxAmount,
  examples: [100000],
}

export const transactionDraft = object(
  'TransactionDraft',
  'A line to add.',
  {
    type: choice('What it is.', transactionTypes),
    amount: signedAmount,
    reason: text('Why; a correction needs it.', 1000, 'Пополнение на кассе'),
    refunds: described(id, 'The payment that a refund gives back.'),
    corrects: described(
      id,
      'The line that a correction corrects; left out = the wallet’s last one.',
    ),
    appointment_id: described(id, 'The visit that a payment pays.'),
    currency: {
      description: 'If given, it must be the organization’s.',
      type: 'string',
      format: 'currency',
      examples: ['RUB'],
    },
  },
  ['reason', 'refunds', 'corrects', 'appointment_id', 'currency'],
)

export const transactionOperations = {
  transactions: {
    list: {
      method: 'GET',
      path: '/transactions',
      summary: 'The ledger of all clients, newest first.',
      who: [...desk, 'secret'],
      scope: 'money:read',
      query: object(
        'ListTransactionQuery',
        'Which lines.',
        {
          ...dateRange,
          type: choice('Of this type.', transactionTypes),
          client_id: described(id, 'Of this client.'),
          actor: text('Made by.', 100, 'staff:3'),
          sort: choice('Order.', ['-created_at', 'created_at']),
          ...paging,
        },
        ['from', 'to', 'type', 'client_id', 'actor', 'sort', ...pagingOptional],
      ),
      status: 200,
      reply: page(ledgerLine),
      errors: [],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
