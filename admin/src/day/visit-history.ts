import type { Appointment, AuditEntry } from '@zapis/sdk'
import { html } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { ru } from './texts/ru.ts'
import { dayTexts, type DayKey } from './texts/texts.ts'

/** Who did what with it, the last first; that it was made is known without the log too. */
export function visitHistory(
  { language, words, me }: Panel,
  visit: Appointment,
  entries: readonly AuditEntry[],
  zone: string,
): unknown {
  const say = dayTexts(language)
  const actorOf = (actor: string) => {
    if (actor === `staff:${me.id}`) return me.name || me.email
    const kinds: Record<string, DayKey> = { staff: 'byStaff', client: 'byClient' }
    return say(kinds[actor.split(':')[0] ?? ''] ?? 'bySystem')
  }
  const moment = (at: string) => html`<span class="muted">${words.moment(at, zone)}</span>`
  return html`<section>
    <h3>${say('history')}</h3>
    <ul class="history">
      ${entries.map(({ at, action, actor }) => {
        const key = `action_${action.split('.')[1] ?? ''}`
        return html`<li>
          ${moment(at)} <span>${isKey(key) ? say(key) : action}</span>
          <span class="muted">${actorOf(actor)}</span>
        </li>`
      })}
      <li>
        ${moment(visit.created_at)}
        <span>${say('made', { source: say(`from_${visit.source}`) })}</span>
      </li>
    </ul>
  </section>`
}

function isKey(key: string): key is DayKey {
  return key in ru
}
