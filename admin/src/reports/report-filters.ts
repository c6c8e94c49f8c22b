import { html, nothing } from 'lit'
import type { Names } from '../panel/names.ts'
import type { Panel } from '../panel/panel.ts'
import { withQuery } from '../panel/query.ts'
import type { Wish } from './asked.ts'
import { presets } from './period.ts'
import { reportTexts, type ReportKey } from './texts/texts.ts'

const groupNames: Record<string, ReportKey> = {
  day: 'byDay',
  week: 'byWeek',
  month: 'byMonth',
  location: 'byLocation',
  service: 'byService',
  specialist: 'bySpecialist',
  method: 'byMethod',
  workplace: 'byWorkplace',
  weekday: 'byWeekday',
  weekday_hour: 'byWeekdayHour',
  workplace_weekday_hour: 'byWorkplaceHour',
  source: 'bySource',
  reason: 'byReason',
  lead_time: 'byLeadTime',
  category: 'byCategory',
}

/** Period, comparison, grouping, branch and specialist. */
export function reportFilters(panel: Panel, wish: Wish, names: Names | undefined): unknown {
  const say = reportTexts(panel.language)
  const { plan, preset, period, comparison, group } = wish
  const set = (changes: Record<string, string | undefined>) =>
    void panel.go(withQuery(panel.route, changes), { replace: true })
  return html`<div class="filters">
    <div class="row" role="group" aria-label=${say('period')}>
      ${presets.map(
        (each) =>
          html`<button
            class="quiet"
            aria-pressed=${each === preset}
            @click=${() => set({ period: each, from: undefined, to: undefined })}
          >
            ${say(each)}
          </button>`,
      )}
    </div>
    ${dates(panel, period, set)}
    ${select(
      say('compare'),
      [
        ['', say('compareNone')],
        ['before', say('before')],
        ['year', say('yearBefore')],
      ],
      comparison ?? '',
      (compare) => set({ compare }),
    )}
    ${
      plan.groups.length > 1
        ? select(
            say('groupBy'),
            plan.groups.map((each) => [each, say(groupNames[each] ?? 'groupBy')]),
            group,
            (chosen) => set({ group: chosen }),
          )
        : nothing
    }
    ${plan.isNarrowed ? narrowing(panel, names, set) : nothing}
  </div>`
}

type Set = (changes: Record<string, string | undefined>) => void

function dates({ language }: Panel, { from, to }: Wish['period'], set: Set): unknown {
  const say = reportTexts(language)
  const date = (label: string, value: string, changed: (value: string) => void) =>
    html`<label
      >${label}<input
        type="date"
        .value=${value}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement && target.value) changed(target.value)
        }}
    /></label>`
  return html`${date(say('from'), from, (value) =>
    set({ period: undefined, from: value, to: to < value ? value : to }),
  )}
  ${date(say('to'), to, (value) =>
    set({ period: undefined, to: value, from: from > value ? value : from }),
  )}`
}

function narrowing(panel: Panel, names: Names | undefined, set: Set): unknown {
  const say = reportTexts(panel.language)
  const { query } = panel.route
  return html`${select(
    say('branch'),
    [
      ['', say('allBranches')],
      ...panel.locations.map(({ id, name }): [string, string] => [String(id), name]),
    ],
    query.get('branch') ?? '',
    (branch) => set({ branch }),
  )}
  ${select(
    say('specialist'),
    [
      ['', say('allSpecialists')],
      ...[...(names?.specialists ?? [])].map(([id, name]): [string, string] => [String(id), name]),
    ],
    query.get('specialist') ?? '',
    (specialist) => set({ specialist }),
  )}`
}

function select(
  label: string,
  options: readonly (readonly [string, string])[],
  now: string,
  changed: (value: string) => void,
): unknown {
  return html`<select
    aria-label=${label}
    @change=${({ target }: Event) => {
      if (target instanceof HTMLSelectElement) changed(target.value)
    }}
  >
    ${options.map(
      ([value, name]) => html`<option value=${value} ?selected=${value === now}>${name}</option>`,
    )}
  </select>`
}
