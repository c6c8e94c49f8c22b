import type { Appointment, VisitHistory } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { nameOf, type Catalogue } from './catalogue.ts'
import { ru } from './texts/ru.ts'
import { dayTexts, type DayKey } from './texts/texts.ts'

type Change = VisitHistory['data'][number]

interface Where {
  zone: string
  catalogue: Catalogue
}

/** Who did what with it, the last first; that it was made is known without the log too. */
export function visitHistory(
  panel: Panel,
  visit: Appointment,
  history: VisitHistory | undefined,
  where: Where,
): unknown {
  const say = dayTexts(panel.language)
  const moment = (at: string) =>
    html`<span class="muted">${panel.words.moment(at, where.zone)}</span>`
  return html`<section>
    <h3>${say('history')}</h3>
    <ul class="history">
      ${(history?.data ?? []).map((change) => {
        const details = detailsOf(panel, change, where)
        return html`<li>
          ${moment(change.at)} <span>${deedOf(panel, change)}</span>
          ${details ? html`<span class="muted">${details}</span>` : nothing}
          <span class="muted">${actorOf(panel, change)}</span>
        </li>`
      })}
      <li>
        ${moment(visit.created_at)}
        <span>${say('made', { source: say(`from_${visit.source}`) })}</span>
      </li>
    </ul>
  </section>`
}

function deedOf({ language }: Panel, { action, after }: Change): string {
  const key = after?.['status'] === 'expired' ? 'expired' : `action_${action.split('.')[1] ?? ''}`
  return isKey(key) ? dayTexts(language)(key) : action
}

function actorOf({ language }: Panel, { by, name }: Change): string {
  const words: Record<Change['by'], DayKey> = {
    staff: 'byStaff',
    key: 'byKey',
    client: 'byClient',
    link: 'byLink',
    system: 'bySystem',
  }
  return name ?? dayTexts(language)(words[by])
}

/** Where it was moved to, how long it is now, why it was called off or forced. */
function detailsOf({ words }: Panel, { after }: Change, { zone, catalogue }: Where): string {
  const { starts_at, ends_at, specialist_id, cancel_reason, reason } = after ?? {}
  const [start, end] = [textOf(starts_at), textOf(ends_at)]
  const specialist = catalogue.specialists.get(Number(specialist_id ?? 0))
  const time = start ? words.moment(start, zone) : ''
  const until = end ? `–${words.time(end, zone)}` : ''
  return [
    `${time}${until}`,
    specialist && nameOf(specialist),
    textOf(cancel_reason),
    textOf(reason),
  ]
    .filter(Boolean)
    .join(', ')
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function isKey(key: string): key is DayKey {
  return key in ru
}
