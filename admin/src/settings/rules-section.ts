import { operations } from '@zapis/sdk/contract'
import type { Organization } from '@zapis/sdk'
import { html, type CSSResultGroup } from 'lit'
import { bodyOf } from '../form/body.ts'
import { policyField } from '../form/policy-fields.ts'
import { overNewer } from '../panel/over-newer.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import '../form/entity-form.ts'

type Values = Readonly<Record<string, unknown>>

/** Rules of booking for all branches; a branch and a service may have their own. */
export class RulesSection extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  #value: Values = {}
  #of: Organization | undefined
  #version = 0

  protected override panelChanged({ organization }: Panel): void {
    if (organization === this.#of) return
    this.#of = organization
    this.#version = organization.version
    this.#value = { policies: organization.policies }
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    return html`<header>
        <h2>${say('rules')}</h2>
        <p>${say('rulesText')}</p>
      </header>
      <entity-form
        class="narrow"
        .schema=${operations.organization.update.body}
        .fields=${[policyField({ label: say('rulesOfAll') })]}
        .value=${this.#value}
        .save=${(_values: Values, changes: Values) => this.#save(panel, changes)}
      ></entity-form>`
  }

  async #save(panel: Panel, changes: Values): Promise<void> {
    if (Object.keys(changes).length === 0) return
    await overNewer(
      () =>
        panel.api.organization.update(bodyOf('organization.update', changes), {
          ifMatch: this.#version,
        }),
      async () => (this.#version = (await panel.api.organization.get()).version),
    )
    await panel.reload()
    panel.toast({ text: settingsTexts(panel.language)('saved') })
  }
}

customElements.define('rules-section', RulesSection)
