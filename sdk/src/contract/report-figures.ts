import type { Schema } from './schema.ts'

/** What a report counts, and by which rules; the operation's description too. */
export interface Figures {
  description: string
  values: { all: Record<string, Schema>; notAlways: readonly string[] }
}

function amount(description: string, example: number): Schema {
  return { description: `${description} Minor units.`, type: 'integer', examples: [example] }
}
function count(description: string, example: number): Schema {
  return { description, type: 'integer', examples: [example] }
}
function share(description: string, example: number): Schema {
  const rule = 'Percent, to two decimals; null when there is nothing to divide by.'
  return { description: `${description} ${rule}`, type: ['number', 'null'], examples: [example] }
}

const byVisits =
  'Dates are inclusive and local to the branch of each visit; a visit belongs to the date on which it begins.'

export const revenue: Figures = {
  description: `Two bases side by side. Cash: \`received\`, \`refunded\` and \`net\` are money that crossed the clinic's border, on the date when it did: payments from outside (by card, or on_site at the desk) and deposits taken at the desk; what moves between a client's balance, visits and packages inside is not counted again. A top-up is no revenue but a liability, so it stands apart in \`for_balances\` (see /reports/liabilities). A correction of a desk deposit or of a withdrawal corrects \`received\` or \`refunded\`, on its own date. Accrual: \`sold\` and \`given\` are visits by their own date, whatever paid for them and whenever; a visit from a package counts as its total. ${byVisits} Money without a branch is dated in the organization's zone, and is not in the figures of one branch or specialist; a package belongs to its service. Deposits and withdrawals at the desk are of the method on_site.`,
  values: {
    all: {
      received: amount('for_visits + for_packages + for_balances.', 350000),
      for_visits: amount('Came from outside for visits.', 250000),
      for_packages: amount('Came from outside for packages.', 0),
      for_balances: amount(
        'Came from outside onto balances: top-ups, and payments whose visit was gone.',
        100000,
      ),
      refunded: amount(
        'Went back outside: to cards, from the till, withdrawn from balances.',
        50000,
      ),
      net: amount('received − refunded.', 300000),
      sold: amount('Total of the visits that are neither cancelled nor expired.', 500000),
      given: amount('Of it, the visits that are completed.', 250000),
    },
    notAlways: [],
  },
}

export const utilization: Figures = {
  description: `\`sold\` is the length of the visits that are neither cancelled nor expired, without buffers; \`offered\` is what the schedules say now, of the past too: hours of specialists within those of their branch, less breaks, holidays and absences; by workplace, the hours of the branch for each of its workplaces, whoever works there; by \`workplace_weekday_hour\`, the same in each hour of the week, \`12-3-10\` being workplace 12 on Wednesdays from ten to eleven. Visits outside the schedule can make it more than 100 %. ${byVisits}`,
  values: {
    all: {
      offered: count('Minutes offered.', 480),
      sold: count('Minutes sold.', 360),
      percent: share('sold of offered.', 75),
    },
    notAlways: [],
  },
}

const visits: Figures['values'] = {
  all: {
    visits: count('Neither cancelled nor expired.', 10),
    completed: count('Of them, completed.', 8),
    no_show: count('Of them, the client did not come.', 1),
    cancelled: count('Cancelled; not in `visits`.', 2),
    sold: amount('Total of `visits`.', 2500000),
    average_price: {
      description: 'sold / visits, rounded half up; null without visits. Minor units.',
      type: ['integer', 'null'],
      examples: [250000],
    },
    minutes: count('Length of `visits`.', 600),
  },
  notAlways: [],
}

export const services: Figures = {
  description: `Visits by service. A visit from a package counts as its total. ${byVisits}`,
  values: visits,
}

export const specialists: Figures = {
  description: `Visits by specialist. A visit from a package counts as its total. ${byVisits}`,
  values: visits,
}

export const clients: Figures = {
  description: `Who came: only visits that took place (arrived or completed) are counted. The first visit of a client is the first to the organization, at any branch. A client is one in each row and in the totals, so rows may add up to more. ${byVisits}`,
  values: {
    all: {
      clients: count('Different clients: new + returning.', 10),
      new: count('Their first visit of all is here.', 4),
      returning: count('They had been before.', 6),
      visits: count('Visits that took place.', 12),
      returned: count(
        'Of the new, came again on another day within 90 days of the first visit, as known now.',
        2,
      ),
      retention_percent: share('returned of new.', 50),
    },
    notAlways: [],
  },
}

export const cancellations: Figures = {
  description: `Visits that were cancelled or to which nobody came, by the date for which they were booked. Late = after the deadline of the rules as they stand now, whoever cancelled. By \`reason\`, \`visits\` and \`rate_percent\` are left out. ${byVisits}`,
  values: {
    all: {
      visits: count('Booked: all but expired ones.', 20),
      cancelled_in_time: count('Cancelled before the deadline.', 2),
      cancelled_late: count('Cancelled after it.', 1),
      no_show: count('The client did not come.', 1),
      rate_percent: share('Cancelled and not come, of visits.', 20),
      lost: amount('Total of those cancelled and not come to.', 1000000),
      kept: amount(
        'Paid for them and not given back; a package’s visit that was not returned counts as its total.',
        250000,
      ),
    },
    notAlways: ['visits', 'rate_percent'],
  },
}

export const balances: Figures = {
  description:
    'The ledger of all balances, dated in the organization’s zone. Signed: opening + deposits + withdrawals + payments + refunds + corrections = closing; by `type`, opening + amount = closing.',
  values: {
    all: {
      opening: amount('All balances before; by type, in the totals only.', 500000),
      deposits: amount('Came.', 100000),
      withdrawals: amount('Taken out; below 0.', -50000),
      payments: amount('Paid for visits and packages; below 0.', -250000),
      refunds: amount('Payments given back.', 0),
      corrections: amount('Corrected, either way.', 0),
      closing: amount('All balances after; by type, in the totals only.', 300000),
      lines: count('Lines of the ledger; by type.', 3),
      amount: amount('Their sum; by type.', -200000),
    },
    notAlways: [
      'opening',
      'deposits',
      'withdrawals',
      'payments',
      'refunds',
      'corrections',
      'closing',
      'lines',
      'amount',
    ],
  },
}

export const liabilities: Figures = {
  description:
    'As of the end of `to` in the organization’s zone; `from` changes nothing. Balances: what stands above zero; below zero is `debts`, so value − debts of the row wallet is the closing of /reports/balances. Packages neither expired nor taken back by then: price paid × visits left / visits bought, half up for each; a visit is taken when it is booked, and stands as `booked` until its time comes: it is owed too.',
  values: {
    all: {
      count: count('Balances above zero, packages with visits left.', 12),
      visits_left: count('Visits bought and not yet taken.', 30),
      value: amount('Owed to clients.', 6000000),
      booked: count('Visits of packages that are booked for later.', 4),
      booked_value: amount('What was paid for these, owed as well.', 800000),
      debts: amount('Owed by clients: balances below zero; by kind.', 0),
    },
    notAlways: ['debts'],
  },
}

export const bookings: Figures = {
  description:
    'How visits are booked: by the date on which they were booked, local to their branch, whatever became of them; expired ones are left out. By `lead_time`, a row for so many days from the booking to the visit; by `source`, where it came from; by `weekday_hour`, when people book.',
  values: {
    all: {
      booked: count('Visits booked.', 20),
      cancelled: count('Of them, cancelled by now.', 2),
      no_show: count('Of them, the client did not come.', 1),
      lost_percent: share('cancelled and no_show of booked.', 15),
      sold: amount('Total of those that stand.', 4250000),
      lead_days: {
        description: 'Days from the booking to the visit, on average; null without bookings.',
        type: ['integer', 'null'],
        examples: [4],
      },
    },
    notAlways: [],
  },
}

function afterMonths() {
  const entry = (age: number) => share(`Of them, who came ${age} calendar months later.`, 40)
  return {
    month_1: entry(1),
    month_2: entry(2),
    month_3: entry(3),
    month_4: entry(4),
    month_5: entry(5),
    month_6: entry(6),
    month_7: entry(7),
    month_8: entry(8),
    month_9: entry(9),
    month_10: entry(10),
    month_11: entry(11),
    month_12: entry(12),
  }
}

export const retention: Figures = {
  description:
    'Who comes again: clients by the month of their first visit of all, and the part of them that came in each of the twelve months after it. Only visits that took place count, each by its date in its branch. A month that has not come yet is null.',
  values: {
    all: { clients: count('Whose first visit it was.', 24), ...afterMonths() },
    notAlways: [],
  },
}
