import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { scheduleTexts } from './texts/texts.ts'
import { lengthOf, type Hours, type Period } from './week.ts'

interface Named {
  id: number
  name: string
}

/** Which weeks there are, by their dates; nothing while one holds always. */
export function periodTabs(
  { language, words }: Panel,
  periods: readonly Period[],
  at: number,
  choose: (at: number) => void,
): unknown {
  const say = scheduleTexts(language)
  const name = ({ validFrom, validTo }: Period) => {
    if (validFrom && validTo) return `${words.day(validFrom)} – ${words.day(validTo)}`
    if (validFrom) return say('since', { date: words.day(validFrom) })
    return validTo ? say('until', { date: words.day(validTo) }) : say('always')
  }
  if (!periods[1] && !periods[0]?.validFrom && !periods[0]?.validTo) return nothing
  return html`<div class="row" role="group" aria-label=${say('periods')}>
    ${periods.map(
      (period, index) =>
        html`<button
          class="quiet"
          aria-pressed=${index === at}
          @click=${() => {
            choose(index)
          }}
        >
          ${name(period)}
        </button>`,
    )}
  </div>`
}

/** Which branch a specialist’s hours are painted in. */
export function brushes(
  { language, locations }: Panel,
  place: number | null,
  choose: (place: number) => void,
): unknown {
  return html`<div class="row" role="group" aria-label=${scheduleTexts(language)('brush')}>
    ${locations.map(
      ({ id, name }, index) =>
        html`<button
          class="quiet"
          aria-pressed=${id === place}
          @click=${() => {
            choose(id)
          }}
        >
          <i class="swatch tone-${index % 6}"></i>${name}
        </button>`,
    )}
  </div>`
}

/** Whose week may be taken in the place of this one. */
export function takeWeek(
  { language }: Panel,
  others: readonly Named[],
  take: (id: number) => void,
): unknown {
  const say = scheduleTexts(language)
  const taken = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement) || !target.value) return
    take(Number(target.value))
    target.value = ''
  }
  if (others.length === 0) return nothing
  return html`<select aria-label=${say('takeWeek')} @change=${taken}>
    <option value="">${say('takeWeek')}</option>
    ${others.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
  </select>`
}

/** How many hours a week has, in words. */
export function inAll({ language, words }: Panel, hours: readonly Hours[]): string {
  const spelled = words.number(lengthOf(hours) / 60, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  })
  return scheduleTexts(language)('inAll', { hours: spelled })
}

/** From when until when a week holds. */
export function validity(
  { language }: Panel,
  { validFrom, validTo }: Period,
  set: (changes: Partial<Period>) => void,
): unknown {
  const say = scheduleTexts(language)
  const date = (name: 'validFrom' | 'validTo', value: string | null) =>
    html`<label
      >${say(name)}
      <input
        type="date"
        .value=${value ?? ''}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) set({ [name]: target.value || null })
        }}
    /></label>`
  return html`${date('validFrom', validFrom)} ${date('validTo', validTo)}`
}

/** Cells are the branch’s grid of start times, but no narrower than a finger or an eye likes. */
export function stepOf({ locations, location }: Panel, id: number | null): number {
  const step = (locations.find((each) => each.id === id) ?? location)?.slot_step_min ?? 30
  return Math.max(15, step)
}
