import { X } from 'lucide'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Names } from '../panel/names.ts'
import type { Panel } from '../panel/panel.ts'
import {
  chosenOf,
  conditionNames,
  conditionsFor,
  type conditions,
  without,
  type ClientFilter,
  type ConditionName,
} from './client-filter.ts'
import { clientTexts } from './texts/texts.ts'
import '../parts/money-input.ts'

type Member = (typeof conditions)[ConditionName][number]

/** Conditions, all of which must hold; `changed` bears the filter after each. A condition without a value yet chooses nobody out. */
export class FilterBuilder extends PanelElement {
  static override properties = {
    filter: { attribute: false },
    names: { attribute: false },
    begun: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      .line {
        display: grid;
        grid-template-columns: 180px minmax(0, 1fr) auto;
        gap: var(--s3);
        align-items: center;
      }
      .line + .line {
        margin-block-start: var(--s2);
      }
      .ends {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
      }
      .ends > * {
        inline-size: auto;
      }
      .ends money-input,
      .ends input:not([type='checkbox']) {
        inline-size: 150px;
      }
      .ends select {
        inline-size: min(100%, 320px);
      }
      footer {
        display: flex;
        gap: var(--s2);
        align-items: center;
        margin-block-start: var(--s3);
      }
      footer select {
        inline-size: 220px;
      }
      .line:empty + footer {
        margin: 0;
      }
      @media (max-width: 720px) {
        .line {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .line .ends {
          grid-column: 1 / -1;
          grid-row: 2;
        }
      }
    `,
  ]

  declare filter: ClientFilter
  declare names: Names | undefined
  /** Added, but without a value yet. */
  declare begun: readonly ConditionName[]

  constructor() {
    super()
    this.filter = {}
    this.begun = []
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const chosen = chosenOf(this.filter)
    const lines = conditionNames.filter(
      (name) => chosen.includes(name) || this.begun.includes(name),
    )
    const rest = conditionsFor(panel.may('clients.wallet')).filter((name) => !lines.includes(name))
    return html`<section class="card" aria-label=${say('filter')}>
      ${lines.map((name) => this.#line(name, panel))}
      <footer>
        ${
          rest.length > 0
            ? html`<select aria-label=${say('addCondition')} @change=${this.#added}>
                <option value="">${say('addCondition')}…</option>
                ${rest.map((name) => html`<option value=${name}>${say(name)}</option>`)}
              </select>`
            : nothing
        }
        ${
          lines.length > 0
            ? html`<button
                class="plain"
                @click=${() => {
                  this.begun = []
                  this.#tell(this.filter.search ? { search: this.filter.search } : {})
                }}
              >
                ${say('resetFilter')}
              </button>`
            : nothing
        }
      </footer>
    </section>`
  }

  #added = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return
    const name = conditionNames.find((each) => each === target.value)
    target.value = ''
    if (!name) return
    this.begun = [...this.begun, name]
    void this.updateComplete.then(() =>
      this.renderRoot
        .querySelector<HTMLElement>(`[data-name='${name}'] :is(input, select, money-input)`)
        ?.focus(),
    )
  }

  #line(name: ConditionName, panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const drop = () => {
      this.begun = this.begun.filter((each) => each !== name)
      this.#tell(without(this.filter, name))
    }
    return html`<div class="line" data-name=${name}>
      <span>${say(name)}</span>
      <div class="ends">${this.#editor(name, panel)}</div>
      <button class="plain" aria-label=${say('dropCondition', { name: say(name) })} @click=${drop}>
        ${icon(X, 16)}
      </button>
    </div>`
  }

  #editor(name: ConditionName, panel: Panel): unknown {
    const say = clientTexts(panel.language)
    switch (name) {
      case 'visits':
        return html`${this.#number('visits_from', say('from'))}${this.#number('visits_to', say('to'))}`
      case 'spent':
        return html`${this.#money('spent_from', say('from'))}${this.#money('spent_to', say('to'))}`
      case 'lastVisit':
        return html`${this.#date('last_visit_from', say('since'))}${this.#date('last_visit_to', say('until'))}`
      case 'service':
        return this.#choice('service_id', say(name), [...(this.names?.services ?? [])])
      case 'branch':
        return this.#choice(
          'location_id',
          say(name),
          panel.locations.map((each) => [each.id, each.name]),
        )
      case 'birthMonth':
        return this.#choice('birth_month', say(name), monthsOf(panel))
      case 'tag':
        return html`<input
          type="text"
          maxlength="50"
          aria-label=${say(name)}
          .value=${this.filter.tag ?? ''}
          @change=${(event: Event) => this.#set('tag', valueOf(event) || undefined)}
        />`
      case 'marketing':
      case 'blocked':
        return this.#choice(name, say(name), [
          ['true', say('yes')],
          ['false', say('no')],
        ])
    }
  }

  #number(member: 'visits_from' | 'visits_to', label: string): unknown {
    return html`<label class="row"
      >${label}<input
        type="number"
        min="0"
        .value=${String(this.filter[member] ?? '')}
        @change=${(event: Event) => this.#set(member, wholeOf(event))}
    /></label>`
  }

  #money(member: 'spent_from' | 'spent_to', label: string): unknown {
    return html`<span class="row" aria-hidden="true">${label}</span
      ><money-input
        .label=${label}
        .amount=${this.filter[member] ?? null}
        @changed=${({ detail }: CustomEvent<number | null>) =>
          this.#set(member, detail ?? undefined)}
      ></money-input>`
  }

  #date(member: 'last_visit_from' | 'last_visit_to', label: string): unknown {
    return html`<label class="row"
      >${label}<input
        type="date"
        .value=${this.filter[member] ?? ''}
        @change=${(event: Event) => this.#set(member, valueOf(event) || undefined)}
    /></label>`
  }

  #choice(
    member: 'service_id' | 'location_id' | 'birth_month' | 'marketing' | 'blocked',
    label: string,
    options: readonly (readonly [string | number, string])[],
  ): unknown {
    const now = this.filter[member]
    const chosen = (event: Event) => {
      const value = valueOf(event)
      const isFlag = member === 'marketing' || member === 'blocked'
      this.#set(member, value === '' ? undefined : isFlag ? value === 'true' : Number(value))
    }
    return html`<select aria-label=${label} @change=${chosen}>
      <option value="">—</option>
      ${options.map(
        ([value, name]) =>
          html`<option value=${value} ?selected=${String(value) === String(now)}>${name}</option>`,
      )}
    </select>`
  }

  #set(member: Member, value: string | number | boolean | undefined): void {
    const { [member]: _, ...rest } = this.filter
    this.#tell(value === undefined ? rest : { ...rest, [member]: value })
  }

  #tell(filter: ClientFilter): void {
    this.filter = filter
    this.dispatchEvent(new CustomEvent<ClientFilter>('changed', { detail: filter }))
  }
}

function monthsOf({ words }: Panel): [number, string][] {
  return Array.from({ length: 12 }, (_, month) => [
    month + 1,
    words.day(`2024-${String(month + 1).padStart(2, '0')}-15`, { month: 'long' }),
  ])
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    ? target.value.trim()
    : ''
}

function wholeOf(event: Event): number | undefined {
  const value = valueOf(event)
  return /^\d{1,6}$/.test(value) ? Number(value) : undefined
}

customElements.define('filter-builder', FilterBuilder)
