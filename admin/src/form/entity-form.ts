import type { ObjectSchema } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { reasonOf, wrongOf } from '../panel/refusal.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { changesOf, wrongWith } from './check.ts'
import { fieldInput } from './field-input.ts'
import type { FieldPlan } from './field-plan.ts'
import { formSheet } from './form-sheet.ts'
import { isRequired, schemaOf } from './field-plan.ts'

type Values = Record<string, unknown>

/**
 * A form of the contract’s: `schema` is an operation’s body, `fields` name what is shown and in what words, `value` is what it begins
 * with. `save(values, changes)` sends it; what the server refuses is shown beside its field. While something is typed and not
 * saved, leaving the place is asked about.
 */
export class EntityForm extends PanelElement {
  static override properties = {
    schema: { attribute: false },
    fields: { attribute: false },
    value: { attribute: false },
    save: { attribute: false },
    action: {},
    values: { state: true },
    failure: { state: true },
    isBusy: { state: true },
    isTried: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, formSheet]

  declare schema: ObjectSchema
  declare fields: readonly FieldPlan[]
  /** What is there already; `{}` for something new. A new one begins the form anew. */
  declare value: Values
  /** Sends the whole, or only what is different. Its refusal is shown here. */
  declare save: (values: Values, changes: Values) => Promise<unknown>
  /** What the button says; “Save” when left out. */
  declare action: string | undefined
  declare values: Values
  declare failure: unknown
  declare isBusy: boolean
  declare isTried: boolean
  #letGo: (() => void) | undefined

  constructor() {
    super()
    this.fields = []
    this.value = {}
    this.values = {}
    this.isBusy = false
    this.isTried = false
  }

  /** Whether something is typed that is not saved. */
  get isChanged(): boolean {
    return Object.keys(changesOf(this.value, this.values)).length > 0
  }

  protected override panelChanged(panel: Panel): void {
    this.#letGo ??= panel.guard(() => this.isConnected && this.isChanged && !this.isBusy)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#letGo?.()
    this.#letGo = undefined
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('value')) return
    this.values = { ...this.value }
    this.failure = undefined
    this.isTried = false
  }

  protected override content(panel: Panel): unknown {
    const say = shellTexts(panel.language)
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.submit()
      }}
    >
      <div class="fields">
        ${this.fields.map((plan) =>
          fieldInput({
            panel,
            plan,
            schema: schemaOf(this.schema, plan.name),
            value: this.values[plan.name],
            wrong: this.#wrong(plan.name, panel),
            isRequired: isRequired(this.schema, plan.name),
            change: (value) => this.#change(plan.name, value),
          }),
        )}
      </div>
      <slot></slot>
      ${this.#failed(panel)}
      <footer>
        <slot name="beside"></slot>
        <button class="main" aria-disabled=${this.isBusy}>${this.action ?? say('save')}</button>
      </footer>
    </form>`
  }

  #change(name: string, value: unknown): void {
    this.values = { ...this.values, [name]: value }
    this.dispatchEvent(new CustomEvent<Values>('edited', { detail: this.values }))
  }

  #wrong(name: string, { language }: Panel): string | undefined {
    const refused = wrongOf(this.failure, name)
    if (refused) return refused
    const wrong = this.isTried ? wrongWith(this.schema, name, this.values[name]) : undefined
    return wrong && shellTexts(language)(wrong.key, wrong.values)
  }

  #failed({ language }: Panel): unknown {
    const isNamed = this.fields.some(({ name }) => wrongOf(this.failure, name))
    if (!this.failure) return nothing
    const words = isNamed ? shellTexts(language)('checkFields') : reasonOf(this.failure, language)
    return html`<p class="notice bad" role="alert">${words}</p>`
  }

  /** Checks and sends, as its button does. */
  async submit(): Promise<void> {
    if (this.isBusy) return
    this.isTried = true
    this.failure = undefined
    if (this.fields.some(({ name }) => wrongWith(this.schema, name, this.values[name]))) {
      await this.#toFirstWrong()
      return
    }
    this.isBusy = true
    try {
      const { value: before, values: sent } = this
      await this.save(sent, changesOf(before, sent))
      // Whoever gave it another beginning meanwhile means that one.
      if (this.value === before) this.value = sent
    } catch (error) {
      this.failure = error
      await this.#toFirstWrong()
    } finally {
      this.isBusy = false
    }
  }

  async #toFirstWrong(): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
}

customElements.define('entity-form', EntityForm)
