import { html, nothing } from 'lit'

/** More would not be taken in at a glance. */
const MOST = 20

/** Visits of a package as a card that is punched; the words beside it say the same. */
export function punches(total: number, left: number): unknown {
  if (total > MOST) return nothing
  return html`<div class="punches" part="punches" aria-hidden="true">
    ${Array.from({ length: total }, (_, at) => html`<i class=${at < total - left ? 'punched' : ''}></i>`)}
  </div>`
}
