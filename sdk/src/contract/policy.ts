import { choice, flag, integer, maxAmount } from './common.ts'
import { object } from './schema.ts'

export const policy = object(
  'Policy',
  'Rules of booking; inherited organization → location → service, the nearest set value wins.',
  {
    lead_time_min: integer(
      'How long before the visit a client may still book, minutes.',
      0,
      525600,
      60,
    ),
    horizon_days: integer('How many days ahead clients may book.', 1, 730, 60),
    cancel_before_min: integer(
      'Until how long before the visit a client may cancel, minutes.',
      0,
      525600,
      1440,
    ),
    reschedule_before_min: integer(
      'Until how long before the visit a client may move it, minutes; else as for cancelling.',
      0,
      525600,
      1440,
    ),
    approval: flag('A client’s booking waits for the staff’s approval.'),
    prepayment: object(
      'PrepaymentPolicy',
      'What a client pays before the visit is certain.',
      {
        kind: choice('Nothing, a fixed amount, a percent of the total, or all of it.', [
          'none',
          'fixed',
          'percent',
          'full',
        ]),
        amount: integer('How much (kind fixed), minor units.', 1, maxAmount, 50000),
        percent: integer('How much (kind percent).', 1, 100, 30),
        new_clients_only: flag('Only of those who have not been here.'),
      },
      ['amount', 'percent', 'new_clients_only'],
    ),
    late_cancel: choice(
      'What a client may do after the deadline: nothing, or cancel and lose the fee.',
      ['refuse', 'fee'],
    ),
    late_cancel_fee_percent: integer('Kept of the total when cancelled late.', 0, 100, 50),
    no_show_fee_percent: integer('Kept of the total when the client does not come.', 0, 100, 100),
    refund_to: choice('Where a card payment goes back to by itself.', ['wallet', 'source']),
    pending_expires_min: integer(
      'How long a pending booking occupies its time, minutes.',
      5,
      43200,
      30,
    ),
  },
  [
    'prepayment',
    'late_cancel',
    'late_cancel_fee_percent',
    'no_show_fee_percent',
    'refund_to',
    'lead_time_min',
    'horizon_days',
    'cancel_before_min',
    'reschedule_before_min',
    'approval',
    'pending_expires_min',
  ],
)
