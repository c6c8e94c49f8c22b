import { Plus } from 'lucide'
import type {
  Client,
  ClientPackage,
  PackagePurchase,
  PackageRefund,
  ServicePackage,
} from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import type { FieldPlan } from '../form/field-plan.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { clientTexts } from './texts/texts.ts'
import { tabSheet } from './tab-sheet.ts'
import '../form/entity-form.ts'
import '../parts/side-panel.ts'

type Typed = Record<string, unknown>

/** Packages of a client: how many visits are left, until when; sold here and taken back. */
export class PackagesTab extends PanelElement {
  static override properties = {
    client: { attribute: false },
    isSelling: { state: true },
    takenBack: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    tabSheet,
    css`
      .left {
        display: flex;
        flex-wrap: wrap;
        gap: 3px;
      }
      .left i {
        inline-size: 10px;
        block-size: 10px;
        border: 1px solid var(--accent);
        border-radius: 50%;
      }
      .left i.on {
        background: var(--accent);
      }
    `,
  ]

  declare client: Client
  declare isSelling: boolean
  declare takenBack: ClientPackage | undefined
  #packages = new Read(this, () => this.panel.api.clients.packages(this.client.id, { limit: 100 }))
  #offers = new Read(this, () => this.panel.api.servicePackages.list({ limit: 100 }).toArray())
  #leave: (() => void) | undefined

  constructor() {
    super()
    this.isSelling = false
  }

  protected override panelChanged({ live }: Panel): void {
    this.#leave ??= live.on(['package.'], () => void this.#packages.load())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
    this.#leave = undefined
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('client')) void this.updateComplete.then(() => this.#packages.load())
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const { value: page, error } = this.#packages
    const sell = () => {
      this.isSelling = true
      void this.#offers.load()
    }
    const canSell = panel.may('clients.sellPackage') && !this.client.erased_at
    return html`${
      canSell
        ? html`<div class="head">
            <span class="space"></span>
            <button class="quiet" @click=${sell}>${icon(Plus, 16)} ${say('sellPackage')}</button>
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
            : html`<div class="empty"><p>${say('noPackages')}</p></div>`
          : html`<i class="bone block"></i>`
    }
    ${this.isSelling ? this.#selling(panel) : nothing}
    ${this.takenBack ? this.#takingBack(this.takenBack, panel) : nothing}`
  }

  #card(bought: ClientPackage, { language, words, organization, may }: Panel): unknown {
    const say = clientTexts(language)
    const { name, visits_left: left, visits_total: total, expires_at, cancelled_at } = bought
    const day = (at: string) => words.date(at, organization.time_zone, { dateStyle: 'medium' })
    const state = cancelled_at
      ? say('takenBack', { date: day(cancelled_at) })
      : left === 0
        ? say('used')
        : expires_at
          ? say('expires', { date: day(expires_at) })
          : say('withoutEnd')
    return html`<li class="card stack">
      <div class="row">
        <strong>${name}</strong><span class="space"></span><span class="tag">${state}</span>
      </div>
      <div class="left" aria-hidden="true">
        ${Array.from(
          { length: Math.min(total, 30) },
          (_, at) => html`<i class=${at < left ? 'on' : ''}></i>`,
        )}
      </div>
      <div class="row">
        <span>${say('visitsLeft', { left, total })}</span>
        <span class="muted">${words.money(bought.price_paid)}, ${say(bought.paid_by)}</span>
        <span class="space"></span>
        ${
          !cancelled_at && left > 0 && may('clients.refundPackage')
            ? html`<button class="link small" @click=${() => (this.takenBack = bought)}>
                ${say('takeBack')}
              </button>`
            : nothing
        }
      </div>
    </li>`
  }

  #selling(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const offers = this.#offers.value
    return html`<side-panel
      mode="middle"
      heading=${say('sellPackage')}
      @closed=${() => (this.isSelling = false)}
    >
      ${
        offers?.length === 0
          ? html`<p>${say('noOffers')}</p>`
          : offers
            ? html`<entity-form
                .schema=${{
                  ...operations.clients.sellPackage.body,
                  properties: {
                    ...operations.clients.sellPackage.body.properties,
                    method: { type: 'string' },
                  },
                  required: ['package_id', 'method'],
                }}
                .fields=${sellingFields(offers, panel)}
                .value=${this.#begun}
                .action=${say('sellPackage')}
                .save=${(values: Typed) => this.#sell(values)}
              ></entity-form>`
            : html`<i class="bone block"></i>`
      }
    </side-panel>`
  }

  readonly #begun = { method: 'on_site' }

  async #sell({ package_id, method }: Typed): Promise<void> {
    const body: PackagePurchase = {
      package_id: Number(package_id),
      payment: { method: method === 'wallet' ? 'wallet' : 'on_site' },
    }
    await this.panel.api.clients.sellPackage(this.client.id, body)
    this.#done('soldPackage')
  }

  #takingBack(bought: ClientPackage, panel: Panel): unknown {
    const say = clientTexts(panel.language)
    return html`<side-panel
      mode="middle"
      heading=${say('takeBack')}
      @closed=${() => (this.takenBack = undefined)}
    >
      <p class="muted">
        ${bought.name}.
        ${say('visitsLeft', {
          left: bought.visits_left,
          total: bought.visits_total,
        })}
      </p>
      <entity-form
        .schema=${operations.clients.refundPackage.body}
        .fields=${takeBackFields(panel)}
        .value=${this.#given}
        .action=${say('takeBack')}
        .save=${(values: Typed) => this.#takeBack(bought, values)}
      ></entity-form>
    </side-panel>`
  }

  readonly #given = { to: 'wallet' }

  async #takeBack(bought: ClientPackage, { reason, to }: Typed): Promise<void> {
    const places = ['wallet', 'source', 'none'] as const
    const body: PackageRefund = { reason: String(reason) }
    const place = places.find((each) => each === to)
    await this.panel.api.clients.refundPackage(
      this.client.id,
      bought.id,
      place ? { ...body, to: place } : body,
    )
    this.#done('saved')
  }

  #done(key: 'soldPackage' | 'saved'): void {
    const { toast, language } = this.panel
    toast({ text: clientTexts(language)(key), tone: 'good' })
    this.isSelling = false
    this.takenBack = undefined
    void this.#packages.load()
  }
}

function sellingFields(offers: ServicePackage[], { language, words }: Panel): FieldPlan[] {
  const say = clientTexts(language)
  return [
    {
      name: 'package_id',
      label: say('package'),
      as: 'select',
      options: offers.map(({ id, name, price, translations }) => ({
        value: id,
        name: say('packageOffer', {
          name: translations[language]?.name ?? name,
          sum: words.money(price),
        }),
      })),
    },
    {
      name: 'method',
      label: say('payBy'),
      as: 'select',
      options: [
        { value: 'on_site', name: say('on_site') },
        { value: 'wallet', name: say('wallet') },
      ],
    },
  ]
}

function takeBackFields({ language }: Panel): FieldPlan[] {
  const say = clientTexts(language)
  return [
    {
      name: 'to',
      label: say('moneyTo'),
      options: [
        { value: 'wallet', name: say('wallet') },
        { value: 'source', name: say('source') },
        { value: 'none', name: say('nowhere') },
      ],
    },
    { name: 'reason', label: say('reason'), as: 'long' },
  ]
}

customElements.define('packages-tab', PackagesTab)
