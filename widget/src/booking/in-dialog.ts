/** What `mode="dialog"` adds, loaded by those who have it: nothing of it is seen before `open()`. */
import { css, html } from 'lit'
import type { Speak } from '../texts/speak.ts'
import type { BookingWidget } from './booking-widget.ts'

/** The booking in a dialog of the browser's own: Escape, the focus and what is behind are its business. */
export function inDialog(widget: BookingWidget, frame: unknown, speak: Speak | undefined): unknown {
  return html`<dialog
    part="dialog"
    aria-label=${speak?.say('booking') ?? ''}
    @close=${() => widget.emit('booking-close', {})}
  >
    <button
      type="button"
      class="close"
      part="close"
      aria-label=${speak?.say('close') ?? '×'}
      @click=${() => widget.close()}
    >
      ×</button
    >${frame}
  </dialog>`
}

export const dialogSheet = css`
  dialog {
    inline-size: min(1040px, 100vw - 32px);
    max-inline-size: none;
    block-size: min(760px, 100dvh - 32px);
    max-block-size: none;
    padding: 0;
    border: 0;
    border-radius: calc(var(--radius) * 1.6);
    background: var(--paper);
    color: inherit;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(8 14 12 / 0.55);
  }
  dialog h2 {
    padding-inline-end: 44px;
  }
  dialog .frame {
    min-block-size: 100%;
    border: 0;
    border-radius: 0;
  }
  .close {
    position: sticky;
    inset-block-start: var(--s2);
    display: block;
    z-index: 2;
    inline-size: 44px;
    block-size: 44px;
    /* Over the page, not beside it. */
    margin-block: var(--s2) calc(-44px - var(--s2));
    margin-inline: auto var(--s2);
    border-radius: 50%;
    background: var(--wash);
    font-size: var(--title);
    line-height: 1;
    text-align: center;
  }
  @media (max-width: 599px) {
    dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      border-radius: 0;
    }
  }
`
