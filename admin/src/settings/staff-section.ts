import type { Specialist, Staff } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { fullName } from '../catalogue/noun.ts'
import { bodyOf } from '../form/body.ts'
import type { FieldPlan } from '../form/field-plan.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { mayLose } from './may-lose.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import type { EntityForm } from '../form/entity-form.ts'
import '../form/entity-form.ts'
import '../parts/data-table.ts'
import '../parts/side-panel.ts'

type Values = Readonly<Record<string, unknown>>

const roles = ['owner', 'admin', 'reception', 'specialist'] as const

/** Nobody hands out what they do not have: owners and admins are an owner’s to make, alter and dismiss. */
const mayManage = (me: Staff, role: Staff['role']) =>
  me.role === 'owner' || (role !== 'owner' && role !== 'admin')

/** Who signs in to the panel, and what they may do: `settings/staff/3`. */
export class StaffSection extends PanelElement {
  static override properties = { archived: { state: true }, member: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  declare archived: boolean
  /** Whose card is open; null = a new one’s. */
  declare member: Staff | null | undefined
  #value: Values = {}
  #source: Source<Staff> = ({ limit, cursor }) =>
    this.panel.api.staff.list({
      limit,
      archived: this.archived,
      ...(cursor === undefined ? {} : { cursor }),
    })
  #people = new Read<Specialist[]>(this, () =>
    this.panel.api.specialists.list({ limit: 100 }).toArray(),
  )

  constructor() {
    super()
    this.archived = false
  }

  protected override panelChanged(): void {
    if (!this.#people.value && !this.#people.isBusy) void this.#people.load()
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    return html`<header>
        <h2>${say('staff')}</h2>
        <label class="row"
          ><input
            type="checkbox"
            .checked=${this.archived}
            @change=${({ target }: Event) => {
              this.archived = target instanceof HTMLInputElement && target.checked
              this.#reload()
            }}
          /><span>${say('withArchived')}</span></label
        >
        <button class="main" @click=${() => this.#open(null)}>${say('addStaff')}</button>
        <p>${say('staffText')}</p>
      </header>
      <data-table
        .label=${say('staff')}
        .columns=${this.#columns(panel)}
        .source=${this.#source}
        .isPressable=${true}
        @row-chosen=${({ detail }: CustomEvent<Staff>) => this.#open(detail)}
      ></data-table>
      ${this.member === undefined ? nothing : this.#card(panel, this.member)}`
  }

  #columns({ language }: Panel): Column<Staff>[] {
    const say = settingsTexts(language)
    const shell = shellTexts(language)
    return [
      { id: 'name', name: say('person'), cell: ({ name, email }) => name || email },
      { id: 'email', name: say('email'), cell: ({ email }) => email, isExtra: true },
      { id: 'role', name: say('role'), cell: ({ role }) => shell(role) },
      {
        id: 'state',
        name: '',
        text: ({ archived_at }) => (archived_at ? say('archived') : ''),
        cell: ({ archived_at }) =>
          archived_at ? html`<span class="tag">${say('archived')}</span>` : '',
      },
    ]
  }

  #open(member: Staff | null): void {
    this.#value = member
      ? {
          email: member.email,
          name: member.name,
          role: member.role,
          specialist_id: member.specialist_id,
          locale: member.locale,
        }
      : { role: 'reception', locale: this.panel.organization.locale }
    this.member = member
  }

  #card(panel: Panel, member: Staff | null): unknown {
    const say = settingsTexts(panel.language)
    const close = async () => {
      const form = this.renderRoot.querySelector<EntityForm>('entity-form')
      if (form?.isChanged && !(await mayLose(panel))) return
      this.member = undefined
    }
    return html`<side-panel
      .heading=${member ? member.name || member.email : say('addStaff')}
      @closed=${close}
    >
      ${this.#form(panel, member)}
    </side-panel>`
  }

  #form(panel: Panel, member: Staff | null): unknown {
    const say = settingsTexts(panel.language)
    const { create, update } = operations.staff
    const isManaged = !member || mayManage(panel.me, member.role)
    if (!isManaged && member.id !== panel.me.id)
      return html`<p class="notice">${say('ownersOnly')}</p>`
    return html`<entity-form
      .schema=${member ? update.body : create.body}
      .fields=${isManaged ? this.#fields(panel, member) : this.#own(panel)}
      .value=${this.#value}
      .action=${member ? undefined : say('create')}
      .save=${(values: Values, changes: Values) => this.#save(panel, member, values, changes)}
    >
      ${
        member && member.id !== panel.me.id
          ? html`<button
              slot="beside"
              type="button"
              class="quiet ${member.archived_at ? '' : 'danger'}"
              @click=${() => this.#turn(panel, member)}
            >
              ${say(member.archived_at ? 'restore' : 'dismiss')}
            </button>`
          : nothing
      }
    </entity-form>`
  }

  #fields(panel: Panel, member: Staff | null): FieldPlan[] {
    const say = settingsTexts(panel.language)
    const shell = shellTexts(panel.language)
    return [
      this.#name(panel),
      { name: 'email', label: say('email'), hint: say('emailHint') },
      {
        name: 'role',
        label: say('role'),
        hint: say('roleHint'),
        options: roles
          .filter((role) => mayManage(panel.me, role))
          .map((role) => ({ value: role, name: shell(role) })),
        isHalf: true,
      },
      {
        name: 'specialist_id',
        label: say('whoIsThat'),
        as: 'select',
        options: (this.#people.value ?? []).map((each) => ({
          value: each.id,
          name: fullName(each),
        })),
        isHalf: true,
      },
      {
        name: 'password',
        label: say(member ? 'newPassword' : 'password'),
        hint: say('passwordHint'),
        as: 'password',
        autocomplete: 'new-password',
      },
      this.#letters(panel),
    ]
  }

  /** What an admin may change of themselves. */
  #own(panel: Panel): FieldPlan[] {
    return [this.#name(panel), this.#letters(panel)]
  }

  #name({ language }: Panel): FieldPlan {
    return { name: 'name', label: settingsTexts(language)('person') }
  }

  #letters({ language }: Panel): FieldPlan {
    return {
      name: 'locale',
      label: settingsTexts(language)('letters'),
      options: [
        { value: 'ru', name: 'Русский' },
        { value: 'en', name: 'English' },
      ],
    }
  }

  async #save(panel: Panel, member: Staff | null, values: Values, changes: Values) {
    const { staff } = panel.api
    if (!member) await staff.create(bodyOf('staff.create', values))
    else if (Object.keys(changes).length > 0)
      await staff.update(member.id, bodyOf('staff.update', changes), { ifMatch: member.version })
    this.#done(panel)
  }

  async #turn(panel: Panel, member: Staff): Promise<void> {
    const say = settingsTexts(panel.language)
    const { id, version, name, email, archived_at } = member
    try {
      if (archived_at) await panel.api.staff.restore(id, { ifMatch: version })
      else {
        const isSure = await panel.confirm({
          title: say('dismissTitle', { name: name || email }),
          text: say('dismissText'),
          action: say('dismiss'),
          tone: 'danger',
        })
        if (!isSure) return
        await panel.api.staff.archive(id, { ifMatch: version })
      }
      this.#done(panel)
    } catch (error) {
      panel.refused(error)
    }
  }

  #done(panel: Panel): void {
    this.member = undefined
    this.#reload()
    panel.toast({ text: settingsTexts(panel.language)('saved') })
  }

  #reload(): void {
    void this.renderRoot.querySelector<DataTable>('data-table')?.reload()
  }
}

customElements.define('staff-section', StaffSection)
