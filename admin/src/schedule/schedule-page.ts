import type { Specialist } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { fullName } from '../catalogue/noun.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { hrefOf } from '../panel/router.ts'
import { readPeople, type Subject } from './subject.ts'
import { scheduleTexts, type ScheduleKey } from './texts/texts.ts'
import '../parts/page-frame.ts'
import '../parts/tab-strip.ts'
import './absences-editor.ts'
import './breaks-list.ts'
import './holidays-editor.ts'
import './week-editor.ts'

const views = {
  locations: ['week', 'holidays'],
  specialists: ['week', 'absences', 'breaks'],
} as const satisfies Record<Subject['kind'], readonly ScheduleKey[]>

/** Hours of a branch or a specialist: `schedule/specialists/7/absences`. */
export class SchedulePage extends PanelElement {
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      select {
        inline-size: auto;
        min-inline-size: 220px;
        max-inline-size: 100%;
      }
      .view {
        padding-block-start: var(--s4);
      }
    `,
  ]

  #people = new Read<Specialist[]>(this, () =>
    readPeople(this.panel.api, this.#isOwn ? this.panel.me.specialist_id : null),
  )

  /** A specialist has only their own. */
  get #isOwn(): boolean {
    return this.panel.me.role === 'specialist'
  }

  protected override panelChanged(): void {
    if (!this.#people.value && !this.#people.isBusy) void this.#people.load()
  }

  get #subject(): Subject | null {
    const { rest } = this.panel.route
    const [kind, id] = rest
    if ((kind === 'locations' || kind === 'specialists') && Number(id) > 0)
      return { kind, id: Number(id) }
    const [first] = this.#people.value ?? []
    if (first) return { kind: 'specialists', id: first.id }
    const { location } = this.panel
    return location && !this.#isOwn ? { kind: 'locations', id: location.id } : null
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    return html`<page-frame heading=${say('schedule')}>
      ${this.#people.value ? this.#choice(panel, this.#people.value) : nothing}
      ${this.#shown(panel)}
    </page-frame>`
  }

  #choice(panel: Panel, people: readonly Specialist[]): unknown {
    if (this.#isOwn) return nothing
    const say = scheduleTexts(panel.language)
    const subject = this.#subject
    const chosen = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) void panel.go(`schedule/${target.value}`)
    }
    const option = (kind: Subject['kind'], id: number, name: string) =>
      html`<option
        value=${`${kind}/${id}`}
        ?selected=${subject?.kind === kind && subject.id === id}
      >
        ${name}
      </option>`
    return html`<label slot="beside"
      ><span class="unseen">${say('whose')}</span>
      <select @change=${chosen}>
        <optgroup label=${say('specialists')}>
          ${people.map((each) => option('specialists', each.id, fullName(each)))}
        </optgroup>
        <optgroup label=${say('locations')}>
          ${panel.locations.map(({ id, name }) => option('locations', id, name))}
        </optgroup>
      </select></label
    >`
  }

  #shown(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const { value, error } = this.#people
    if (error)
      return html`<div class="notice bad" role="alert">
        <p>${reasonOf(error, panel.language)}</p>
        <button class="quiet" @click=${() => this.#people.load()}>${say('again')}</button>
      </div>`
    if (!value) return html`<p><i class="bone"></i></p>`
    const subject = this.#subject
    if (!subject)
      return html`<div class="empty">
        <p>${say('nobody')}</p>
        ${
          panel.may('locations.create')
            ? html`<a href=${hrefOf('catalogue/locations')}>${say('toCatalogue')}</a>`
            : nothing
        }
      </div>`
    return this.#views(panel, subject)
  }

  #views(panel: Panel, subject: Subject): unknown {
    const say = scheduleTexts(panel.language)
    const all = views[subject.kind]
    const [, , wanted] = panel.route.rest
    const view = all.find((each) => each === wanted) ?? 'week'
    const go = ({ detail }: CustomEvent<string>) =>
      void panel.go(`schedule/${subject.kind}/${subject.id}/${detail}`)
    return html`<tab-strip
        .label=${say('schedule')}
        .tabs=${all.map((id) => ({ id, name: say(id) }))}
        .chosen=${view}
        @chosen=${go}
      ></tab-strip>
      <div class="view">${this.#view(panel, subject, view)}</div>`
  }

  #view(panel: Panel, subject: Subject, view: ScheduleKey): unknown {
    const people = this.#people.value ?? []
    switch (view) {
      case 'absences':
        return html`<absences-editor .specialistId=${subject.id}></absences-editor>`
      case 'holidays':
        return html`<holidays-editor .locationId=${subject.id}></holidays-editor>`
      case 'breaks':
        return html`<breaks-list .specialistId=${subject.id}></breaks-list>`
      default:
        return html`<week-editor
          .kind=${subject.kind}
          .subjectId=${subject.id}
          .others=${
            subject.kind === 'specialists'
              ? people.map((each) => ({ id: each.id, name: fullName(each) }))
              : panel.locations
          }
        ></week-editor>`
    }
  }
}

customElements.define('schedule-page', SchedulePage)
