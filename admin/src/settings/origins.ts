import { html } from 'lit'
import type { FieldPlan } from '../form/field-plan.ts'

/** A list of addresses, one a line. */
export function originsField(given: { name: string; label: string; hint: string }): FieldPlan {
  const { name, label, hint } = given
  return {
    ...{ name, label, hint },
    as: 'own',
    control: ({ value, change }) =>
      html`<textarea
        rows="3"
        aria-label=${label}
        spellcheck="false"
        placeholder="https://clinic.example"
        .value=${Array.isArray(value) ? value.join('\n') : ''}
        @change=${({ target }: Event) =>
          target instanceof HTMLTextAreaElement && change(linesOf(target.value))}
      ></textarea>`,
  }
}

export function linesOf(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((line) => line.replace(/\/+$/, ''))
    .filter(Boolean)
}
