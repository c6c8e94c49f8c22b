import { ChevronLeft, ChevronRight, Plus, Printer } from 'lucide'
import { html, nothing } from 'lit'
import { icon } from '../design/icons.ts'
import type { Panel } from '../panel/panel.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import type { DayView } from './day-view.ts'
import type { ColumnOf } from './shown-day.ts'
import { dayTexts } from './texts/texts.ts'
import '../parts/client-link.ts'

export interface ToolsGiven {
  panel: Panel
  view: DayView
  /** Whose week may be looked at. */
  people: readonly ColumnOf[]
  go(changes: Partial<DayView>): void
  step(direction: 1 | -1): void
  book(): void
}

/** Which day, whose, and how it is shown. */
export function dayTools(given: ToolsGiven): unknown {
  const { panel, view, go, step, book } = given
  const say = dayTexts(panel.language)
  const pressed = (name: string, isOn: boolean, run: () => void) =>
    html`<button class="quiet" aria-pressed=${isOn} @click=${run}>${name}</button>`
  return html`<div slot="filters" class="tools">
    <button class="quiet" @click=${() => go({ date: undefined })}>${say('today')}</button>
    <button class="plain" aria-label=${say('earlier')} @click=${() => step(-1)}>
      ${icon(ChevronLeft)}
    </button>
    <input
      type="date"
      aria-label=${say('date')}
      .value=${view.date ?? ''}
      @change=${(event: Event) => {
        const date = chosenOf(event)
        if (date) go({ date })
      }}
    />
    <button class="plain" aria-label=${say('later')} @click=${() => step(1)}>
      ${icon(ChevronRight)}
    </button>
    <div class="group" role="group" aria-label=${say('view')}>
      ${pressed(say('day'), view.view === 'day', () => go({ view: 'day' }))}
      ${pressed(say('week'), view.view === 'week', () => go({ view: 'week' }))}
    </div>
    ${panel.me.role === 'specialist' ? nothing : view.view === 'week' ? person(given) : columns(given)}
    ${colour(given)} ${pressed(say('showCancelled'), view.isAll, () => go({ isAll: !view.isAll }))}
    <span class="space"></span>
    <button class="plain print" aria-label=${say('print')} @click=${() => print()}>
      ${icon(Printer)}
    </button>
    ${
      panel.may('appointments.create')
        ? html`<button class="main" @click=${book}>${icon(Plus)} ${say('book')}</button>`
        : nothing
    }
  </div>`
}

/** Who is to be booked, until a time is pressed for them. */
export function awaited(panel: Panel, { client }: DayView, drop: () => void): unknown {
  if (client === null || !panel.may('appointments.create')) return nothing
  const say = dayTexts(panel.language)
  return html`<p slot="filters" class="notice awaited" role="status">
    <span>${say('bookFor')}</span> <client-link .clientId=${client}></client-link>
    <span class="muted">${say('pressTime')}</span>
    <button class="link" @click=${drop}>${say('otherwise')}</button>
  </p>`
}

function chosenOf({ target }: Event): string {
  const isField = target instanceof HTMLSelectElement || target instanceof HTMLInputElement
  return isField ? target.value : ''
}

function columns({ panel, view, go }: ToolsGiven): unknown {
  const say = dayTexts(panel.language)
  return html`<select
    class="by columns"
    aria-label=${say('columns')}
    @change=${(event: Event) => go({ by: chosenOf(event) === 'rooms' ? 'rooms' : 'specialists' })}
  >
    <option value="specialists" ?selected=${view.by === 'specialists'}>
      ${say('bySpecialists')}
    </option>
    <option value="rooms" ?selected=${view.by === 'rooms'}>${say('byRooms')}</option>
  </select>`
}

function person({ panel, view, people, go }: ToolsGiven): unknown {
  const say = dayTexts(panel.language)
  return html`<select
    class="by"
    aria-label=${say('specialist')}
    @change=${(event: Event) => go({ specialist: Number(chosenOf(event)) || null })}
  >
    <option value="">${say('everybody')}</option>
    ${people.map(
      ({ id, name }) =>
        html`<option value=${id} ?selected=${id === view.specialist}>${name}</option>`,
    )}
  </select>`
}

/** Which branch. */
export function placeChoice(panel: Panel): unknown {
  if (panel.locations.length < 2) return nothing
  return html`<select
    slot="beside"
    class="by"
    aria-label=${shellTexts(panel.language)('location')}
    @change=${(event: Event) => panel.choose({ location: Number(chosenOf(event)) })}
  >
    ${panel.locations.map(
      ({ id, name }) =>
        html`<option value=${id} ?selected=${id === panel.location?.id}>${name}</option>`,
    )}
  </select>`
}

function colour({ panel, view, go }: ToolsGiven): unknown {
  const say = dayTexts(panel.language)
  return html`<select
    class="by choice"
    aria-label=${say('colourBy')}
    @change=${(event: Event) => go({ colour: chosenOf(event) === 'status' ? 'status' : 'service' })}
  >
    <option value="service" ?selected=${view.colour === 'service'}>${say('byService')}</option>
    <option value="status" ?selected=${view.colour === 'status'}>${say('byStatus')}</option>
  </select>`
}
