import { html } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { withQuery } from '../panel/query.ts'

/** A filter of a list that is kept in the address. */
export interface Choice {
  name: string
  label: string
  /** What stands for “any”. */
  any: string
  options: readonly (readonly [string, string])[]
}

export function choiceFilter(panel: Panel, { name, label, any, options }: Choice): unknown {
  const now = panel.route.query.get(name) ?? ''
  return html`<select
    aria-label=${label}
    @change=${({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return
      void panel.go(withQuery(panel.route, { [name]: target.value }), { replace: true })
    }}
  >
    <option value="" ?selected=${now === ''}>${any}</option>
    ${options.map(
      ([value, text]) => html`<option value=${value} ?selected=${value === now}>${text}</option>`,
    )}
  </select>`
}

export function dateFilter(panel: Panel, name: string, label: string, byDefault = ''): unknown {
  return html`<label
    >${label}<input
      type="date"
      .value=${dateOf(panel, name) ?? byDefault}
      @change=${({ target }: Event) => {
        if (!(target instanceof HTMLInputElement)) return
        void panel.go(withQuery(panel.route, { [name]: target.value }), { replace: true })
      }}
  /></label>`
}

/** A date of the address; what is no date is none. */
export function dateOf({ route }: Panel, name: string): string | undefined {
  const value = route.query.get(name) ?? ''
  return /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined
}

/** The one of `known` that the address names. */
export function chosenOf<Value extends string>(
  { route }: Panel,
  name: string,
  known: readonly Value[],
): Value | undefined {
  const value = route.query.get(name)
  return known.find((each) => each === value)
}
