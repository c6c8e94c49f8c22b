import type { SiteTexts } from './texts.ts'

/** Lines of the site around the elements, in English. */
export const en: SiteTexts = {
  tellMe: 'Shall we tell you if the booking changes?',
  tellMeHint: 'You get a notification on this device. It names neither services nor doctors.',
  tellMeYes: 'Switch notifications on',
  notNow: 'Not now',
  told: 'Notifications are on',
  denied: 'Notifications are blocked in your browser’s settings.',
  tellFailed: 'Notifications could not be switched on. Try again later.',
  installFirst: 'To get notifications on iPhone and iPad',
  installHow: 'Tap “Share”, then “Add to Home Screen”, and open the clinic from there.',

  sharePhone: 'Share your phone from Telegram',
  sharePhoneHint:
    'We will find your past visits, discounts and packages. No code by SMS is needed.',
  sharePhoneYes: 'Share my phone',

  status_pending: 'The booking awaits confirmation',
  status_unpaid: 'The booking awaits payment',
  status_confirmed: 'Booking confirmed',
  status_arrived: 'You are here',
  status_completed: 'The visit took place',
  status_cancelled: 'The booking was cancelled',
  status_no_show: 'The visit did not take place',
  status_expired: 'The booking was not confirmed in time',
  pay: 'Pay',
  move: 'Move',
  cancelVisit: 'Cancel the booking',
  cancelAsk: 'Cancel the booking?',
  cancelAskHint: 'The time becomes free for others at once.',
  cancelFee: 'It is late: of what you have paid the clinic keeps {fee}.',
  cancelKeepsVisit: 'It is late: the visit of your package will be spent.',
  cancelYes: 'Yes, cancel it',
  keep: 'Leave it as it is',
  moveTo: 'Move to {when}',
  moveTitle: 'The new time',
  moved: 'The booking was moved',
  cancelled: 'The booking was cancelled',
  tooLate: 'It is too late to change it online. Please call us.',
  notThere: 'There is no such booking. Perhaps the link was not copied whole.',
  bookAgain: 'Book again',
}
