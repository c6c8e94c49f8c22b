import { operations, type ObjectSchema } from '@zapis/sdk/contract'
import type { Organization } from '@zapis/sdk'
import { html, type CSSResultGroup } from 'lit'
import { bodyOf } from '../form/body.ts'
import { schemaOf, type FieldPlan } from '../form/field-plan.ts'
import { overNewer } from '../panel/over-newer.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { zoneOptions } from '../words/zones.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import '../form/entity-form.ts'

type Values = Readonly<Record<string, unknown>>

const body = operations.organization.update.body
const looks = schemaOf(body, 'branding').properties ?? {}

/** The brand is an object of its own: its members are named as the server points at them, `branding/color`. */
const schema: ObjectSchema = {
  type: 'object',
  properties: {
    ...body.properties,
    ...Object.fromEntries(
      Object.entries(looks).map(([name, member]) => [`branding/${name}`, member]),
    ),
  },
  required: ['name', 'locale', 'time_zone'],
}

const BRAND = ['color', 'logo_url', 'about'] as const

/** Name, language, time zone and looks. */
export class OrganizationSection extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  #value: Values = {}
  #of: Organization | undefined
  #version = 0

  protected override panelChanged({ organization }: Panel): void {
    if (organization === this.#of) return
    this.#of = organization
    this.#version = organization.version
    const { name, locale, time_zone, branding } = organization
    this.#value = {
      ...{ name, locale, time_zone },
      ...Object.fromEntries(BRAND.map((each) => [`branding/${each}`, branding[each]])),
    }
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    return html`<header><h2>${say('organization')}</h2></header>
      <entity-form
        class="narrow"
        .schema=${schema}
        .fields=${this.#fields(panel)}
        .value=${this.#value}
        .save=${(values: Values, changes: Values) => this.#save(panel, values, changes)}
      ></entity-form>`
  }

  #fields(panel: Panel): FieldPlan[] {
    const say = settingsTexts(panel.language)
    return [
      { name: 'name', label: say('name') },
      {
        name: 'locale',
        label: say('ownLanguage'),
        hint: say('ownLanguageHint'),
        as: 'select',
        options: [
          { value: 'ru', name: 'Русский' },
          { value: 'en', name: 'English' },
        ],
        isHalf: true,
      },
      {
        name: 'time_zone',
        label: say('timeZone'),
        as: 'select',
        options: zoneOptions(panel.words),
        isHalf: true,
      },
      { name: 'branding/color', label: say('brandColor'), as: 'colour', heading: say('brand') },
      { name: 'branding/logo_url', label: say('logo'), hint: 'https://…', as: 'text' },
      { name: 'branding/about', label: say('about'), as: 'long' },
    ]
  }

  async #save(panel: Panel, values: Values, changes: Values): Promise<void> {
    const names = Object.keys(changes)
    if (names.length === 0) return
    const own = Object.entries(changes).filter(([name]) => !name.startsWith('branding/'))
    const isBrand = names.some((name) => name.startsWith('branding/'))
    const brand = BRAND.flatMap((name) => {
      const value = values[`branding/${name}`]
      return value ? [[name, value] as const] : []
    })
    const changed = {
      ...Object.fromEntries(own),
      ...(isBrand ? { branding: Object.fromEntries(brand) } : {}),
    }
    await overNewer(
      () =>
        panel.api.organization.update(bodyOf('organization.update', changed), {
          ifMatch: this.#version,
        }),
      async () => (this.#version = (await panel.api.organization.get()).version),
    )
    await panel.reload()
    panel.toast({ text: settingsTexts(panel.language)('saved') })
  }
}

customElements.define('organization-section', OrganizationSection)
