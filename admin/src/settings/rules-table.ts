import type { NotificationRule } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing } from 'lit'
import { schemaOf } from '../form/field-plan.ts'
import type { Panel } from '../panel/panel.ts'
import { settingsTexts } from './texts/texts.ts'

type Rule = NotificationRule
type Channel = Rule['channels'][number]

const channels: readonly Channel[] = ['webpush', 'telegram', 'max', 'email', 'whatsapp']

/** Told at once, so that how far does not matter. */
const atOnce = new Set<Rule['template']>([
  'confirmed',
  'moved',
  'cancelled',
  'package_low',
  'balance',
  'staff_booked',
  'staff_cancelled',
])

export interface TableGiven {
  panel: Panel
  rules: readonly Rule[]
  /** Whose they are; null = of all services. */
  serviceId: number | null
  change(rule: Rule, changes: Partial<Rule>): void
}

/** What is told, how far from the visit, by which ways; a service’s table says what it only inherits. */
export function rulesTable(given: TableGiven): unknown {
  const say = settingsTexts(given.panel.language)
  return html`<div class="around" role="region" tabindex="0" aria-label=${say('notifications')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('told')}</th>
          <th scope="col">${say('howFar')}</th>
          <th scope="col">${say('channels')}</th>
        </tr>
      </thead>
      <tbody>
        ${given.rules.map((rule) => ruleRow(given, rule))}
      </tbody>
    </table>
  </div>`
}

function ruleRow(given: TableGiven, rule: Rule): unknown {
  const { panel, serviceId, change } = given
  const say = settingsTexts(panel.language)
  const name = say(`template_${rule.template}`)
  return html`<tr>
    <td>
      <label
        ><input
          type="checkbox"
          .checked=${rule.enabled}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && change(rule, { enabled: target.checked })}
        /><span>${name}</span></label
      >
      ${rule.service_id === serviceId ? nothing : html`<span class="tag">${say('inherited')}</span>`}
      ${rule.blocked_by ? html`<p class="small danger">${say(rule.blocked_by)}</p>` : nothing}
    </td>
    <td>${atOnce.has(rule.template) ? '—' : offset(given, rule, name)}</td>
    <td>
      <div class="ways" role="group" aria-label=${`${say('channels')}: ${name}`}>
        ${[...rule.channels, ...channels.filter((each) => !rule.channels.includes(each))].map(
          (channel) => {
            const at = rule.channels.indexOf(channel)
            return html`<button
              class="quiet"
              aria-pressed=${at !== -1}
              @click=${() => change(rule, { channels: turned(rule, channel) })}
            >
              ${at === -1 ? '' : `${at + 1}. `}${say(`channel_${channel}`)}
            </button>`
          },
        )}
      </div>
    </td>
  </tr>`
}

function offset(
  { panel: { language, words }, change }: TableGiven,
  rule: Rule,
  name: string,
): unknown {
  const { offset_min } = rule
  const spelled =
    offset_min % 1440 === 0
      ? words.number(offset_min / 1440, { style: 'unit', unit: 'day', unitDisplay: 'long' })
      : words.number(offset_min / 60, {
          style: 'unit',
          unit: 'hour',
          unitDisplay: 'long',
          maximumFractionDigits: 1,
        })
  const { minimum, maximum } = schemaOf(operations.notificationRules.put.body, 'offset_min')
  return html`<div class="row">
    <input
      type="number"
      min=${minimum ?? 0}
      max=${maximum ?? 525600}
      aria-label=${`${settingsTexts(language)('howFar')}: ${name}`}
      .value=${String(offset_min)}
      @change=${({ target }: Event) =>
        target instanceof HTMLInputElement &&
        change(rule, { offset_min: Math.max(0, Math.round(Number(target.value))) })}
    />
    <span class="muted small">${spelled}</span>
  </div>`
}

/** The first that is pressed is the best; the last one stays: something has to be told by. */
function turned({ channels: on }: Rule, channel: Channel): Channel[] {
  const next = on.includes(channel) ? on.filter((each) => each !== channel) : [...on, channel]
  return next.length > 0 ? next : [...on]
}
