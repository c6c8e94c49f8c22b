import type { Organization } from '@zapis/sdk'
import { operations, type ObjectSchema, type Schema } from '@zapis/sdk/contract'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { fieldInput } from './field-input.ts'
import { schemaOf, type FieldPlan } from './field-plan.ts'
import { formSheet } from './form-sheet.ts'
import { policyTexts, type PolicyKey } from './policy-texts.ts'

type Policies = Organization['policies']
type Values = Readonly<Record<string, unknown>>
type Say = ReturnType<typeof policyTexts>

const schema = objectOf(schemaOf(operations.organization.update.body, 'policies'))

function objectOf({ properties = {}, required = [] }: Schema): ObjectSchema {
  return { type: 'object', properties, required }
}

/** A field of a form that holds rules of booking, over those that hold without them. */
export function policyField(given: {
  label: string
  inherited?: Policies
  heading?: string
}): FieldPlan {
  const { label, inherited, heading } = given
  return {
    name: 'policies',
    label,
    ...(heading ? { heading } : {}),
    as: 'own',
    control: ({ value, change }) =>
      html`<policy-fields
        .value=${value}
        .inherited=${inherited}
        @changed=${({ detail }: CustomEvent<Values>) => change(detail)}
      ></policy-fields>`,
  }
}

const figures: readonly [name: PolicyKey, as: 'minutes' | 'integer'][] = [
  ['lead_time_min', 'minutes'],
  ['horizon_days', 'integer'],
  ['cancel_before_min', 'minutes'],
  ['reschedule_before_min', 'minutes'],
]

/** Rules of booking: what is left empty is as in the place above. */
export class PolicyFields extends PanelElement {
  static override properties = {
    value: { attribute: false },
    inherited: { attribute: false },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    formSheet,
    css`
      /* Every rule may be left out: that need not be said eleven times. */
      .optional {
        display: none;
      }
    `,
  ]

  declare value: Values | undefined
  /** What holds where nothing is said here; left out at the top. */
  declare inherited: Policies | undefined

  protected override content(panel: Panel): unknown {
    const say = policyTexts(panel.language)
    return html`<div class="fields">
      ${figures.map(([name, as]) => this.#figure(panel, name, as))}
      ${this.#choice(panel, 'approval', [
        { value: 1, name: say('yes') },
        { value: 0, name: say('no') },
      ])}
      ${this.#figure(panel, 'pending_expires_min', 'minutes')}
      ${this.#choice(panel, 'late_cancel', [
        { value: 'refuse', name: say('refuse') },
        { value: 'fee', name: say('fee') },
      ])}
      ${this.#figure(panel, 'late_cancel_fee_percent', 'integer')}
      ${this.#figure(panel, 'no_show_fee_percent', 'integer')}
      ${this.#choice(panel, 'refund_to', [
        { value: 'wallet', name: say('wallet') },
        { value: 'source', name: say('source') },
      ])}
      ${this.#prepayment(panel, say)}
    </div>`
  }

  #figure(panel: Panel, name: PolicyKey, as: 'minutes' | 'integer'): unknown {
    return this.#field(panel, { name, label: policyTexts(panel.language)(name), as, isHalf: true })
  }

  #choice(panel: Panel, name: PolicyKey, options: FieldPlan['options']): unknown {
    const say = policyTexts(panel.language)
    const plan: FieldPlan = { name, label: say(name), as: 'select', isHalf: true }
    return this.#field(panel, options ? { ...plan, options } : plan)
  }

  #field(panel: Panel, plan: FieldPlan): unknown {
    const { name } = plan
    const value = this.value?.[name]
    const hint = hintOf(panel, name, value, this.inherited)
    return fieldInput({
      panel,
      plan: hint ? { ...plan, hint } : plan,
      schema: schemaOf(schema, name),
      // A choice of yes and no has a third answer: as above.
      value: typeof value === 'boolean' ? Number(value) : value,
      wrong: undefined,
      isRequired: false,
      change: (given) => this.#set(name, name === 'approval' ? truthOf(given) : given),
    })
  }

  #prepayment(panel: Panel, say: Say): unknown {
    const held = this.value?.['prepayment']
    const value: Values = isRecord(held) ? held : {}
    const inner = objectOf(schemaOf(schema, 'prepayment'))
    const field = (plan: FieldPlan) =>
      fieldInput({
        panel,
        plan: { ...plan, isHalf: true },
        schema: schemaOf(inner, plan.name),
        value: value[plan.name],
        wrong: undefined,
        isRequired: false,
        change: (given) => this.#prepay({ ...value, [plan.name]: given }),
      })
    const kinds = (['none', 'fixed', 'percent', 'full'] as const).map((kind) => ({
      value: kind,
      name: say(`prepay_${kind}`),
    }))
    const { kind } = value
    return html`${field({ name: 'kind', label: say('prepayment'), as: 'select', options: kinds })}
    ${kind === 'fixed' ? field({ name: 'amount', label: say('prepayAmount'), as: 'money' }) : nothing}
    ${kind === 'percent' ? field({ name: 'percent', label: say('prepayPercent') }) : nothing}
    ${
      kind === undefined || kind === 'none'
        ? nothing
        : field({ name: 'new_clients_only', label: say('newOnly') })
    }`
  }

  #prepay({ kind, amount, percent, new_clients_only }: Values): void {
    // A kind that is taken away takes its sum along.
    const given = {
      kind,
      ...(kind === 'fixed' && amount !== undefined ? { amount } : {}),
      ...(kind === 'percent' && percent !== undefined ? { percent } : {}),
      ...(new_clients_only === undefined ? {} : { new_clients_only }),
    }
    this.#set('prepayment', kind === undefined ? undefined : given)
  }

  #set(name: string, given: unknown): void {
    const { [name]: _before, ...others } = this.value ?? {}
    this.value = given === undefined || given === null ? others : { ...others, [name]: given }
    this.dispatchEvent(new CustomEvent<Values>('changed', { detail: this.value }))
  }
}

function truthOf(given: unknown): boolean | undefined {
  return typeof given === 'number' ? given === 1 : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** How long so many minutes are, or what holds while nothing is said. */
function hintOf(
  { language, words }: Panel,
  name: string,
  value: unknown,
  inherited: Policies | undefined,
): string | undefined {
  const say = policyTexts(language)
  const isTime = name.endsWith('_min')
  const spelled = (minutes: number) => {
    const [unit, size] = minutes % 1440 === 0 ? (['day', 1440] as const) : (['hour', 60] as const)
    return words.number(minutes / size, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    })
  }
  if (typeof value === 'number') return isTime && value >= 60 ? spelled(value) : undefined
  const above: unknown = inherited ? Reflect.get(inherited, name) : undefined
  if (typeof above !== 'number') return undefined
  return say('inherited', {
    value: isTime ? (above >= 60 ? spelled(above) : words.minutes(above)) : words.number(above),
  })
}

customElements.define('policy-fields', PolicyFields)
