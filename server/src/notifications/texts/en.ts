import type { Language } from './language.ts'

const visit = '{when}\n{where}\n{service}\n{specialist}'

export const en: Language = {
  tag: 'en-GB',
  texts: {
    confirmed: { title: 'Booking confirmed', body: visit },
    moved: { title: 'Booking moved', body: `Now ${visit}` },
    cancelled: { title: 'Booking cancelled', body: 'It was on {when}\n{where}\n{service}' },
    reminder_day: { title: 'Your visit', body: '{visits}\n{where}\nSee you then!' },
    reminder_hours: { title: 'Your visit is soon', body: '{visits}\n{where}\nSee you soon!' },
    thanks: {
      title: 'Thank you for coming',
      body: '{name}, we hope you enjoyed it.\nWe would be glad to see you again.',
    },
    review: {
      title: 'How was it?',
      body: 'Tell us about your visit on {date}: it helps us to do better.',
    },
    next_visit: {
      title: 'It has been a while',
      body: '{name}, time for another visit?\n{service}\nChoose a time that suits you.',
    },
    package_low: { title: 'Your package is running out', body: '{package}\n{left}' },
    package_expiring: {
      title: 'Your package ends soon',
      body: '{package}\nGood until {until}\n{left}',
    },
    balance: { title: 'Your balance has changed', body: '{change}\nYour balance is {balance} now' },
    staff_booked: {
      title: 'New booking',
      body: '{when}\n{service}\n{specialist}\n{client}\n{where}',
    },
    staff_cancelled: {
      title: 'Booking cancelled',
      body: '{when}\n{service}\n{specialist}\n{client}\n{where}\nReason: {reason}',
    },
  },
  visits: { one: '# visit', other: '# visits' },
  left: { zero: 'No visits are left', one: '# visit is left', other: '# visits are left' },
  changes: {
    deposit: 'Added',
    withdraw: 'Paid out',
    payment: 'Paid',
    refund: 'Given back',
    correction: 'Corrected',
  },
  actions: {
    coming: 'I am coming',
    move: 'Move',
    cancel: 'Cancel',
    open: 'Open the booking',
    repeat: 'Book again',
  },
  example: {
    name: 'Anna',
    service: 'Back massage',
    specialist: 'Olga Smirnova',
    where: '10 Arbat St',
    organization: 'Arbat Clinic',
    package: '5 massages for the price of 4',
    client: 'Anna Petrova',
    reason: 'Fell ill',
  },
}
