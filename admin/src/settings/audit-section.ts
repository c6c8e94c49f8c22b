import type { AuditEntry, Staff } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { actorName } from '../panel/actor-name.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import type { Column, Source } from '../parts/data-table.ts'
import { startOf } from '../words/start-of.ts'
import { addDays } from '../../../widget/src/texts/calendar.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import '../parts/data-table.ts'

/** Who changed what: `settings/audit?actor=staff:3&from=2027-01-01`. */
export class AuditSection extends PanelElement {
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    sectionSheet,
    css`
      .filters label {
        display: flex;
        gap: var(--s2);
        align-items: center;
        font-size: var(--small);
        color: var(--muted);
      }
      .filters select {
        max-inline-size: 240px;
      }
    `,
  ]

  #source: Source<AuditEntry> | undefined
  #key = ''
  #staff = new Read<Staff[]>(this, () =>
    this.panel.api.staff.list({ archived: true, limit: 100 }).toArray(),
  )

  protected override panelChanged(panel: Panel): void {
    if (panel.route.area !== 'settings' || panel.route.rest[0] !== 'audit') return
    if (!this.#staff.value && !this.#staff.isBusy) void this.#staff.load()
    const { query } = panel.route
    // A table begins anew with a new source: only for another question.
    const key = `${query}`
    if (this.#source && key === this.#key) return
    this.#key = key
    const zone = panel.organization.time_zone
    const from = query.get('from')
    const to = query.get('to')
    const actor = query.get('actor')
    const subject = query.get('subject')
    const asked = {
      ...(actor ? { actor } : {}),
      ...(subject ? { subject } : {}),
      ...(from ? { from: startOf(from, zone) } : {}),
      ...(to ? { to: startOf(addDays(to, 1), zone) } : {}),
    }
    this.#source = ({ limit, cursor }) =>
      this.panel.api.auditLog.list({ ...asked, limit, ...(cursor === undefined ? {} : { cursor }) })
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    return html`<header>
        <h2>${say('audit')}</h2>
        <p>${say('auditText')}</p>
      </header>
      ${this.#filters(panel)}
      <data-table
        .label=${say('audit')}
        .columns=${this.#columns(panel)}
        .source=${this.#source}
        .file=${'audit'}
      ></data-table>`
  }

  #filters(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const { query } = panel.route
    const subject = query.get('subject')
    const date = (name: 'from' | 'to') =>
      html`<label
        >${say(name)}<input
          type="date"
          .value=${query.get(name) ?? ''}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#ask(name, target.value)}
      /></label>`
    return html`<div class="filters">
      <label
        ><span>${say('whoDid')}</span
        ><select
          @change=${({ target }: Event) =>
            target instanceof HTMLSelectElement && this.#ask('actor', target.value)}
        >
          <option value="">${say('anybody')}</option>
          ${(this.#staff.value ?? []).map(
            ({ id, name, email }) =>
              html`<option value=${`staff:${id}`} ?selected=${query.get('actor') === `staff:${id}`}>
                ${name || email}
              </option>`,
          )}
        </select></label
      >
      ${date('from')} ${date('to')}
      ${
        subject
          ? html`<button class="quiet" @click=${() => this.#ask('subject', '')}>
              ${subject} ✕
            </button>`
          : nothing
      }
    </div>`
  }

  #ask(name: string, value: string): void {
    const query = new URLSearchParams(this.panel.route.query)
    if (value) query.set(name, value)
    else query.delete(name)
    const search = String(query)
    void this.panel.go(`settings/audit${search && `?${search}`}`, { replace: true })
  }

  #columns(panel: Panel): Column<AuditEntry>[] {
    const say = settingsTexts(panel.language)
    const { words, organization } = panel
    const who = (actor: string) => actorName(panel.language, actor, this.#staff.value)
    return [
      { id: 'at', name: say('when'), cell: ({ at }) => words.moment(at, organization.time_zone) },
      { id: 'actor', name: say('whoDid'), cell: ({ actor }) => who(actor) },
      { id: 'action', name: say('what'), cell: ({ action }) => action },
      {
        id: 'subject',
        name: say('ofWhat'),
        isExtra: true,
        text: ({ subject }) => subject,
        cell: ({ subject }) =>
          html`<button class="link" @click=${() => this.#ask('subject', subject)}>
            ${subject}
          </button>`,
      },
      {
        id: 'changes',
        name: say('changes'),
        isExtra: true,
        text: ({ before, after }) => JSON.stringify({ before, after }),
        cell: (entry) => changesOf(entry, say('show')),
      },
    ]
  }
}

function changesOf({ before, after }: AuditEntry, show: string): unknown {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  if (names.length === 0) return nothing
  const read = (of: object | null, name: string) => {
    const value: unknown = of ? Reflect.get(of, name) : undefined
    return value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value)
  }
  return html`<details>
    <summary>${show}: ${names.slice(0, 3).join(', ')}${names.length > 3 ? '…' : ''}</summary>
    ${names.map(
      (name) =>
        html`<p class="small">
          <strong>${name}</strong>:
          ${before ? html`${read(before, name)} → ` : nothing}${read(after, name)}
        </p>`,
    )}
  </details>`
}

customElements.define('audit-section', AuditSection)
