import { html, nothing } from 'lit'
import type { Speak } from '../texts/speak.ts'

export interface TextField {
  speak: Speak
  /** Also its id in the shadow root. */
  name: string
  label: string
  value: string
  change(value: string): void
  type?: 'text' | 'tel' | 'email' | 'date'
  autocomplete?: string
  /** Shown as a word beside the label. */
  isOptional?: boolean
  isLong?: boolean
  hint?: string
  /** What is wrong with it. */
  wrong?: string | undefined
  isCode?: boolean
}

/** A label, what is typed, a hint, and what is wrong, tied together. */
export function textField(field: TextField): unknown {
  const { speak, name, label, hint, wrong, isOptional } = field
  return html`<div class="field" part="field">
    <label for=${name}>
      ${label}
      ${isOptional ? html`<span class="muted small">${speak.say('optional')}</span>` : nothing}
    </label>
    ${field.isLong ? area(field) : input(field)}
    ${wrong ? html`<p class="wrong" id="${name}-wrong" part="error">${wrong}</p>` : nothing}
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
  </div>`
}

function about({ name, hint, wrong }: TextField): string | typeof nothing {
  const ids = [wrong && `${name}-wrong`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return ids || nothing
}

function input(field: TextField): unknown {
  const { name, value, type = 'text', autocomplete = 'off', wrong, isCode } = field
  return html`<input
    id=${name}
    name=${name}
    part="input"
    type=${type}
    autocomplete=${autocomplete}
    inputmode=${isCode ? 'numeric' : nothing}
    maxlength=${isCode ? 6 : nothing}
    dir=${type === 'text' ? nothing : 'ltr'}
    aria-invalid=${wrong ? 'true' : 'false'}
    aria-describedby=${about(field)}
    .value=${value}
    @input=${(event: Event) => typed(event, field)}
  />`
}

function area(field: TextField): unknown {
  const { name, value, wrong } = field
  return html`<textarea
    id=${name}
    name=${name}
    part="input"
    rows="2"
    maxlength="2000"
    aria-invalid=${wrong ? 'true' : 'false'}
    aria-describedby=${about(field)}
    .value=${value}
    @input=${(event: Event) => typed(event, field)}
  ></textarea>`
}

function typed({ target }: Event, { change }: TextField): void {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    change(target.value)
}
