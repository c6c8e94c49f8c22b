import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { zoneOf } from '../panel/zone-of.ts'
import { nameOf, type Catalogue } from './catalogue.ts'
import { dayTexts } from './texts/texts.ts'

/** When, what, who, where. */
export function visitFacts(panel: Panel, visit: Appointment, catalogue: Catalogue): unknown {
  const { words } = panel
  const say = dayTexts(panel.language)
  const zone = zoneOf(panel, visit)
  const { services, specialists, workplaces } = catalogue
  const specialist = specialists.get(visit.specialist_id)
  const date = words.date(visit.starts_at, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
  })
  const span = `${words.time(visit.starts_at, zone)}–${words.time(visit.ends_at, zone)}`
  const facts = [
    [say('when'), `${date}, ${span}`],
    [say('service'), services.get(visit.service_id)?.name],
    [say('specialist'), specialist && nameOf(specialist)],
    [say('room'), workplaces.get(visit.workplace_id ?? 0)?.name],
    [say('cancelReason'), visit.cancel_reason],
  ]
  return html`<dl class="facts">
    ${facts.map(([name, value]) =>
      value
        ? html`<dt>${name}</dt>
            <dd>${value}</dd>`
        : nothing,
    )}
  </dl>`
}
