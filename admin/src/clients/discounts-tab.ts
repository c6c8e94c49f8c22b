import { Plus } from 'lucide'
import type { Client, ClientDiscount, ClientDiscountDraft } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import type { FieldPlan } from '../form/field-plan.ts'
import { loadNames } from '../panel/names.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { clientTexts } from './texts/texts.ts'
import { tabSheet } from './tab-sheet.ts'
import '../form/entity-form.ts'
import '../parts/side-panel.ts'

/** Personal discounts: of several that fit, the best counts. */
export class DiscountsTab extends PanelElement {
  static override properties = { client: { attribute: false }, isGiving: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, tabSheet]

  declare client: Client
  declare isGiving: boolean
  #discounts = new Read(this, () =>
    this.panel.api.clients.discounts(this.client.id, { limit: 100 }),
  )
  #names = new Read(this, () => loadNames(this.panel.api, this.panel.language))
  readonly #begun = {}

  constructor() {
    super()
    this.isGiving = false
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('client')) return
    void this.updateComplete.then(() => {
      void this.#discounts.load()
      void this.#names.load()
    })
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const { value: page, error } = this.#discounts
    const mayGive = panel.may('clients.addDiscount') && !this.client.erased_at
    return html`${
      mayGive
        ? html`<div class="head">
            <span class="space"></span>
            <button class="quiet" @click=${() => (this.isGiving = true)}>
              ${icon(Plus, 16)} ${say('giveDiscount')}
            </button>
          </div>`
        : nothing
    }
    ${
      error
        ? html`<p class="notice bad" role="alert">${reasonOf(error, panel.language)}</p>`
        : page
          ? page.data.length > 0
            ? html`<ul class="cards">
                ${page.data.map((each) => this.#card(each, panel))}
              </ul>`
            : html`<div class="empty"><p>${say('noDiscounts')}</p></div>`
          : html`<i class="bone block"></i>`
    }
    ${this.isGiving ? this.#giving(panel) : nothing}`
  }

  #card(discount: ClientDiscount, panel: Panel): unknown {
    const { language, words, may } = panel
    const say = clientTexts(language)
    const { discount_percent, service_id, valid_from, valid_to, reason } = discount
    const service =
      service_id === null ? say('anyService') : (this.#names.value?.services.get(service_id) ?? '')
    const times = [
      valid_from && `${say('since')} ${words.day(valid_from)}`,
      valid_to && `${say('until')} ${words.day(valid_to)}`,
    ].filter(Boolean)
    return html`<li class="card stack">
      <div class="row">
        <strong>${words.percent(discount_percent / 100)}</strong><span>${service}</span>
      </div>
      <div class="row">
        <span class="muted">${times.join(' ') || say('always')}${reason ? `. ${reason}` : ''}</span>
        <span class="space"></span>
        ${
          may('clients.removeDiscount')
            ? html`<button class="link small" @click=${() => this.#drop(discount)}>
                ${shellTexts(language)('remove')}
              </button>`
            : nothing
        }
      </div>
    </li>`
  }

  async #drop({ id, discount_percent }: ClientDiscount): Promise<void> {
    const { api, confirm, toast, refused, language, words } = this.panel
    const say = clientTexts(language)
    const isSure = await confirm({
      title: say('dropDiscount', { percent: words.percent(discount_percent / 100) }),
      text: say('dropDiscountText'),
      action: shellTexts(language)('remove'),
      tone: 'danger',
    })
    if (!isSure) return
    try {
      await api.clients.removeDiscount(this.client.id, id)
      toast({ text: say('discountDropped') })
      await this.#discounts.load()
    } catch (error) {
      refused(error)
    }
  }

  #giving(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    return html`<side-panel
      mode="middle"
      heading=${say('giveDiscount')}
      @closed=${() => (this.isGiving = false)}
    >
      <entity-form
        .schema=${operations.clients.addDiscount.body}
        .fields=${this.#fields(panel)}
        .value=${this.#begun}
        .action=${say('giveDiscount')}
        .save=${(values: Partial<ClientDiscountDraft>) => this.#give(values)}
      ></entity-form>
    </side-panel>`
  }

  #fields({ language }: Panel): FieldPlan[] {
    const say = clientTexts(language)
    const services = this.#names.value?.services ?? new Map<number, string>()
    return [
      { name: 'discount_percent', label: say('percent') },
      {
        name: 'service_id',
        label: say('forService'),
        as: 'select',
        options: [...services].map(([value, name]) => ({ value, name })),
      },
      { name: 'valid_from', label: say('validFrom'), as: 'date', isHalf: true },
      { name: 'valid_to', label: say('validTo'), as: 'date', isHalf: true },
      { name: 'reason', label: say('reason'), as: 'long' },
    ]
  }

  async #give({ discount_percent = 0, ...rest }: Partial<ClientDiscountDraft>): Promise<void> {
    const { api, toast, language } = this.panel
    await api.clients.addDiscount(this.client.id, { discount_percent, ...rest })
    toast({ text: clientTexts(language)('discountGiven'), tone: 'good' })
    this.isGiving = false
    await this.#discounts.load()
  }
}

customElements.define('discounts-tab', DiscountsTab)
