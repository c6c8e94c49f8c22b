import type { BroadcastCount } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { bodyOf } from '../../form/body.ts'
import type { FieldPlan } from '../../form/field-plan.ts'
import { PanelElement } from '../../panel/panel-element.ts'
import type { Panel } from '../../panel/panel.ts'
import { Read } from '../../panel/read.ts'
import { reasonOf } from '../../panel/refusal.ts'
import { segmentOf } from './segment.ts'
import { broadcastTexts } from './texts/texts.ts'
import '../../form/entity-form.ts'
import '../../parts/side-panel.ts'

type Values = Readonly<Record<string, unknown>>

/** A new broadcast: how many would get it is said before anything is typed, and asked once more before it goes. */
export class BroadcastForm extends PanelElement {
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      .whom {
        display: grid;
        gap: var(--s2);
        margin-block-end: var(--s4);
      }
    `,
  ]

  #count = new Read(this, (signal) =>
    this.panel.api.broadcasts.count({ segment: segmentOf(this.panel.route.query) }, { signal }),
  )
  #value: Values = {}
  #isAsked = false

  protected override panelChanged(): void {
    if (this.#isAsked) return
    this.#isAsked = true
    void this.#count.load()
  }

  protected override content(panel: Panel): unknown {
    const say = broadcastTexts(panel.language)
    const isChosen = Object.keys(segmentOf(panel.route.query)).length > 0
    return html`<side-panel
      mode="middle"
      heading=${say('newBroadcast')}
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <div class="whom">
        <p><strong>${say('toWhom')}:</strong> ${say(isChosen ? 'chosen' : 'everybody')}</p>
        ${panel.route.query.has('search') ? html`<p class="notice">${say('noSearch')}</p>` : nothing}
        ${this.#reach(panel)}
      </div>
      <entity-form
        .schema=${operations.broadcasts.create.body}
        .fields=${fieldsOf(panel)}
        .value=${this.#value}
        .action=${say('send')}
        .save=${(values: Values) => this.#send(panel, values)}
      ></entity-form>
    </side-panel>`
  }

  #reach({ language }: Panel): unknown {
    const say = broadcastTexts(language)
    const { value, error } = this.#count
    if (error) return html`<p class="notice bad" role="alert">${reasonOf(error, language)}</p>`
    if (!value) return html`<i class="bone"></i>`
    return value.reachable === 0
      ? html`<p class="notice" role="status">${say('nobody')}</p>`
      : html`<p class="muted" role="status">${say('reach', figuresOf(value))}</p>`
  }

  /** What was typed stays when the answer is no. */
  async #send(panel: Panel, values: Values): Promise<void> {
    const say = broadcastTexts(panel.language)
    const segment = segmentOf(panel.route.query)
    const { channels, ...rest } = values
    const wanted = Array.isArray(channels) && channels.length > 0 ? { channels } : {}
    const body = bodyOf('broadcasts.create', { ...rest, ...wanted, segment })
    const count = await panel.api.broadcasts.count({
      segment,
      ...(body.channels ? { channels: body.channels } : {}),
    })
    if (count.reachable === 0) {
      panel.toast({ text: say('nobody'), tone: 'bad' })
      return
    }
    const isSure = await panel.confirm({
      title: say('sureTitle'),
      text: say('sureText', figuresOf(count)),
      action: say('send'),
    })
    if (!isSure) return
    await panel.api.broadcasts.create(body)
    panel.toast({ text: say('begun') })
    this.dispatchEvent(new CustomEvent('begun'))
  }
}

const figuresOf = ({ consented, reachable }: BroadcastCount) => ({ consented, reachable })

function fieldsOf({ language }: Panel): FieldPlan[] {
  const say = broadcastTexts(language)
  const names = ['telegram', 'max', 'webpush', 'email', 'whatsapp'] as const
  return [
    { name: 'title', label: say('title') },
    { name: 'body', label: say('body'), as: 'long' },
    { name: 'url', label: say('url'), hint: say('urlHint') },
    {
      name: 'channels',
      label: say('channels'),
      hint: say('channelsHint'),
      options: names.map((value) => ({ value, name: say(value) })),
    },
    { name: 'per_minute', label: say('perMinute') },
  ]
}

customElements.define('broadcast-form', BroadcastForm)
