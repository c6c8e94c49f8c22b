import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { dayTexts } from './texts/texts.ts'

/** What is asked about before it is done. */
export type Mode = 'move' | 'cancel' | 'pay' | 'discount'

type Verb = 'approve' | 'arrive' | 'complete' | 'noShow'

export interface DeedsGiven {
  panel: Panel
  visit: Appointment
  isBusy: boolean
  set(verb: Verb): void
  open(mode: Mode): void
}

/** What may be done with a visit now, by this role; the next step stands first and is filled. */
export function visitDeeds({ panel, visit, isBusy, set, open }: DeedsGiven): unknown {
  const { language, may } = panel
  const { status, total, paid } = visit
  const say = dayTexts(language)
  const is = (...those: Appointment['status'][]) => those.includes(status)
  const isLeft = paid.amount < total.amount && is('pending', 'confirmed', 'arrived', 'completed')
  const deeds = [
    [is('pending') && may('appointments.approve'), say('approve'), () => set('approve'), 'main'],
    [is('confirmed'), say('arrive'), () => set('arrive'), 'main'],
    [
      is('arrived', 'confirmed'),
      say('complete'),
      () => set('complete'),
      is('arrived') ? 'main' : 'quiet',
    ],
    [isLeft && may('appointments.pay'), say('pay'), () => open('pay'), 'quiet'],
    [
      isLeft && paid.amount === 0 && may('appointments.discount'),
      say('giveDiscount'),
      () => open('discount'),
      'quiet',
    ],
    [is('pending', 'confirmed'), say('move'), () => open('move'), 'quiet'],
    [is('confirmed'), say('noShow'), () => set('noShow'), 'quiet'],
    [is('pending', 'confirmed'), say('cancelVisit'), () => open('cancel'), 'quiet danger'],
  ] as const
  return html`<div class="row deeds">
    ${deeds.map(([isShown, name, run, look]) =>
      isShown
        ? html`<button class=${look} aria-disabled=${isBusy} @click=${run}>${name}</button>`
        : nothing,
    )}
  </div>`
}
