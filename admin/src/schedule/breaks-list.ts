import { Plus } from 'lucide'
import type { Break } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { dateIn } from '../../../widget/src/texts/calendar.ts'
import { icon } from '../design/icons.ts'
import { bodyOf } from '../form/body.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { editorSheet } from './editor-sheet.ts'
import { scheduleTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/data-table.ts'
import '../parts/side-panel.ts'

/** Time of certain days that a specialist is not to be booked: it is taken like a visit’s. */
export class BreaksList extends PanelElement {
  static override properties = { specialistId: { attribute: false }, isAdding: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, editorSheet]

  declare specialistId: number
  declare isAdding: boolean
  #source: Source<Break> | undefined
  #value: Record<string, unknown> = {}

  constructor() {
    super()
    this.isAdding = false
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('specialistId')) return
    const specialist_id = this.specialistId
    this.#source = ({ limit, cursor }) =>
      this.panel.api.breaks.list({
        specialist_id,
        from: this.#today,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      })
  }

  get #today(): string {
    return dateIn(Date.now(), this.panel.organization.time_zone)
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const isMine = panel.may('breaks.create')
    return html`<div class="row">
        <span class="muted">${say('breaksText')}</span><span class="space"></span>
        ${
          isMine
            ? html`<button class="quiet" @click=${() => this.#open()}>
                ${icon(Plus, 16)} ${say('addBreak')}
              </button>`
            : nothing
        }
      </div>
      <data-table
        .label=${say('breaks')}
        .columns=${this.#columns(panel, isMine)}
        .source=${this.#source}
        .empty=${html`<p>${say('noBreaks')}</p>`}
      ></data-table>
      ${this.isAdding ? this.#form(panel) : nothing}`
  }

  #columns(panel: Panel, isMine: boolean): Column<Break>[] {
    const say = scheduleTexts(panel.language)
    return [
      { id: 'date', name: say('date'), cell: ({ date }) => panel.words.day(date) },
      {
        id: 'time',
        name: say('time'),
        cell: ({ start_time, end_time }) => `${start_time}–${end_time}`,
      },
      { id: 'reason', name: say('reason'), cell: ({ reason }) => reason },
      {
        id: 'deeds',
        name: '',
        align: 'end',
        cell: (each) =>
          isMine
            ? html`<button class="link danger" @click=${() => this.#remove(each)}>
                ${say('remove')}
              </button>`
            : nothing,
      },
    ]
  }

  #open(): void {
    this.#value = { date: this.#today, start_time: '13:00', end_time: '14:00' }
    this.isAdding = true
  }

  #form(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const places = panel.locations.map(({ id, name }) => ({ value: id, name }))
    return html`<side-panel
      mode="middle"
      .heading=${say('addBreak')}
      @closed=${() => (this.isAdding = false)}
    >
      <entity-form
        .schema=${operations.breaks.create.body}
        .value=${this.#value}
        .action=${say('put')}
        .fields=${[
          { name: 'date', label: say('date') },
          { name: 'start_time', label: say('from'), as: 'time', isHalf: true },
          { name: 'end_time', label: say('to'), as: 'time', isHalf: true },
          ...(places.length > 1
            ? [{ name: 'location_id', label: say('location'), as: 'select', options: places }]
            : []),
          { name: 'reason', label: say('reason'), as: 'text' },
        ]}
        .save=${(values: Record<string, unknown>) => this.#save(values)}
      ></entity-form>
    </side-panel>`
  }

  async #save(values: Record<string, unknown>): Promise<void> {
    const body = bodyOf('breaks.create', { ...values, specialist_id: this.specialistId })
    await this.panel.api.breaks.create(body)
    this.isAdding = false
    this.#reload()
    this.panel.toast({ text: scheduleTexts(this.panel.language)('saved') })
  }

  async #remove({ id, date, start_time, end_time, reason }: Break): Promise<void> {
    const { api } = this.panel
    try {
      await api.breaks.remove(id)
      this.#reload()
      const draft = { specialist_id: this.specialistId, date, start_time, end_time, reason }
      const undo = async () => {
        await api.breaks.create(draft)
        this.#reload()
      }
      this.panel.toast({ text: scheduleTexts(this.panel.language)('removed'), undo })
    } catch (error) {
      this.panel.refused(error)
    }
  }

  #reload(): void {
    void this.renderRoot.querySelector<DataTable>('data-table')?.reload()
  }
}

customElements.define('breaks-list', BreaksList)
