import { html, nothing } from 'lit'

export interface CheckField {
  /** In the shadow root. */
  id: string
  part: string
  label: unknown
  isOn: boolean
  /** May take a while; what came of it is shown, also when nothing did. */
  change(isOn: boolean): unknown
  isDisabled?: boolean
  isRequired?: boolean
  /** What is said below it, tied to it. */
  note?: unknown
  wrong?: string | undefined
  /** What else stands there. */
  more?: unknown
}

/** What is ticked, its label, and what is to be said of it. */
export function checkField(field: CheckField): unknown {
  const { id, part, label, isOn, change, isDisabled, isRequired, note, wrong, more } = field
  const about = wrong ? `${id}-wrong` : note ? `${id}-note` : nothing
  const changed = async ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    await change(target.checked)
    // Drawn by then: a tick that was refused is taken back.
    setTimeout(() => (target.checked = target.defaultChecked))
  }
  return html`<div class="check" part=${part}>
    <input
      type="checkbox"
      part="checkbox"
      id=${id}
      ?disabled=${isDisabled}
      ?required=${isRequired}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${about}
      ?checked=${isOn}
      .checked=${isOn}
      @change=${changed}
    />
    <label part="label" for=${id}>${label}</label>
    ${wrong ? html`<p class="wrong" id=${about} part="error">${wrong}</p>` : nothing}
    ${note ? html`<p class="small muted" id=${about} part="hint">${note}</p>` : nothing} ${more}
  </div>`
}

/** What a consent is to, word by word: the clinic's text, never HTML. */
export function consentText(heading: string, text: string): unknown {
  return html`<details class="small">
    <summary class="muted" part="consent-text">${heading}</summary>
    <p class="tenant">${text}</p>
  </details>`
}
