import type { Schema } from '@zapis/sdk/contract'
import { html, nothing } from 'lit'
import { shellTexts } from '../shell/texts/texts.ts'
import { kindOf, isNullable, type FieldGiven, type Option } from './field-plan.ts'
import { MoneyInput } from '../parts/money-input.ts'

/** A field with its label, what may be put in, a hint, and what is wrong with it. */
export function fieldInput(given: FieldGiven): unknown {
  const { heading } = given.plan
  return heading
    ? html`<h3>${heading}</h3>
        ${field(given)}`
    : field(given)
}

function field(given: FieldGiven): unknown {
  const { plan, wrong, schema, panel } = given
  const { name, label, hint } = plan
  const kind = kindOf(plan, schema)
  const say = shellTexts(panel.language)
  const below = html`${wrong ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : nothing}
  ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}`
  if (kind === 'flag')
    return html`<div class="field flag ${plan.isHalf ? 'half' : ''}">
      <label>${control(given)}<span>${label}</span></label>
      ${below}
    </div>`
  const groups = { multi: several, translations, own: plan.control }
  const group = kind === 'multi' || kind === 'translations' || kind === 'own' ? groups[kind] : null
  if (group)
    return html`<fieldset class="field" aria-describedby=${about(given)}>
      <legend class="label">${label}</legend>
      ${group(given)}${below}
    </fieldset>`
  return html`<div class="field ${plan.isHalf ? 'half' : ''}">
    <label for=${name}
      >${label}${
        given.isRequired ? nothing : html` <span class="optional">· ${say('notRequired')}</span>`
      }</label
    >
    ${control(given)}${below}
  </div>`
}

function about({ plan, wrong }: FieldGiven): string | typeof nothing {
  const ids = [wrong && `${plan.name}-wrong`, plan.hint && `${plan.name}-hint`].filter(Boolean)
  return ids.join(' ') || nothing
}

function control(given: FieldGiven): unknown {
  const kind = kindOf(given.plan, given.schema)
  switch (kind) {
    case 'long':
      return long(given)
    case 'select':
      return select(given)
    case 'money':
      return money(given)
    case 'flag':
      return flag(given)
    case 'integer':
    case 'number':
    case 'minutes':
      return figure(given)
    default:
      return line(
        given,
        { date: 'date', time: 'time', colour: 'color', password: 'password' }[kind as string] ??
          'text',
      )
  }
}

function line(given: FieldGiven, type: string): unknown {
  const { plan, schema, value, wrong } = given
  const kinds: Record<string, string> = { email: 'email', 'https-url': 'url' }
  const shown = type === 'text' ? (kinds[schema.format ?? ''] ?? 'text') : type
  return html`<input
      id=${plan.name}
      name=${plan.name}
      type=${shown}
      maxlength=${schema.maxLength ?? nothing}
      autocomplete=${plan.autocomplete ?? 'off'}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${about(given)}
      list=${plan.options ? `${plan.name}-proposed` : nothing}
      .value=${typeof value === 'string' ? value : type === 'color' ? '#0e5c4a' : ''}
      @input=${(event: Event) => given.change(emptied(given, textOf(event)))}
    />${
      plan.options
        ? html`<datalist id="${plan.name}-proposed">
            ${plan.options.map((option) => html`<option value=${option.name}></option>`)}
          </datalist>`
        : nothing
    }`
}

/** A field that was emptied: null where the contract takes it. */
function emptied({ schema }: FieldGiven, text: string): unknown {
  return text === '' && isNullable(schema) ? null : text
}

function long(given: FieldGiven): unknown {
  const { plan, schema, value, wrong } = given
  return html`<textarea
    id=${plan.name}
    name=${plan.name}
    rows="3"
    maxlength=${schema.maxLength ?? nothing}
    aria-invalid=${wrong ? 'true' : 'false'}
    aria-describedby=${about(given)}
    .value=${typeof value === 'string' ? value : ''}
    @input=${(event: Event) => given.change(textOf(event))}
  ></textarea>`
}

function figure(given: FieldGiven): unknown {
  const { plan, schema, value, wrong, panel } = given
  const isMinutes = plan.as === 'minutes'
  return html`<div class=${isMinutes ? 'unit' : ''}>
    <input
      id=${plan.name}
      name=${plan.name}
      type="number"
      step=${plan.as === 'number' || schema.type === 'number' ? 'any' : 1}
      min=${schema.minimum ?? nothing}
      max=${schema.maximum ?? nothing}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${about(given)}
      .value=${typeof value === 'number' && !Number.isNaN(value) ? String(value) : ''}
      @input=${(event: Event) => {
        const text = textOf(event)
        given.change(text === '' ? (isNullable(schema) ? null : undefined) : Number(text))
      }}
    />${isMinutes ? html`<span>${shellTexts(panel.language)('minutesShort')}</span>` : nothing}
  </div>`
}

function money({ plan, schema, value, wrong, change }: FieldGiven): unknown {
  const changed = ({ detail, target }: CustomEvent<number | null>) => {
    // What is no sum is not nothing: it would be taken for emptied.
    const isWrong = target instanceof MoneyInput && target.isWrong
    change(isWrong ? Number.NaN : (detail ?? (isNullable(schema) ? null : undefined)))
  }
  return html`<money-input
    id=${plan.name}
    .label=${plan.label}
    .amount=${typeof value === 'number' && !Number.isNaN(value) ? value : null}
    .isWrong=${Boolean(wrong)}
    @changed=${changed}
  ></money-input>`
}

function flag({ plan, value, change }: FieldGiven): unknown {
  return html`<input
    id=${plan.name}
    name=${plan.name}
    type="checkbox"
    .checked=${value === true}
    @change=${({ target }: Event) => change(target instanceof HTMLInputElement && target.checked)}
  />`
}

function select(given: FieldGiven): unknown {
  const { plan, schema, value, wrong, isRequired } = given
  const options = plan.options ?? namesOf(schema)
  const chosen = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return
    const option = options.find((each) => String(each.value) === target.value)
    given.change(option?.value ?? (isNullable(schema) ? null : undefined))
  }
  return html`<select
    id=${plan.name}
    name=${plan.name}
    aria-invalid=${wrong ? 'true' : 'false'}
    aria-describedby=${about(given)}
    @change=${chosen}
  >
    ${isRequired && value !== undefined ? nothing : html`<option value="">—</option>`}
    ${options.map(
      (option) =>
        html`<option value=${option.value} ?selected=${option.value === value}>
          ${option.name}
        </option>`,
    )}
  </select>`
}

function namesOf({ enum: values = [] }: Schema): Option[] {
  return values.flatMap((value) => (value === null ? [] : [{ value, name: String(value) }]))
}

function several(given: FieldGiven): unknown {
  const chosen = new Set<unknown>(Array.isArray(given.value) ? given.value : [])
  const options = given.plan.options ?? []
  const change = (option: Option, isOn: boolean) => {
    if (isOn) chosen.add(option.value)
    else chosen.delete(option.value)
    given.change(options.filter(({ value }) => chosen.has(value)).map(({ value }) => value))
  }
  return html`<div class="several">
    ${options.map(
      (option) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${chosen.has(option.value)}
            @change=${({ target }: Event) =>
              change(option, target instanceof HTMLInputElement && target.checked)}
          /><span>${option.name}</span></label
        >`,
    )}
  </div>`
}

/** The same texts in the language that is not the organization’s own. */
function translations({ plan, value, change, panel }: FieldGiven): unknown {
  const other = panel.organization.locale === 'ru' ? 'en' : 'ru'
  const all: Record<string, unknown> = { ...(isRecord(value) ? value : {}) }
  const own: Record<string, unknown> = { ...(isRecord(all[other]) ? all[other] : {}) }
  const set = (name: string, text: string) => change({ ...all, [other]: { ...own, [name]: text } })
  const say = shellTexts(panel.language)
  return html`<p class="small muted">${say(other === 'en' ? 'english' : 'russian')}</p>
    ${(plan.of ?? []).map(({ name, label, as }) => {
      const id = `${plan.name}-${name}`
      const shown = typeof own[name] === 'string' ? own[name] : ''
      const typed = (event: Event) => set(name, textOf(event))
      return html`<div class="field">
        <label for=${id}>${label}</label>
        ${
          as === 'long'
            ? html`<textarea
                id=${id}
                lang=${other}
                rows="2"
                .value=${shown}
                @input=${typed}
              ></textarea>`
            : html`<input id=${id} lang=${other} .value=${shown} @input=${typed} />`
        }
      </div>`
    })}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function textOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target.value
    : ''
}
