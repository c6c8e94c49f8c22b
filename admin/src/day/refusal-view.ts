import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { dayTexts, type DayKey } from './texts/texts.ts'
import { ru } from './texts/ru.ts'
import type { Refusal } from './why-not.ts'

export interface RefusalGiven {
  panel: Panel
  refusal: Refusal
  zone: string
  specialistName(id: number): string
  /** What is wrong with the reason, once it was tried. */
  wrong: string | undefined
  /** The deed: “Move anyway”. */
  action: string
  choose(startsAt: string, specialistId: number | undefined): void
  force(reason: string): void
}

/** Why a time was refused, the nearest others, and the way to take it all the same. */
export function refusalView(given: RefusalGiven): unknown {
  const { panel, refusal } = given
  const say = dayTexts(panel.language)
  const reasons = refusal.reasons.map((reason) => `why_${reason}`).filter(isKey)
  return html`<div class="notice bad refusal" role="alert">
    <p><strong>${refusal.words}</strong></p>
    ${reasons.length > 0 ? html`<p>${reasons.map((key) => say(key)).join('; ')}</p>` : nothing}
    ${alternatives(given)} ${refusal.mayForce ? forcing(given) : nothing}
  </div>`
}

function isKey(key: string): key is DayKey {
  return key in ru
}

function alternatives({ panel, refusal, zone, specialistName, choose }: RefusalGiven): unknown {
  if (refusal.alternatives.length === 0) return nothing
  const asked = refusal.wish.specialistId
  return html`<div class="stack tight">
    <span class="label">${dayTexts(panel.language)('nearest')}</span>
    <div class="row">
      ${refusal.alternatives.map(({ starts_at, specialist_ids }) => {
        const [first] = specialist_ids
        const who = first !== undefined && first !== asked ? specialistName(first) : ''
        return html`<button type="button" class="quiet" @click=${() => choose(starts_at, first)}>
          ${panel.words.moment(starts_at, zone)}${who ? ` · ${who}` : ''}
        </button>`
      })}
    </div>
  </div>`
}

function forcing({ panel, wrong, action, force }: RefusalGiven): unknown {
  const say = dayTexts(panel.language)
  const sent = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    if (!(event.target instanceof HTMLFormElement)) return
    const reason = new FormData(event.target).get('force-reason')
    force(typeof reason === 'string' ? reason.trim() : '')
  }
  return html`<form class="stack tight forcing" novalidate @submit=${sent}>
    <label class="label" for="force-reason">${say('anywayReason')}</label>
    <div class="row">
      <input
        id="force-reason"
        name="force-reason"
        maxlength="500"
        autocomplete="off"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby="force-hint"
      />
      <button class="quiet danger">${action}</button>
    </div>
    <p class=${wrong ? 'wrong' : 'hint'} id="force-hint">${wrong ?? say('anywayHint')}</p>
  </form>`
}
