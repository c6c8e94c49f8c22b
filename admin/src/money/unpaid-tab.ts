import type { Appointment } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { addDays, dateIn } from '../../../widget/src/texts/calendar.ts'
import { loadNames, type Names } from '../panel/names.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { visitPlace } from '../panel/places.ts'
import { Read } from '../panel/read.ts'
import { hrefOf } from '../panel/router.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { choiceFilter, dateFilter, dateOf } from './filter-bar.ts'
import { moneySheet } from './money-sheet.ts'
import { moneyTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/client-link.ts'
import '../parts/data-table.ts'
import '../parts/side-panel.ts'

/** So far back is looked when nobody says otherwise. */
const DAYS_BACK = 30

const methods = ['on_site', 'wallet', 'package'] as const

interface Typed extends Record<string, unknown> {
  method?: string
  amount?: number
}

/** Visits with something left to pay. */
export class UnpaidTab extends PanelElement {
  static override properties = { paying: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, moneySheet]

  declare paying: Appointment | undefined
  #names = new Read(this, () => loadNames(this.panel.api, this.panel.language))
  #asked = ''
  #source: Source<Appointment> | undefined
  #value: Typed = {}
  #leave: (() => void) | undefined

  #range(panel: Panel): { from: string; to: string } {
    const today = dateIn(Date.now(), panel.organization.time_zone)
    return {
      from: dateOf(panel, 'from') ?? addDays(today, -DAYS_BACK),
      to: dateOf(panel, 'to') ?? today,
    }
  }

  protected override panelChanged(panel: Panel): void {
    this.#leave ??= panel.live.on(['appointment.', 'payment.'], () => this.paying ?? this.#again())
    if (!this.#names.value && !this.#names.isBusy) void this.#names.load()
    const branch = Number(panel.route.query.get('branch'))
    const query = { ...this.#range(panel), ...(branch > 0 ? { location_id: branch } : {}) }
    const asked = JSON.stringify(query)
    if (asked === this.#asked) return
    this.#asked = asked
    this.#source = ({ limit, cursor }) =>
      panel.api.appointments.list({
        ...query,
        unpaid: true,
        sort: '-starts_at',
        limit,
        ...(cursor ? { cursor } : {}),
      })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
    this.#leave = undefined
  }

  #again(): void {
    void this.renderRoot.querySelector<DataTable>('data-table')?.reload()
  }

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    const { from, to } = this.#range(panel)
    return html`<div class="filters">
        ${dateFilter(panel, 'from', say('from'), from)} ${dateFilter(panel, 'to', say('to'), to)}
        ${choiceFilter(panel, {
          name: 'branch',
          label: say('branch'),
          any: say('allBranches'),
          options: panel.locations.map(({ id, name }) => [String(id), name]),
        })}
      </div>
      <data-table
        label=${say('unpaid')}
        file="unpaid"
        .columns=${this.#columns(panel, this.#names.value)}
        .source=${this.#source}
        .empty=${html`<p>${say('noUnpaid')}</p>`}
      ></data-table>
      ${this.paying ? this.#payment(this.paying, panel) : nothing}`
  }

  #columns(panel: Panel, names: Names | undefined): Column<Appointment>[] {
    const { words, language, locations, organization } = panel
    const say = moneyTexts(language)
    const zone = (id: number) =>
      locations.find((each) => each.id === id)?.time_zone ?? organization.time_zone
    const moment = (visit: Appointment) => words.moment(visit.starts_at, zone(visit.location_id))
    return [
      {
        id: 'when',
        name: say('when'),
        cell: (visit) => html`<a href=${hrefOf(visitPlace(visit.id))}>${moment(visit)}</a>`,
        text: moment,
      },
      {
        id: 'client',
        name: say('client'),
        cell: ({ client_id }) =>
          client_id === null ? '' : html`<client-link .clientId=${client_id}></client-link>`,
        text: ({ client_id }) => String(client_id ?? ''),
      },
      {
        id: 'service',
        name: say('service'),
        cell: ({ service_id }) => names?.services.get(service_id) ?? '',
        isExtra: true,
      },
      {
        id: 'specialist',
        name: say('specialist'),
        cell: ({ specialist_id }) => names?.specialists.get(specialist_id) ?? '',
        isExtra: true,
      },
      {
        id: 'total',
        name: say('total'),
        cell: ({ total }) => words.money(total),
        align: 'end',
        isExtra: true,
      },
      {
        id: 'left',
        name: say('left'),
        cell: (visit) => html`<strong>${words.sum(leftOf(visit), visit.total.currency)}</strong>`,
        text: (visit) => words.sum(leftOf(visit), visit.total.currency),
        align: 'end',
      },
      {
        id: 'pay',
        name: '',
        cell: (visit) =>
          html`<button class="link small" @click=${() => this.#begin(visit)}>
            ${say('pay')}
          </button>`,
        text: () => '',
        align: 'end',
      },
    ]
  }

  #begin(visit: Appointment): void {
    this.#value = { method: 'on_site', amount: leftOf(visit) }
    this.paying = visit
  }

  #payment(visit: Appointment, { language }: Panel): unknown {
    const say = moneyTexts(language)
    const names = { on_site: 'payOnSite', wallet: 'payWallet', package: 'payPackage' } as const
    return html`<side-panel
      mode="middle"
      heading=${say('payTitle')}
      @closed=${() => (this.paying = undefined)}
    >
      <entity-form
        .schema=${operations.appointments.pay.body}
        .fields=${[
          {
            name: 'method',
            label: say('payBy'),
            options: methods.map((value) => ({ value, name: say(names[value]) })),
          },
          { name: 'amount', label: say('amount'), as: 'money' },
        ]}
        .value=${this.#value}
        .action=${say('pay')}
        .save=${(values: Typed) => this.#pay(visit, values)}
      ></entity-form>
    </side-panel>`
  }

  async #pay(visit: Appointment, { method: asked, amount }: Typed): Promise<void> {
    const { api, toast, language } = this.panel
    const method = methods.find((each) => each === asked) ?? 'on_site'
    // A package pays the whole.
    const body = amount === undefined || method === 'package' ? { method } : { method, amount }
    await api.appointments.pay(visit.id, body)
    toast({ text: moneyTexts(language)('paid'), tone: 'good' })
    this.paying = undefined
    this.#again()
  }
}

function leftOf({ total, paid }: Appointment): number {
  return total.amount - paid.amount
}

customElements.define('unpaid-tab', UnpaidTab)
