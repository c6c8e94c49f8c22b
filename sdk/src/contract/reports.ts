import { choice, currency, id, localDate, text } from './common.ts'
import { admins, type Operation, type Who } from './operation.ts'
import {
  balances,
  bookings,
  cancellations,
  clients,
  liabilities,
  retention,
  revenue,
  services,
  specialists,
  utilization,
  type Figures,
} from './report-figures.ts'
import { described, object, type ObjectSchema } from './schema.ts'

const who: readonly Who[] = [...admins, 'secret']

const column = object('ReportColumn', 'What a figure is.', {
  name: text('Its name in `values`.', 50, 'received'),
  label: text('What to show.', 100, 'Получено'),
  unit: choice('Minor units of the currency, a number, minutes, or percent.', [
    'money',
    'count',
    'minutes',
    'percent',
  ]),
})

function reply(title: string, { description, values }: Figures): ObjectSchema {
  const figures = object(
    `${title}Figures`,
    'The figures of a group or of all.',
    values.all,
    values.notAlways,
  )
  const examples = [
    Object.fromEntries(
      Object.entries(values.all).map(([name, each]) => [name, each.examples?.[0]]),
    ),
  ]
  return object(`${title}Report`, description, {
    from: described(localDate, 'First date.'),
    to: described(localDate, 'Last date.', '2027-01-31'),
    group_by: text('What a row stands for.', 50, 'day'),
    currency,
    columns: { description: 'The figures, in their order.', type: 'array', items: column },
    rows: {
      description:
        'A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.',
      type: 'array',
      items: object(`${title}ReportRow`, 'One group.', {
        key: text('Date, month, id or word of the group; `none` = it has none.', 100, '2027-01-11'),
        label: text('What to show.', 400, '11 января'),
        values: { ...figures, examples },
      }),
    },
    totals: { ...figures, description: 'The figures over everything.', examples },
  })
}

interface QueryShape {
  groups: readonly string[]
  /** What has no branch and no specialist cannot be narrowed to one. */
  filters?: false
  optional?: readonly string[]
}

function query(title: string, { groups, filters, optional = [] }: QueryShape): ObjectSchema {
  return object(
    `${title}ReportQuery`,
    'Which figures.',
    {
      from: described(localDate, 'First date.'),
      to: described(localDate, 'Last date; at most 366 days.', '2027-01-31'),
      group_by: choice(`What a row stands for; \`${groups[0] ?? ''}\` when left out.`, groups),
      ...(filters === false
        ? {}
        : {
            location_id: described(id, 'Only what belongs to this branch.'),
            specialist_id: described(id, 'Only what belongs to this specialist.'),
          }),
      format: choice(
        'json, or csv for a spreadsheet: text/csv with a header, money in major units.',
        ['json', 'csv'],
      ),
    },
    [
      'group_by',
      ...(filters === false ? [] : ['location_id', 'specialist_id']),
      'format',
      ...optional,
    ],
  )
}

const dates = 'Both dates are inclusive.'
const common = { method: 'GET', who, scope: 'reports:read', status: 200, errors: [] } as const

export const reportOperations = {
  reports: {
    revenue: {
      ...common,
      path: '/reports/revenue',
      summary: 'Money that came and went back, and visits sold.',
      description: revenue.description,
      query: query('Revenue', {
        groups: ['day', 'week', 'month', 'location', 'service', 'specialist', 'method'],
      }),
      reply: reply('Revenue', revenue),
    },
    utilization: {
      ...common,
      path: '/reports/utilization',
      summary: 'Time sold of time offered.',
      description: utilization.description,
      query: query('Utilization', {
        groups: [
          'day',
          'specialist',
          'workplace',
          'location',
          'weekday',
          'weekday_hour',
          'workplace_weekday_hour',
        ],
      }),
      reply: reply('Utilization', utilization),
    },
    services: {
      ...common,
      path: '/reports/services',
      summary: 'Visits and sales by service.',
      description: services.description,
      query: query('Services', { groups: ['service', 'category', 'month'] }),
      reply: reply('Services', services),
    },
    specialists: {
      ...common,
      path: '/reports/specialists',
      summary: 'Visits and sales by specialist.',
      description: specialists.description,
      query: query('Specialists', { groups: ['specialist', 'month'] }),
      reply: reply('Specialists', specialists),
    },
    clients: {
      ...common,
      path: '/reports/clients',
      summary: 'New and returning clients.',
      description: clients.description,
      query: query('Clients', { groups: ['day', 'week', 'month', 'source'] }),
      reply: reply('Clients', clients),
    },
    cancellations: {
      ...common,
      path: '/reports/cancellations',
      summary: 'Cancellations and no-shows, and what they cost.',
      description: cancellations.description,
      query: query('Cancellations', {
        groups: ['day', 'week', 'month', 'location', 'service', 'specialist', 'reason'],
      }),
      reply: reply('Cancellations', cancellations),
    },
    bookings: {
      ...common,
      path: '/reports/bookings',
      summary: 'How far ahead, where from and when visits are booked.',
      description: bookings.description,
      query: query('Bookings', {
        groups: ['lead_time', 'source', 'day', 'week', 'month', 'weekday_hour'],
      }),
      reply: reply('Bookings', bookings),
    },
    retention: {
      ...common,
      path: '/reports/retention',
      summary: 'Who comes again, by the month of their first visit.',
      description: `${retention.description} ${dates}`,
      query: query('Retention', { groups: ['month'], filters: false }),
      reply: reply('Retention', retention),
    },
    balances: {
      ...common,
      path: '/reports/balances',
      summary: 'Balances of clients, and what moved them.',
      description: `${balances.description} ${dates}`,
      query: query('Balances', { groups: ['type', 'day', 'month'], filters: false }),
      reply: reply('Balances', balances),
    },
    liabilities: {
      ...common,
      path: '/reports/liabilities',
      summary: 'What is owed at the end of `to`: balances, and visits sold but not yet given.',
      description: liabilities.description,
      query: query('Liabilities', {
        groups: ['kind', 'package'],
        filters: false,
        optional: ['from'],
      }),
      reply: reply('Liabilities', liabilities),
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
