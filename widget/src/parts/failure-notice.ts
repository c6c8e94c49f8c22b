import { html, nothing } from 'lit'
import type { Speak } from '../texts/speak.ts'

/** What happened and the way out. `retry` does again what failed, with everything that was typed. */
export function failureNotice(
  { say }: Speak,
  { text, retry }: { text: string; retry: (() => unknown) | null },
): unknown {
  return html`<div class="notice bad" part="notice" role="alert">
    <p>${text}</p>
    ${
      retry
        ? html`<button type="button" class="quiet" part="retry" @click=${retry}>
            ${say('tryAgain')}
          </button>`
        : nothing
    }
  </div>`
}
