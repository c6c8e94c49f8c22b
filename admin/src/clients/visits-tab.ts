import type { Appointment, Client } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { loadNames, type Names } from '../panel/names.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { bookPlace, visitPlace } from '../panel/places.ts'
import { Read } from '../panel/read.ts'
import { hrefOf } from '../panel/router.ts'
import { zoneOf } from '../panel/zone-of.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { clientTexts } from './texts/texts.ts'
import '../parts/data-table.ts'

/** What somebody has booked: what comes first, then what was. */
export class VisitsTab extends PanelElement {
  static override properties = { client: { attribute: false } }
  static override styles: CSSResultGroup = [PanelElement.styles]

  declare client: Client
  #names = new Read(this, () => loadNames(this.panel.api, this.panel.language))
  #of: number | undefined
  #source: Source<Appointment> | undefined
  #leave: (() => void) | undefined

  protected override panelChanged({ live }: Panel): void {
    if (!this.#names.value && !this.#names.isBusy) void this.#names.load()
    this.#leave ??= live.on(['appointment.'], () => void this.#table?.reload())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
    this.#leave = undefined
  }

  get #table(): DataTable | null {
    return this.renderRoot.querySelector<DataTable>('data-table')
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const { id } = this.client
    if (id !== this.#of) {
      this.#of = id
      this.#source = ({ limit, cursor }) =>
        panel.api.clients.appointments(id, { limit, ...(cursor ? { cursor } : {}) })
    }
    return html`<data-table
      label=${say('tabVisits')}
      file="visits-${id}"
      .columns=${visitColumns(panel, this.#names.value)}
      .source=${this.#source}
      .empty=${html`<p>${say('noVisits')}</p>
        ${
          panel.may('appointments.create') && !this.client.erased_at
            ? html`<a class="quiet" href=${hrefOf(bookPlace(id))}>${say('bookVisit')}</a>`
            : nothing
        }`}
    ></data-table>`
  }
}

function visitColumns(panel: Panel, names: Names | undefined): Column<Appointment>[] {
  const { words } = panel
  const say = clientTexts(panel.language)
  const yearOf = (instant: string, zone: string) => words.date(instant, zone, { year: 'numeric' })
  const whole = (visit: Appointment) =>
    words.date(visit.starts_at, zoneOf(panel, visit), { dateStyle: 'medium', timeStyle: 'short' })
  const moment = (visit: Appointment) => {
    const [at, zone] = [visit.starts_at, zoneOf(panel, visit)]
    // Of this year it is not said: on a phone the sum would be off the screen.
    const isNear = yearOf(at, zone) === yearOf(new Date().toISOString(), zone)
    return isNear ? words.moment(at, zone) : whole(visit)
  }
  const service = ({ service_id }: Appointment) => names?.services.get(service_id) ?? ''
  return [
    {
      id: 'when',
      name: say('when'),
      cell: (visit) => html`<a href=${hrefOf(visitPlace(visit.id))}>${moment(visit)}</a>`,
      text: whole,
    },
    { id: 'what', name: say('what'), cell: service },
    {
      id: 'who',
      name: say('who'),
      cell: ({ specialist_id }) => names?.specialists.get(specialist_id) ?? '',
      isExtra: true,
    },
    {
      id: 'status',
      name: say('status'),
      cell: ({ status }) => html`<span class="tag">${say(status)}</span>`,
      text: ({ status }) => say(status),
    },
    {
      id: 'total',
      name: say('total'),
      cell: (visit) => html`${words.money(visit.total)} ${owed(visit, panel)}`,
      text: ({ total }) => words.money(total),
      align: 'end',
    },
  ]
}

function owed({ status, total, paid }: Appointment, { words, language }: Panel): unknown {
  const left = total.amount - paid.amount
  const isOver = status === 'cancelled' || status === 'expired' || status === 'no_show'
  if (isOver || left <= 0) return nothing
  const sum = words.sum(left, total.currency)
  return html`<div class="small danger">${clientTexts(language)('toPay', { sum })}</div>`
}

customElements.define('visits-tab', VisitsTab)
