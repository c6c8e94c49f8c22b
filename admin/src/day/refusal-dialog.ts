import { html, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { bookSheet } from './book-sheet.ts'
import type { Place } from './move.ts'
import { refusalView } from './refusal-view.ts'
import { dayTexts } from './texts/texts.ts'
import type { Refusal } from './why-not.ts'
import '../parts/side-panel.ts'

/** A move was refused: why, where else, or there all the same. */
export class RefusalDialog extends PanelElement {
  static override properties = {
    refusal: { attribute: false },
    zone: {},
    specialistName: { attribute: false },
    move: { attribute: false },
    isWrong: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, bookSheet]

  declare refusal: Refusal
  declare zone: string
  declare specialistName: (id: number) => string
  declare move: (to: Partial<Place> & { force?: boolean; reason?: string }) => Promise<boolean>
  declare isWrong: boolean

  protected override content(panel: Panel): unknown {
    const say = dayTexts(panel.language)
    return html`<side-panel
      mode="middle"
      .heading=${say('refusedMove')}
      @closed=${(event: Event) => {
        event.stopPropagation()
        this.dispatchEvent(new CustomEvent('closed'))
      }}
    >
      ${refusalView({
        panel,
        refusal: this.refusal,
        zone: this.zone,
        specialistName: this.specialistName,
        wrong: this.isWrong ? say('giveReason') : undefined,
        action: say('moveAnyway'),
        choose: (starts_at, specialist_id) =>
          void this.move({ starts_at, ...(specialist_id ? { specialist_id } : {}) }),
        force: (reason) => {
          this.isWrong = reason === ''
          if (reason) void this.move({ force: true, reason })
        },
      })}
    </side-panel>`
  }
}

customElements.define('refusal-dialog', RefusalDialog)
