import { html, nothing, type CSSResult } from 'lit'
import type { Speak } from '../texts/speak.ts'
import type { BookingElement } from './booking-element.ts'

/** What an element shows, in its language once there is one, between what the page puts above and below. */
export function framed(speak: Speak | undefined, content: unknown): unknown {
  return html`<div
    class="frame"
    part="frame"
    lang=${speak?.language ?? nothing}
    dir=${speak?.direction ?? nothing}
    aria-busy=${speak ? nothing : 'true'}
  >
    <slot name="header"></slot>
    ${content}
    <slot name="footer"></slot>
  </div>`
}

/** Styles of what was loaded later; again is once. */
export function wear({ shadowRoot }: BookingElement, sheets: readonly CSSResult[]): void {
  const worn = shadowRoot?.adoptedStyleSheets
  for (const { styleSheet } of sheets)
    if (styleSheet && !worn?.includes(styleSheet)) worn?.push(styleSheet)
}
